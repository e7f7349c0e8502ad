import type * as en from "../en/webinar.ts";

const span = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60}小時` : `${minutes}分鐘`);

export const webinar: typeof en.webinar = {
  // A series may be named in Latin letters only.
  edition: (n, series) => `第${n}屆${/^\p{sc=Latin}/u.test(series) ? " " : ""}${series}`,
  named: (name, title) => `${name}：${title}`,
  placeIn: (place, country) => `${country} ${place}`,
  sample: "範例線上研討會",
  sampleNote: "這是以虛構人物製作的範例，只存在於這個試用頁面。",
  hourNotRecorded: "未記錄開始時間",
  onNow: (minutes) => (minutes < 1 ? "剛剛開始" : `${minutes}分鐘前開始`),
  onNowMark: "進行中",
  openMeeting: "進入會議",
  linkLater: "會議連結會在開始前30分鐘顯示於此。",
  participants: (people, places) => {
    if (places === undefined) return `${people}人參加`;
    return `來自${places}個${places === 1 ? "國家或地區" : "國家和地區"}的${people}人參加`;
  },
  discussionLed: (names) => `與談人：${names}`,
  discussion: (names) => `與談人：${names}`,
  moderator: (names) => `主持人：${names}`,
  with: (names) => `講者：${names}`,
  about: (subject) => `探討地區：${subject}`,
  noTitles: "依本網絡的報告整理；報告中沒有演講題目，也沒有討論題的回答。",
  noneNext: "下一場線上研討會尚未排定。",
  lastInRecord: (what) => `紀錄中最近的一場：${what}`,
  cancelledLately: (name, day) => `已取消：${name}（原訂${day}）`,
  none: "目前還沒有任何線上研討會的紀錄。",
  whatHappened: "查看紀錄",
  programme: "議程",
  questions: (n) => `討論題（${n}題）`,
  listTitle: "線上研討會一覽",
  listBegins: (edition) => `紀錄中最早的一場：${edition}`,
  notFound: (typed) => `找不到符合「${typed}」的線上研討會。請試試第幾屆、年份，或標題中的字詞。`,
  several: (typed) => `符合「${typed}」的線上研討會不只一場，請問是哪一場？`,
  noQuestions: (name) => `${name}：沒有討論題的紀錄。`,
  questionsOf: (name) => `討論題：${name}`,
  ledBy: (names) => `帶領討論：${names}`,
  cancelled: "已取消",
  cancelledMark: "【已取消】",
  nextButton: "下一場線上研討會",
  noneNow: "目前沒有進行中的線上研討會。",
  nextIs: (name, when) => `下一場：${name}，${when}`,
  noneHeld: "紀錄中還沒有已舉辦的線上研討會。",
  outcome: "成果",
  outcomeOf: (name) => `成果：${name}`,
  notYetHeld: "這場線上研討會尚未舉辦，還沒有成果。",
  noOutcome: "沒有成果的紀錄。",
  speakersOf: (name) => `參與者：${name}`,
  noSpeakers: (name) => `${name}：議程中還沒有列出任何人。`,
  talkNumber: (n) => `演講${n}`,
  talkOf: (n, all) => `演講${n}（共${all}場）`,
  titleNotRecorded: "沒有演講題目的紀錄，以上是內容摘要。",
  untitled: "沒有演講內容的紀錄。",
  noTalks: "這場線上研討會沒有演講的紀錄。",
  noTalk: (typed) => `這場線上研討會找不到符合「${typed}」的演講。請問是下列哪一場？`,
  questionNumber: (n) => `討論題${n}`,
  noPeriod: "請寫年份或月份，例如：2022、2022-02、2022年2月",
  nonePeriod: "這段期間沒有線上研討會的紀錄。",
  earlier: "更早的",
  noWords: "請輸入要搜尋的字詞，例如：governance、東北",
  nothingFound: (typed) => `紀錄中找不到「${typed}」。搜尋範圍包括標題、講者及所屬單位、討論題與成果。`,
  foundFor: (typed) => `「${typed}」的搜尋結果`,
  moreFound: (n) => `以上是最新的${n}筆。加上其他字詞可以縮小範圍。`,
  rightNow: "現在時間",
  tooManyCities: (most) => `一次最多${most}個城市。`,
  clocksBefore: "在那之前，有些地方會調整時鐘：",
  clocksChange: (city, day, minutes) => `${city}：${day}${minutes > 0 ? "撥快" : "撥慢"}${span(Math.abs(minutes))}`,
};

export const remind: typeof en.remind = {
  button: "提醒我",
  before: { "1w": "開始前1週", "1d": "開始前1天", "1h": "開始前1小時", "10m": "開始前10分鐘", start: "開始時" },
  title: (webinar) => `提醒：${webinar}`,
  set: (webinar, when) => `已設定私訊提醒：${webinar}。提醒時間：${when}`,
  follows: "日期若有變動，提醒會跟著調整；若取消舉辦，就不會提醒。",
  here: (webinar, when) => `將在這裡提醒您：${webinar}。提醒時間：${when}`,
  stop: "取消提醒",
  again: "再試一次",
  stopped: (webinar) => `已取消提醒：${webinar}`,
  noneSet: "這場線上研討會沒有設定提醒。",
  over: (webinar) => `${webinar}：已經沒有預定的場次，無法設定提醒。`,
  noHour: (webinar) => `${webinar}：尚未記錄開始時間，無法設定提醒。`,
  past: (before) => `「${before}」已經過了。還可以選擇：`,
  closed: {
    discord: "您沒有開放私訊，因此未設定提醒。請開啟伺服器選單 →「隱私設定」，允許私人訊息，然後再試一次。",
    slack:
      "無法傳私訊給您，因此未設定提醒。請工作空間管理員以新的 manifest 更新並重新安裝應用程式（docs/slack.md），或允許這個應用程式傳送訊息，然後再試一次。",
    web: "這裡無法傳私訊給您，因此未設定提醒。",
  },
  unsure: "剛才無法連上您的私訊，因此未設定提醒。請再試一次。",
};

export const language: typeof en.language = {
  now: (language) => `回覆您的語言：${language}`,
  posts: "發布給所有人看的內容，使用該處的語言。",
  profile: "依個人檔案設定",
  byProfile: "之後會改依您個人檔案的語言回覆。",
};

export const speaker: typeof en.speaker = {
  on: (affiliation, day) => `${affiliation}（${day}當時）`,
  oneRole: (webinar, role) => `${webinar} · ${role}`,
  notFound: (typed) => `紀錄中沒有姓名或所屬單位符合「${typed}」的人。`,
  didYouMean: "請問是下列哪一位？",
  near: (typed) => `紀錄中沒有叫「${typed}」的人。相近的姓名：`,
  otherScript: (typed) =>
    `紀錄中沒有寫成「${typed}」的姓名：姓名依公開發表時的寫法，以羅馬字母記錄。請試試羅馬字母的拼法，或所屬單位。`,
};

export const home: typeof en.home = {
  speaker: "查詢人物",
  webinar: "其他線上研討會",
  language: (language, place) => `語言：${language}；時區：${place}（依您的偏好設定）`,
};

export const help: typeof en.help = {
  title: "這裡可以做的事",
  intro: "回覆只有您看得到；按下回覆中的「分享到這裡」，就會發布給所有人看。",
  howTo: "輸入方式",
  options: "選項",
  required: "必填",
  optional: "可省略",
  whoMay: (rank) => `使用對象：${rank}`,
  unknown: (typed) => `沒有「${typed}」這個指令。`,
};
