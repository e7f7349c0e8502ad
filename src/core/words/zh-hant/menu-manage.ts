import type * as en from "../en/menu-manage.ts";

const whichWebinar = "第幾屆、年份，或標題中的字詞。留空：下一場";
const whichTalk = "編號、講者，或內容中的字詞";

const draftOrNext = "第幾屆、年份，或標題中的字詞。留空：草稿；若無，則為下一場";

export const manageMenu: typeof en.manageMenu = {
  "manage webinar create": {
    summary: "建立線上研討會的草稿，公開之前只有主辦人看得到",
    title: "新增線上研討會",
    options: {
      title: "標題",
      start: "舉辦時間",
      subtitle: "副標題",
      minutes: "時間長度",
      link: "會議連結",
    },
    hints: {
      start: "2026-12-05 17:00 東京。開始時間未定時，只寫日期即可",
      minutes: "90（分鐘）或 1h 30m",
      link: "以 https:// 開頭。開始前30分鐘才會顯示",
    },
  },
  "manage webinar edit": {
    summary: "修改線上研討會的標題、時間長度、會議連結",
    title: "編輯線上研討會",
    options: {
      webinar: "哪一場線上研討會",
      title: "標題",
      subtitle: "副標題",
      minutes: "時間長度",
      link: "會議連結",
      language: "用哪種語言填寫",
    },
    hints: { language: "標題和副標題的語言；留空則為網絡的語言", webinar: draftOrNext },
  },
  "manage webinar change": {
    summary: "依表單填寫的內容修改",
    title: "編輯線上研討會",
    options: {
      webinar: "哪一場線上研討會",
      was: "修改前的內容",
      language: "用哪種語言填寫",
      title: "標題",
      subtitle: "副標題",
      minutes: "時間長度（分鐘）",
      link: "會議連結",
    },
    hints: { minutes: "90 或 1h 30m", link: "以 https:// 開頭。開始前30分鐘才會顯示" },
  },
  "manage webinar publish": {
    summary: "預覽草稿，確認後公開給所有人看",
    title: "公開草稿",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: "標題，或標題中的字詞。留空：草稿" },
  },
  "manage webinar release": {
    summary: "依預覽的內容公開",
    title: "公開草稿",
    options: { webinar: "哪一場線上研討會", version: "修改前的版本" },
    hints: {},
  },
  "manage webinar reschedule": {
    summary: "將線上研討會改期，並先列出對已發布和已排定內容的影響",
    title: "線上研討會改期",
    options: { start: "新的日期和時間", webinar: "哪一場線上研討會" },
    hints: { start: "2026-12-06 17:00 東京", webinar: draftOrNext },
  },
  "manage webinar move": {
    summary: "依預覽的內容改期",
    title: "線上研討會改期",
    options: {
      webinar: "哪一場線上研討會",
      version: "修改前的版本",
      start: "新的日期和時間",
      say: "是否發布通知",
    },
    hints: {},
  },
  "manage webinar cancel": {
    summary: "取消線上研討會，並先列出對已發布和已排定內容的影響",
    title: "取消線上研討會",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: draftOrNext },
  },
  "manage webinar drop": {
    summary: "依預覽的內容取消",
    title: "取消線上研討會",
    options: { webinar: "哪一場線上研討會", version: "修改前的版本", say: "是否發布通知" },
    hints: {},
  },
  "manage talk add": {
    summary: "新增一場演講及其講者",
    title: "新增演講",
    options: {
      speaker: "講者",
      affiliation: "所屬單位",
      country: "單位所在的國家或地區",
      title: "演講題目",
      about: "內容摘要",
      role: "角色",
      webinar: "哪一場線上研討會",
    },
    hints: {
      role: "留空則為講者",
      speaker: "紀錄中的姓名，或新的姓名，例如：Dr. Ada Example",
      affiliation: "發表著作時使用的名稱",
      country: "新的單位才需要填寫",
      about: "演講題目未定時填寫",
    },
  },
  "manage talk edit": {
    summary: "修改演講或講者",
    title: "編輯演講",
    options: {
      talk: "哪一場演講",
      speaker: "講者",
      affiliation: "所屬單位",
      country: "單位所在的國家或地區",
      title: "演講題目",
      about: "內容摘要",
      webinar: "哪一場線上研討會",
      language: "用哪種語言填寫",
    },
    hints: { talk: whichTalk, country: "新的單位才需要填寫" },
  },
  "manage talk change": {
    summary: "依表單修改演講",
    title: "編輯演講",
    options: {
      talk: "哪一場演講",
      speaker: "講者",
      affiliation: "所屬單位",
      country: "單位所在的國家或地區",
      title: "演講題目",
      about: "內容摘要",
      webinar: "哪一場線上研討會",
      was: "修改前的內容",
      language: "用哪種語言填寫",
    },
    hints: { country: "新的單位才需要填寫" },
  },
  "manage talk place": {
    summary: "依表單調整演講順序",
    title: "調整演講順序",
    options: { talk: "哪一場演講", to: "排在第幾場", was: "修改前的內容", webinar: "哪一場線上研討會" },
    hints: {},
  },
  "manage talk move": {
    summary: "調整演講在議程中的順序",
    title: "調整演講順序",
    options: { talk: "哪一場演講", to: "移到第幾場", webinar: "哪一場線上研討會" },
    hints: { talk: whichTalk, to: "第一場請填1" },
  },
  "manage talk remove": {
    summary: "從議程中移除演講",
    title: "移除演講",
    options: { talk: "哪一場演講", webinar: "哪一場線上研討會" },
    hints: { talk: whichTalk },
  },
  "manage talk drop": {
    summary: "移除預覽的演講",
    title: "移除演講",
    options: { talk: "哪一場演講", webinar: "哪一場線上研討會", was: "修改前的內容" },
    hints: {},
  },
  "announce plan": {
    summary: "一次排定線上研討會前後的所有公告，從開始前4週到結束後1週",
    title: "排定系列公告",
    options: { webinar: "關於哪一場線上研討會", steps: "哪些時間點", where: "哪些頻道" },
    hints: {
      webinar: whichWebinar,
      steps: "4w、1w、1d、1h、start、1d after、1w after。留空：以上全部",
      where: "頻道名稱，或 Discord、Slack。留空：所有公告頻道",
    },
  },
  "announce ladder": {
    summary: "依預覽的內容排定公告",
    title: "排定系列公告",
    options: { version: "修改前的版本", webinar: "關於哪一場線上研討會", steps: "哪些時間點", where: "哪些頻道" },
    hints: {},
  },
  "announce takeaway": {
    summary: "撤下預覽的公告或討論題",
    title: "撤下",
    options: { what: "哪一則" },
    hints: {},
  },
};
