import type * as en from "../en/ladder.ts";

export const ladder: typeof en.ladder = {
  title: (webinar) => `公告计划：${webinar}`,
  before: {
    weeks: (n) => `距开始还有${n}周`,
    days: (n) => `距开始还有${n}天`,
    hours: (n) => `距开始还有${n}小时`,
    minutes: (n) => `距开始还有${n}分钟`,
  },
  start: "现在开始",
  after: "本场网络研讨会已结束，感谢各位参加。",
  moved: "时间有变动",
  past: (n) => `有${n}个时间点已过，不再安排。`,
  none: "这些时间点都已经过去。",
  unclear:
    "请这样写：4w、1w、1d、1h、start、1d after、1w after。依次为开始前4周、1周、1天、1小时，开始时，结束后1天、1周。",
  tooMany: (most) => `一次最多${most}个时间点。`,
  afterwards: "设为定时发布后，每一条的正文和时间都可以修改：/announce list",
  leaveOut: "去掉一个时间点",
  scheduleAll: (n) => `定时发布${n}条公告`,
  scheduled: (n, where) => `已将${n}条公告设为定时发布。频道：${where}`,
  already: "这些公告此前都已设为定时发布，无需再次操作。",
  missing: (language) => `标题没有以下语言的版本，将按记录原样显示：${language}`,
};
