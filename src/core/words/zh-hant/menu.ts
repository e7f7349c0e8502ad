import type * as en from "../en/menu.ts";
import { announceMenu } from "./menu-announce.ts";
import { discussMenu } from "./menu-discuss.ts";
import { manageMenu } from "./menu-manage.ts";

const whichWebinar = "第幾屆、年份，或標題中的字詞。留空：下一場；若無，則為最近一場";

export const menu: typeof en.menu = {
  "webinar next": {
    summary: "下一場線上研討會：您當地的時間、講者、討論題",
    title: "下一場線上研討會",
    options: {},
    hints: {},
  },
  "webinar now": { summary: "進行中的線上研討會與會議連結", title: "進行中", options: {}, hints: {} },
  "webinar last": { summary: "最近一場已舉辦的線上研討會", title: "上一場線上研討會", options: {}, hints: {} },
  "webinar list": {
    summary: "所有線上研討會，即將舉辦的排在前面",
    title: "線上研討會一覽",
    options: { period: "年份或月份" },
    hints: { period: "2022、2022-02、2022年2月。留空：全部" },
  },
  "webinar earlier": {
    summary: "更早的線上研討會",
    title: "線上研討會一覽",
    options: { after: "哪一場之前", within: "哪段期間" },
    hints: {},
  },
  "webinar show": {
    summary: "線上研討會的議程",
    title: "議程",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: whichWebinar },
  },
  "webinar talk": {
    summary: "線上研討會中的一場演講：講者與內容",
    title: "演講",
    options: { talk: "哪一場演講", webinar: "哪一場線上研討會" },
    hints: { talk: "編號、講者，或內容中的字詞", webinar: whichWebinar },
  },
  "webinar speakers": {
    summary: "線上研討會的講者、與談人和主持人",
    title: "參與者",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: whichWebinar },
  },
  "webinar questions": {
    summary: "線上研討會的討論題",
    title: "討論題",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: whichWebinar },
  },
  "webinar search": {
    summary: "在標題、演講、人物、討論題和成果中搜尋",
    title: "搜尋",
    options: { words: "要找的字詞" },
    hints: { words: "例如：governance、東北" },
  },
  "webinar time": {
    summary: "各城市的當地時間，以及在那之前是否調整時鐘",
    title: "時間對照",
    options: { when: "什麼時間", cities: "哪些城市" },
    hints: {
      when: "2026-12-05 17:00 東京。留空：下一場線上研討會的開始時間",
      cities: "倫敦、曼谷、東京。留空：網絡的城市",
    },
  },
  "webinar remind": {
    summary: "線上研討會開始前私訊提醒您，改期時自動調整",
    title: "提醒",
    options: { webinar: "哪一場線上研討會", before: "提前多久" },
    hints: { webinar: whichWebinar },
  },
  "webinar unremind": {
    summary: "取消線上研討會的提醒",
    title: "取消提醒",
    options: { webinar: "哪一場線上研討會" },
    hints: {},
  },
  "webinar language": {
    summary: "回覆您時使用的語言",
    title: "語言",
    options: { language: "哪一種語言" },
    hints: {},
  },
  "webinar outcomes": {
    summary: "線上研討會的成果",
    title: "成果",
    options: { webinar: "哪一場線上研討會" },
    hints: { webinar: "第幾屆、年份，或標題中的字詞。留空：最近一場" },
  },
  "webinar help": {
    summary: "這裡可以做的事，以及輸入方式",
    title: "說明",
    options: { command: "哪個指令" },
    hints: { command: "例如：webinar show" },
  },
  speaker: {
    summary: "紀錄中的人物：角色、演講、當時的所屬單位",
    title: "查詢人物",
    options: { name: "姓名或所屬單位" },
    hints: { name: "全名或其中一部分皆可，例如：liu、Tohoku" },
  },
  "announce list": {
    summary: "即將發布、已經發布，以及不確定是否送達的內容",
    title: "發布一覽",
    options: { days: "未來幾天" },
    hints: {},
  },
  "announce approve": {
    summary: "同意或不同意提及",
    title: "提及",
    options: { version: "修改前的版本", announcement: "哪一則公告", say: "是否同意" },
    hints: {},
  },
  "announce stop": { summary: "取消已排定的內容", title: "取消發布", options: { what: "取消哪一則" }, hints: {} },
  "announce settle": {
    summary: "回報訊息是否送達",
    title: "確認是否送達",
    options: { delivery: "哪一則訊息", there: "是否送達", attempt: "第幾次發布" },
    hints: {},
  },
  ...announceMenu,
  ...discussMenu,
  ...manageMenu,
  home: { summary: "下一場線上研討會，以及其他功能", title: "首頁", options: {}, hints: {} },
  menu: { summary: "這裡可以做的所有事", title: "功能選單", options: {}, hints: {} },
  leave: { summary: "一切維持原狀", title: "取消", options: {}, hints: {} },
  "rostrum doctor": {
    summary: "哪些正常、哪些不正常，以及如何處理",
    title: "檢查運作狀況",
    options: {},
    hints: {},
  },
  "rostrum setup": {
    summary: "設定網絡與這個伺服器或工作空間",
    title: "設定1/2：網絡",
    options: {
      name: "網絡名稱",
      zone: "時區",
      language: "發布時使用的語言",
      strip: "時間下方列出的城市",
    },
    hints: {
      name: "留空：不顯示",
      zone: "城市或時區：東京、Europe/London",
      strip: "由西到東：倫敦、曼谷、東京",
    },
  },
  "rostrum space": {
    summary: "設定這個伺服器或工作空間",
    title: "設定2/2：頻道",
    options: {
      announcements: "公告頻道",
      discussion: "討論頻道（發布討論題）",
      desk: "主辦人頻道（限主辦人的私人頻道）",
      language: "在這裡發布時使用的語言",
    },
    hints: { desk: "出問題時，我會在這裡通知。請勿讓一般成員看到" },
  },
  "rostrum connect": {
    summary: "讓伺服器加入網絡",
    title: "加入網絡",
    options: { platform: "平台", space: "伺服器" },
    hints: {},
  },
  "rostrum roles list": {
    summary: "誰是版主、主辦人、管理員，以及帳號對應紀錄中的哪個人",
    title: "權限與角色",
    options: {},
    hints: {},
  },
  "rostrum roles give": {
    summary: "將權限授予成員或群組，或將帳號對應到紀錄中的人物",
    title: "授予權限或角色",
    options: {
      who: "成員或群組",
      role: "權限或角色",
      webinar: "哪一場線上研討會",
      person: "紀錄中的哪個人",
    },
    hints: {
      webinar: "僅適用於講者、與談人、主持人。留空：下一場",
      person: "僅適用於講者、與談人、主持人。留空：擔任該角色的人",
    },
  },
  "rostrum roles take": {
    summary: "收回權限，或解除帳號與人物的對應",
    title: "收回權限或角色",
    options: { who: "成員或群組" },
    hints: {},
  },
  "rostrum audit": {
    summary: "誰做了什麼，誰因權限不足遭拒",
    title: "操作紀錄",
    options: { by: "誰的操作", webinar: "關於哪場線上研討會" },
    hints: { by: "姓名或其中一部分；留空則為所有人", webinar: "屆次、年份或標題中的詞；留空則為全部" },
  },
  "rostrum older": {
    summary: "更早的操作",
    title: "操作紀錄",
    options: { before: "哪一行之前", by: "誰的操作", webinar: "關於哪場線上研討會" },
    hints: {},
  },
  share: { summary: "將回覆發布給所有人看", title: "分享", options: { of: "回覆" }, hints: {} },
};
