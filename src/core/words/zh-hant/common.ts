import { clockTime, dayNames, relativeTime } from "../dates.ts";
import type * as en from "../en/common.ts";

const days = dayNames("zh-Hant");
const relative = relativeTime("zh-Hant");

const day = (d: Temporal.PlainDate): string => `${d.year}年${d.month}月${d.day}日`;

export const list: typeof en.list = (parts) => parts.join("、");

export const date: typeof en.date = {
  long: (d) => `${day(d)}（${days.weekday(d)}）`,
  short: (d) => `${day(d)}（${days.weekdayShort(d)}）`,
  day,
  weekday: days.weekday,
  months: (d) => [days.month(d)],
  time: clockTime,
  // As people may type it back.
  at: (day, time, place) => `${day}${time} ${place}`,
  stop: (city, time) => `${city} ${time}`,
  stopOn: (city, at) => `${city} ${days.weekdayShort(at.toPlainDate())} ${clockTime(at)}`,
  stops: (stops) => stops.join("、"),
  oneDay: (stops, day) => `${stops}（皆為${days.weekday(day)}）`,
  // Between a name and its affiliation, and those stand in a list with 、.
  comma: "　",
  colon: "：",
  // A date ends with a parenthesis of its own.
  aside: (what, remark) => `${what}，${remark}`,
  // CLDR puts a space after the number.
  inTime: (ms) => relative(ms).replace(" ", ""),
  timesIn: (place) => `時區：${place}`,
};

export const when: typeof en.when = {
  unclear:
    "看不懂這個時間。請寫成「12月5日 17:00」、「2026-12-05 17:00 東京」、「+2d」（2天後）或「1w before」（開始前1週）。",
  whichHour: "請一併寫上幾點，例如：2026-12-05 17:00",
  whichOrder: "分不出哪個是月、哪個是日。請先寫年份，例如：2026-12-05 17:00",
  buddhist: (year, gregorian) => `${year}是佛曆年份嗎？如果是，請寫${gregorian}。`,
  noSuchDay: "曆法上沒有這一天。",
  noSuchHour: "沒有這個時刻。請寫24小時制的時間，例如：17:00",
  unknownZone: (name) => `找不到「${name}」這個時區。請寫城市（東京）或 IANA 時區（Europe/London）。`,
  past: (written) => `這個時間已經過了：${written}`,
  noHour: (webinar) => `${webinar}：尚未記錄開始時間，無法以此推算。請直接寫日期和時間。`,
  noWebinar: "目前沒有預定的線上研討會，無法以開始時間推算。請直接寫日期和時間。",
  gap: (asked, written) => `當天時鐘會撥快，沒有${asked}這個時刻，因此改為${written}。`,
  overlap: "當天時鐘會撥慢，這個時刻會出現兩次，以第一次為準。",
  tooFar: "不能指定超過兩年以後的時間。",
  counted: {
    start: { at: "開始時", before: (length) => `開始前${length}`, after: (length) => `開始後${length}` },
    end: { at: "結束時", before: (length) => `結束前${length}`, after: (length) => `結束後${length}` },
  },
  length: { weeks: (n) => `${n}週`, days: (n) => `${n}天`, hours: (n) => `${n}小時`, minutes: (n) => `${n}分鐘` },
};

export const bot: typeof en.bot = {
  open: "開啟表單",
  submit: "送出",
  cancel: "取消",
  unknown: (typed) => `沒有 /${typed} 這個指令。`,
  didYouMean: (name) => `/${name}`,
  unknownOption: (command, option) => `/${command} 沒有「${option}」這個選項。`,
  takesNothing: (command) => `/${command} 後面不需要加任何內容。`,
  allCommands: "所有指令",
  needsRank: {
    member: "這項功能限成員使用。",
    moderator: "這項功能限版主使用。管理員可用 /rostrum roles give 將您設為版主。",
    organiser: "這項功能限主辦人使用。管理員可用 /rostrum roles give 將您設為主辦人。",
    admin: "這項功能限管理員使用。架設 Rostrum 的人可用 /rostrum roles give 將您設為管理員。",
  },
  needsRole: "這場線上研討會只有其與談人和版主可以操作。",
  notConnected: (space) => `「${space}」尚未加入網絡。其管理者可用 /rostrum setup 提出申請。`,
  guest: "訪客須列名於議程，才能使用這項功能。",
  lostPress: "這則訊息已經失效，按鈕無法使用。請重新開始。",
  foreignDraft: "這是別人的操作畫面。請輸入指令，開啟您自己的畫面。",
  expiredDraft: "這個畫面已經失效，沒有變更任何內容。請重新開始。",
  fault: (reference) =>
    `Rostrum 出了點問題，沒有變更任何內容。請再試一次；如果還是不行，請把這個編號告訴主辦人：${reference}`,
  notAChoice: (values) => `請填下列其中一項：${values}`,
  tooLong: (most, is) => `最多${most}個字元，目前有${is}個。`,
  tooMuch: "一小時內的操作太多了，請過幾分鐘再繼續。",
  empty: "此欄不能空白。",
  cancelled: "維持原狀，沒有排定或發布任何內容。",
  change: "修改…",
  leave: "取消",
  working: "處理中…",
  tooLarge: "內容太多，Slack 無法顯示這份表單。請縮短文字，改以一行指令輸入。",
  more: "看更多",
  back: "返回",
  outside: "無法在私訊中使用。請到網絡的伺服器，在頻道中使用指令。",
};

export const share: typeof en.share = {
  button: "分享到這裡",
  done: "將發布在這裡，所有人都看得到。",
  mayNot: "您沒有在這個頻道發言的權限，因此無法分享到這裡。",
  cannot: "這則回覆無法分享。",
  tooMany: "短時間內分享太多次了，請過一分鐘再試。",
  by: (name) => `分享者：${name}`,
};

export const rank: typeof en.rank = { member: "成員", moderator: "版主", organiser: "主辦人", admin: "管理員" };
export const role: typeof en.role = { speaker: "講者", discussant: "與談人", moderator: "主持人" };
export const languageNames: typeof en.languageNames = {
  en: "English（英文）",
  ja: "日本語（日文）",
  "zh-Hans": "简体中文（簡體中文）",
  "zh-Hant": "繁體中文",
  th: "ไทย（泰文）",
};
export const purpose: typeof en.purpose = { announcements: "公告", discussion: "討論", desk: "主辦人" };
