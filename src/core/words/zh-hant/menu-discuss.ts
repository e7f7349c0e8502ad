import type * as en from "../en/menu-discuss.ts";

const whichWebinar = "第幾屆、年份，或標題中的字詞。留空：下一場；若無，則為最近一場";
const wherePosted = "頻道名稱，或 Discord、Slack。留空：所有討論頻道";
const whichQuestion = "題號，或題目中的字詞";
const label = "用於討論串和按鈕的名稱，最多80個字元";

/** `/discuss` of the menu (menu.ts). */
export const discussMenu: typeof en.discussMenu = {
  "discuss queue": {
    summary: "討論題及其狀態，附開放與結束的按鈕",
    title: "討論",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: whichWebinar },
  },
  "discuss post": {
    summary: "立即發布一道討論題，並建立回覆用的討論串",
    title: "發布討論題",
    options: { question: "哪一題", webinar: "哪一場線上研討會", where: "哪些頻道" },
    hints: { question: whichQuestion, webinar: whichWebinar, where: wherePosted },
  },
  "discuss schedule": {
    summary: "排定一道討論題，或依序排定接下來的幾題",
    title: "排定討論題",
    options: {
      when: "發布時間，可填多個",
      question: "哪一題",
      webinar: "哪一場線上研討會",
      where: "哪些頻道",
    },
    hints: {
      when: "2026-12-05 17:00 東京、20m after start（開始後20分鐘）或 every monday 09:00 Tokyo, 4 times，以 ; 分隔",
      question: "題號，或題目中的字詞。留空：依序排定接下來的幾題",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss close": {
    summary: "結束一道討論題：訊息上會註明已結束，討論串仍然開著",
    title: "結束討論題",
    options: { question: "哪一題", webinar: "哪一場線上研討會" },
    hints: { question: "題號，或題目中的字詞。留空：開放中的那一題", webinar: whichWebinar },
  },
  "discuss add": {
    summary: "新增一道討論題，排在最後",
    title: "新增討論題",
    options: { text: "題目", label: "簡稱", webinar: "哪一場線上研討會", language: "題目使用的語言" },
    hints: { label, webinar: whichWebinar },
  },
  "discuss edit": {
    summary: "修改討論題，已發布的訊息也會更正",
    title: "編輯討論題",
    options: {
      question: "哪一題",
      text: "題目",
      label: "簡稱",
      webinar: "哪一場線上研討會",
      language: "題目使用的語言",
    },
    hints: { question: whichQuestion, webinar: whichWebinar },
  },
  "discuss save": {
    summary: "儲存修改的內容",
    title: "編輯討論題",
    options: {
      question: "哪一題",
      text: "題目",
      label: "簡稱",
      language: "題目使用的語言",
      was: "修改前的內容",
      webinar: "哪一場線上研討會",
    },
    hints: { label },
  },
  "discuss remove": {
    summary: "移除尚未發布的討論題",
    title: "移除討論題",
    options: { question: "哪一題", webinar: "哪一場線上研討會" },
    hints: { question: whichQuestion, webinar: whichWebinar },
  },
  "discuss drop": {
    summary: "移除剛才顯示的討論題",
    title: "移除討論題",
    options: { question: "哪一題", webinar: "哪一場線上研討會" },
    hints: {},
  },
  "discuss move": {
    summary: "調整討論題的順序",
    title: "調整討論題順序",
    options: { question: "哪一題", to: "移到第幾題", webinar: "哪一場線上研討會" },
    hints: { question: whichQuestion, to: "第一題請填1", webinar: whichWebinar },
  },
  "discuss skip": {
    summary: "略過一道討論題，之後還可以取消略過",
    title: "略過討論題",
    options: { question: "哪一題", webinar: "哪一場線上研討會" },
    hints: { question: "題號，或題目中的字詞。留空：下一題", webinar: whichWebinar },
  },
  "discuss pause": {
    summary: "暫停發布排定的討論題，直到您選擇繼續",
    title: "暫停發布",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: whichWebinar },
  },
  "discuss resume": {
    summary: "繼續發布排定的討論題",
    title: "繼續發布",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: whichWebinar },
  },
  "discuss open": {
    summary: "開放一道討論題",
    title: "開放討論題",
    options: { question: "哪一題", close: "要結束的是哪一題", webinar: "哪一場線上研討會", where: "哪些頻道" },
    hints: {},
  },
  "discuss undo": {
    summary: "復原剛才的操作",
    title: "復原",
    options: { question: "剛才開放的討論題", close: "剛才結束的討論題", webinar: "哪一場線上研討會" },
    hints: {},
  },
  "discuss restore": {
    summary: "重新開放討論題，或取消略過",
    title: "重新開放討論題",
    options: { question: "哪一題", webinar: "哪一場線上研討會" },
    hints: {},
  },
  "discuss text": {
    summary: "以純文字顯示討論題",
    title: "會議聊天室用",
    options: { webinar: "哪一場線上研討會" },
    hints: {},
  },
  "discuss more": {
    summary: "討論題的其他操作",
    title: "討論",
    options: { webinar: "哪一場線上研討會" },
    hints: {},
  },
  "discuss again": {
    summary: "在已發布過的頻道再發布一次討論題",
    title: "發布討論題",
    options: { question: "哪一題", webinar: "哪一場線上研討會", where: "哪些頻道" },
    hints: {},
  },
  "discuss book": {
    summary: "依預覽的內容排定討論題",
    title: "排定討論題",
    options: {
      when: "發布時間",
      questions: "哪幾題",
      only: "是否只要有題目的時間",
      webinar: "哪一場線上研討會",
      where: "哪些頻道",
    },
    hints: {},
  },
  "discuss dates": {
    summary: "接下來發布討論題的時間",
    title: "接下來的發布時間",
    options: { webinar: "哪一場線上研討會" },
    hints: {},
  },
  "discuss unbook": {
    summary: "取消討論題的發布時間",
    title: "取消發布時間",
    options: { slots: "哪些發布時間", webinar: "哪一場線上研討會" },
    hints: {},
  },
  "discuss confirm": {
    summary: "依預覽的內容發布或排定討論題",
    title: "討論題",
    options: {
      at: "修改前的版本",
      question: "哪一題",
      webinar: "哪一場線上研討會",
      where: "哪些頻道",
      when: "發布時間",
      again: "已發布幾次",
    },
    hints: {},
  },
  "discuss cancel": {
    summary: "取消已排定的討論題",
    title: "取消發布",
    options: { question: "哪一題", webinar: "哪一場線上研討會" },
    hints: {},
  },
};
