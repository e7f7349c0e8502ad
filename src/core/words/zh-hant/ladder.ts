import type * as en from "../en/ladder.ts";

export const ladder: typeof en.ladder = {
  title: (webinar) => `系列公告：${webinar}`,
  before: {
    weeks: (n) => `距離開始還有${n}週`,
    days: (n) => `距離開始還有${n}天`,
    hours: (n) => `距離開始還有${n}小時`,
    minutes: (n) => `距離開始還有${n}分鐘`,
  },
  start: "現在開始",
  after: "這場線上研討會已經結束，感謝各位參加。",
  moved: "時間有變動",
  past: (n) => `有${n}個時間點已經過了，不會排定。`,
  none: "這些時間點都已經過了。",
  unclear:
    "請這樣寫：4w、1w、1d、1h、start、1d after、1w after。依序是開始前4週、1週、1天、1小時，開始時，結束後1天、1週。",
  tooMany: (most) => `一次最多${most}個時間點。`,
  afterwards: "排定之後，每一則的內文和時間都可以修改：/announce list",
  leaveOut: "略過一個時間點",
  scheduleAll: (n) => `排定${n}則公告`,
  scheduled: (n, where) => `已排定${n}則公告。頻道：${where}`,
  already: "這些公告先前都已經排定了。",
  missing: (language) => `標題沒有以下語言的版本，將照紀錄原樣顯示：${language}`,
};
