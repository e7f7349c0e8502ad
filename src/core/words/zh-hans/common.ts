import { clockTime, dayNames, relativeTime } from "../dates.ts";
import type * as en from "../en/common.ts";

const days = dayNames("zh-Hans");
const relative = relativeTime("zh-Hans");

const day = (d: Temporal.PlainDate): string => `${d.year}年${d.month}月${d.day}日`;
/** "2026年12月5日（周六）" */
const dayOfWeek = (d: Temporal.PlainDate): string => `${day(d)}（${days.weekdayShort(d)}）`;

export const list: typeof en.list = (parts) => parts.join("、");

export const date: typeof en.date = {
  long: dayOfWeek,
  short: dayOfWeek,
  day,
  weekday: days.weekday,
  months: (d) => [days.month(d), days.monthShort(d)],
  time: clockTime,
  at: (day, time, place) => `${day}${time} ${place}`,
  stop: (city, time) => `${city} ${time}`,
  stopOn: (city, at) => `${city} ${days.weekdayShort(at.toPlainDate())} ${clockTime(at)}`,
  stops: (stops) => stops.join(" · "),
  oneDay: (stops, day) => `${stops}（均为${days.weekdayShort(day)}）`,
  // Between a name and its affiliation, as programmes set them; those stand in a list with 、.
  comma: "　",
  colon: "：",
  // Behind a day of the week there are parentheses already.
  aside: (what, remark) => (/（周.）$/u.test(what) ? `${what.slice(0, -1)}，${remark}）` : `${what}（${remark}）`),
  inTime: relative,
  timesIn: (place) => `时区：${place}`,
};

export const when: typeof en.when = {
  unclear: "无法识别这个时间。可以写成 2026-12-05 17:00 东京、17:00、+2d（2天后）或 1w before（开始前1周）。",
  whichHour: "请写明几点，例如 2026-12-05 17:00。",
  whichOrder: "无法判断哪个是月、哪个是日。请先写年份，例如 2026-12-05 17:00。",
  buddhist: (year, gregorian) => `${year}年是佛历吗？如果是，请写成${gregorian}。`,
  noSuchDay: "日历上没有这一天。",
  noSuchHour: "没有这个时刻。可以写成 17:00 或 5pm。",
  unknownZone: (name) => `无法识别时区“${name}”。请写城市（东京）或 IANA 时区名（Europe/London）。`,
  past: (written) => `这个时间已经过去：${written}`,
  noHour: (webinar) => `${webinar}：尚未记录几点开始，无法以此推算。请写明日期和时间。`,
  noWebinar: "目前没有计划中的网络研讨会，无法以此推算。请写明日期和时间。",
  gap: (asked, written) => `当天时钟拨快，没有${asked}这个时刻，改为：${written}`,
  overlap: "当天时钟拨慢，这个时刻会出现两次，以第一次为准。",
  tooFar: "只能指定两年以内的时间。",
  counted: {
    start: { at: "开始时", before: (length) => `开始前${length}`, after: (length) => `开始后${length}` },
    end: { at: "结束时", before: (length) => `结束前${length}`, after: (length) => `结束后${length}` },
  },
  length: { weeks: (n) => `${n}周`, days: (n) => `${n}天`, hours: (n) => `${n}小时`, minutes: (n) => `${n}分钟` },
};

export const bot: typeof en.bot = {
  open: "打开表单",
  submit: "提交",
  cancel: "取消",
  unknown: (typed) => `没有 /${typed} 这个命令。`,
  didYouMean: (name) => `/${name}`,
  unknownOption: (command, option) => `/${command} 没有“${option}”这一项。`,
  takesNothing: (command) => `/${command} 后面不需要写别的内容。`,
  allCommands: "全部命令",
  needsRank: {
    member: "此功能供成员使用。",
    moderator: "此功能供版主使用。管理员可以用 /rostrum roles give 授予权限。",
    organiser: "此功能供组织者使用。管理员可以用 /rostrum roles give 授予权限。",
    admin: "此功能供管理员使用。设置 Rostrum 的人可以用 /rostrum roles give 授予权限。",
  },
  needsRole: "对这场网络研讨会，只有评议人和版主可以使用此功能。",
  notConnected: (space) => `“${space}”尚未接入研究网络。它的管理员可以用 /rostrum setup 申请接入。`,
  guest: "访客只有列入议程后才能使用此功能。",
  lostPress: "这个按钮已经失效。请重新开始。",
  foreignDraft: "这是别人的操作界面。请输入命令，打开您自己的。",
  expiredDraft: "这个界面已经失效，没有做任何更改。请重新开始。",
  fault: (reference) =>
    `Rostrum 出错了，没有做任何更改。请再试一次；如果还是不行，请把这个编号告诉组织者：${reference}`,
  notAChoice: (values) => `请填写其中一项：${values}`,
  tooLong: (most, is) => `最多${most}个字符，现在有${is}个。`,
  tooMuch: "一小时内的操作太多了，请过几分钟再继续。",
  empty: "此项不能为空。",
  cancelled: "保持原样，没有发布任何内容，也没有设为定时发布。",
  change: "修改…",
  // Not 取消: it stands beside the button that cancels a webinar.
  leave: "暂不处理",
  working: "正在处理…",
  tooLarge: "内容太多，Slack 无法显示这个表单。请精简文字，写成一行命令输入。",
  more: "更多",
  back: "返回",
  outside: "Rostrum 不能在私信中使用。请到研究网络所在服务器的频道中使用。",
};

export const share: typeof en.share = {
  button: "分享到这里",
  done: "正在发布到这里，所有人都能看到。",
  mayNot: "您没有在这个频道发言的权限，因此无法分享到这里。",
  cannot: "这项内容无法分享。",
  tooMany: "短时间内分享得太多了。请过一分钟再试。",
  by: (name) => `分享者：${name}`,
};

export const rank: typeof en.rank = { member: "成员", moderator: "版主", organiser: "组织者", admin: "管理员" };
export const role: typeof en.role = { speaker: "主讲人", discussant: "评议人", moderator: "主持人" };
export const languageNames: typeof en.languageNames = {
  en: "English（英语）",
  ja: "日本語（日语）",
  "zh-Hans": "简体中文",
  "zh-Hant": "繁體中文（繁体中文）",
  th: "ไทย（泰语）",
};
export const purpose: typeof en.purpose = { announcements: "公告", discussion: "讨论", desk: "组织者" };
