import type * as en from "../en/recurrence.ts";

/** A zone may be named in Latin letters only. */
const timeIn = (place: string): string => `${place}${/\p{sc=Latin}$/u.test(place) ? " " : ""}時間`;

// What people type is read in English and Japanese.
const ends = "4 times（4次）、for 4 weeks（4週）或 until 2026-11-30（到該日為止）";

export const recurrence: typeof en.recurrence = {
  daily: "每天",
  weekdays: "每星期一至星期五",
  weekly: (days, every) => (every === 1 ? `每${days}` : `每${every}週的${days}`),
  monthly: (day, nth) =>
    nth < 0 ? `每月最後一個${day}` : `每月第${nth}個${day}${nth === 5 ? `（僅限有第5個${day}的月份）` : ""}`,
  at: (rule, time, place) => `${rule} ${time}（${timeIn(place)}）`,
  cron: (expression, place) => `cron「${expression}」（${timeIn(place)}）`,
  times: (said, times) => `${said}，共${times}次`,
  until: (said, day) => `${said}，到${day}為止`,
  gap: (day, asked, becomes) => `${day}時鐘會撥快，沒有${asked}這個時刻，因此改為${becomes}。`,
  overlap: (day, asked) => `${day}時鐘會撥慢，${asked}會出現兩次，以第一次為準。`,
  cronBoth: "日期和星期兩項條件都符合的日子才算。",
  late: "若因故障錯過了好幾次，只會補發最近的一次。",
  scheduled: (said, where) => `已排定。時間：${said}；頻道：${where}`,
  ask: (by, what, said) => `${by} 希望每次發布「${what}」時都提及成員。發布時間：${said}`,
  tooMany: (most) => `總共超過${most}次了。請減少次數，或提早結束。`,
  cancelThis: (what) => `取消「${what}」其餘的發布`,
  cancelled: (what) => `已取消「${what}」其餘的發布。已發布的訊息會保留，之後不再發布。`,
  unclear: `看不懂要如何重複。請寫成 every monday 09:00 東京（每星期一）、every 2 weeks friday 15:00（每2週的星期五）、first thursday 17:00 倫敦（每月第1個星期四）或 0 9 * * 1 東京（cron 格式），後面再加上 ${ends}。`,
  whichHour: "請在星期後面寫上幾點，例如：every monday 09:00 東京",
  whichSecond: "是隔週一次，還是每月一次？隔週請寫 every 2 weeks friday，每月第2個星期五請寫 second friday。",
  whichEnd: `看不懂到什麼時候為止。請寫成 ${ends}。`,
  oneEnd: `開始或結束的條件寫了兩個。請只寫其中一個：${ends}。`,
  endless: `沒有寫到什麼時候為止。請加上 ${ends}。`,
  endsBefore: (first) => `第一次是${first}，但在那之前就結束了。請把結束日期往後延。`,
  cronUnclear: (expression) =>
    `看不懂「${expression}」。請依序寫五個欄位：分、時、日、月、星期。例如 0 9 * * 1 是每星期一 09:00。`,
  never: "曆法上沒有這樣的日子，一次也不會發布。",
};
