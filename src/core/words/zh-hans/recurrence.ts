import type * as en from "../en/recurrence.ts";

const NTH: Readonly<Record<number, string>> = { 1: "一", 2: "二", 3: "三", 4: "四", 5: "五" };

/** 星期一 as it is said behind 每: 每周一. */
const short = (days: string): string => days.replaceAll("星期", "周");
/** A place that has no Chinese name keeps its Latin one, and a space behind it. */
const timeIn = (place: string): string => `${place}${/\p{sc=Latin}$/u.test(place) ? " " : ""}时间`;

export const recurrence: typeof en.recurrence = {
  daily: "每天",
  weekdays: "每周一至周五",
  weekly: (days, every) => (every === 1 ? `每${short(days)}` : `每${every}周的${short(days)}`),
  monthly: (day, nth) =>
    nth < 0
      ? `每月最后一个${short(day)}`
      : `每月第${NTH[nth] ?? nth}个${short(day)}${nth === 5 ? "（没有第五个的月份除外）" : ""}`,
  at: (rule, time, place) => `${rule}${time}（${timeIn(place)}）`,
  cron: (expression, place) => `按 cron 表达式“${expression}”（${timeIn(place)}）`,
  times: (said, times) => `${said}，共${times}次`,
  until: (said, day) => `${said}，到${day}为止`,
  gap: (day, asked, becomes) => `${day}时钟拨快，没有${asked}这个时刻，改为${becomes}。`,
  overlap: (day, asked) => `${day}时钟拨慢，${asked}会出现两次，以第一次为准。`,
  cronBoth: "只有日期和星期都符合的日子才算。",
  late: "如果因故障错过了几次，恢复后只发布最近的一次。",
  scheduled: (said, where) => `已设为定时发布。时间：${said}；频道：${where}`,
  ask: (by, what, said) => `${by} 想在公告“${what}”每次发布时提及成员。发布时间：${said}`,
  tooMany: (most) => `超过了${most}次。请让它早一些结束。`,
  cancelThis: (what) => `取消“${what}”余下的全部发布`,
  cancelled: (what) => `已取消“${what}”余下的发布。已发布的内容会保留，今后不再发布。`,
  unclear:
    "无法识别重复的时间。可以写成 every monday 09:00 东京、every 2 weeks friday 15:00、first thursday 17:00 伦敦或 0 9 * * 1 东京，后面再写次数或期限：4 times、for 4 weeks 或 until 2026-11-30。",
  whichHour: "请在星期后面写明几点，例如 every monday 09:00 东京。",
  whichSecond: "是每两周一次，还是每月一次？每两周的周五请写 every 2 weeks friday，每月第二个周五请写 second friday。",
  whichEnd: "到什么时候为止？可以写成 4 times、for 4 weeks 或 until 2026-11-30。",
  oneEnd: "写了两个开始或两个结束。请只写一个：4 times、for 4 weeks 或 until 2026-11-30。",
  endless: "没有写到什么时候为止。请加上 4 times、for 4 weeks 或 until 2026-11-30。",
  endsBefore: (first) => `第一次在${first}，而结束的日期更早。请把结束的日期往后推。`,
  cronUnclear: (expression) =>
    `无法识别“${expression}”。请依次写五项：分、时、日、月、星期。例如 0 9 * * 1 表示每周一09:00。`,
  never: "日历上没有这样的日子，一次也不会发布。",
};
