import type * as en from "../en/menu-announce.ts";

const texts = { en: "英文內文", ja: "日文內文", "zh-hans": "簡體中文內文", "zh-hant": "繁體中文內文", th: "泰文內文" };
const [text, when, where, webinar] = ["內文", "發布時間", "哪些頻道", "關於哪一場線上研討會"];
const mention = "提及誰";
const hints = {
  text: "用於沒有該語言內文的頻道。指定線上研討會時可以留空，內容取自紀錄",
  when: "2026-12-05 17:00 東京、+2d（2天後）、1w before（開始前1週）或 every monday 09:00 東京 4 times（每星期一，共4次）",
  where: "頻道名稱，或 Discord、Slack。留空：所有公告頻道",
  mention: "everyone、here，或身分組、使用者群組的名稱。留空：不提及任何人",
  webinar: "第幾屆、年份，或標題中的字詞。留空：無",
};

export const announceMenu: typeof en.announceMenu = {
  "announce schedule": {
    summary: "選擇頻道，排定一則公告",
    title: "排定公告",
    options: { text, when, where, mention, webinar, ...texts },
    hints: { ...hints },
  },
  "announce now": {
    summary: "選擇頻道，預覽後立即發布公告",
    title: "立即發布公告",
    options: { text, where, mention, webinar, ...texts },
    hints: { text: hints.text, where: hints.where, mention: hints.mention, webinar: hints.webinar },
  },
  "announce begin": {
    summary: "排定一份草稿",
    title: "排定公告",
    options: { text, when, where, mention, webinar, ...texts, draft: "哪一份草稿" },
    hints: { ...hints },
  },
  "announce confirm": {
    summary: "依預覽的內容排定或發布公告",
    title: "排定公告",
    options: {
      version: "修改前的版本",
      id: "預覽",
      text,
      when,
      where,
      mention,
      webinar,
      ...texts,
      draft: "哪一份草稿",
    },
    hints: {},
  },
  "announce draft": {
    summary: "將公告存成草稿，所有主辦人都看得到；不填內容則列出草稿",
    title: "公告草稿",
    options: { text, when, where, webinar, ...texts },
    hints: { text: hints.text, when: hints.when, where: hints.where, webinar: hints.webinar },
  },
  "announce keep": {
    summary: "將預覽的內容存成草稿",
    title: "公告草稿",
    options: { text, when, where, webinar, ...texts, draft: "哪一份草稿" },
    hints: {},
  },
  "announce discard": {
    summary: "捨棄草稿或範本",
    title: "捨棄",
    options: { kept: "哪一項" },
    hints: {},
  },
  "announce preview": {
    summary: "查看草稿、已排定或已發布的內容目前在各頻道的樣子",
    title: "預覽",
    options: { what: "哪一份草稿或哪一則訊息" },
    hints: { what: "內文開頭的文字，或討論題的名稱" },
  },
  "announce edit": {
    summary: "修改公告的內文，已發布的訊息也會更正",
    title: "更正公告",
    options: { what: "哪一則公告", text, ...texts },
    hints: { what: "內文開頭的文字", text: "用於沒有該語言內文的頻道" },
  },
  "announce rewrite": {
    summary: "依表單填寫的內容更正",
    title: "更正公告",
    options: { what: "哪一則公告", text, ...texts, fields: "欄位", was: "原本的內容" },
    hints: { text: "用於沒有該語言內文的頻道" },
  },
  "announce snooze": {
    summary: "更改已排定公告的時間；定期發布的只更改下一次",
    title: "更改時間",
    options: { what: "哪一則公告", when: "新的發布時間" },
    hints: { what: "內文開頭的文字", when: "+1h 即延後1小時；也可以寫明天 09:00、2026-12-05 17:00 東京、1d before" },
  },
  "announce templates": {
    summary: "撰寫公告時可用的範本：各語言的常用範本與自存的範本",
    title: "公告範本",
    options: { name: "哪一個範本" },
    hints: { name: "名稱中的字詞。留空：全部" },
  },
  "announce template": {
    summary: "為一段文字取名，存成範本",
    title: "新增範本",
    options: { name: "名稱", text, ...texts },
    hints: { text: "用於沒有該語言內文的頻道" },
  },
  "announce cancel": {
    summary: "取消已排定的內容",
    title: "取消發布",
    options: { what: "取消哪一則" },
    hints: { what: "內文開頭的文字，或討論題的名稱" },
  },
  "announce withdraw": {
    summary: "將已發布的公告、討論題、改期通知或分享的回覆從所有頻道撤下",
    title: "撤下",
    options: { what: "哪一則" },
    hints: { what: "內文開頭的文字，或討論題的名稱" },
  },
};
