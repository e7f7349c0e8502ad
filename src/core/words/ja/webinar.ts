import type * as en from "../en/webinar.ts";

export const webinar: typeof en.webinar = {
  edition: (n, series) => `第${n}回${series}`,
  named: (name, title) => `${name} ${title}`,
  placeIn: (place, country) => `${country}・${place}`,
  sample: "サンプルウェビナー",
  sampleNote: "架空の人物による例です。このお試し画面の中だけにあります。",
  hourNotRecorded: "時刻の記録なし",
  onNow: (minutes) => (minutes < 1 ? "始まったばかりです" : `${minutes}分前に開始`),
  onNowMark: "開催中",
  openMeeting: "ミーティングを開く",
  linkLater: "参加用リンクは、開始30分前からここに表示されます。",
  participants: (people, places) => {
    if (places === undefined) return `${people}名が参加`;
    return places === 1 ? `1つの国または地域から${people}名が参加` : `${places}の国と地域から${people}名が参加`;
  },
  discussionLed: (names) => `討論の進行：${names}`,
  discussion: (names) => `討論：${names}`,
  moderator: (names) => `司会：${names}`,
  with: (names) => `発表：${names}`,
  about: (subject) => `対象地域：${subject}`,
  noTitles: "ネットワークの報告書に基づく記録です。発表の題目と、問いへの回答は報告書にありません。",
  noneNext: "次回のウェビナーはまだ決まっていません。",
  lastInRecord: (what) => `記録にある直近の回：${what}`,
  cancelledLately: (name, day) => `中止になりました：${name}（${day}の予定でした）`,
  none: "ウェビナーはまだ記録されていません。",
  whatHappened: "開催記録を見る",
  programme: "プログラム",
  questions: (n) => `討論の問い（${n}問）`,
  listTitle: "ウェビナー一覧",
  listBegins: (edition) => `記録の最初の回：${edition}`,
  andMore: (n) => `ほか${n}件`,
  notFound: (typed) =>
    `「${typed}」に当たるウェビナーが見つかりません。第何回か、開催年、題名に含まれる語のどれかでお試しください。`,
  several: (typed) => `「${typed}」に当たるウェビナーが複数あります。どれでしょうか。`,
  noQuestions: (name) => `${name}：討論の問いは記録されていません。`,
  questionsOf: (name) => `討論の問い：${name}`,
  ledBy: (names) => `討論の進行：${names}`,
  cancelled: "中止",
  nextButton: "次回のウェビナー",
};

export const speaker: typeof en.speaker = {
  on: (affiliation, day) => `${affiliation}（${day}時点）`,
  oneRole: (webinar, role) => `${webinar} · ${role}`,
  notFound: (typed) => `氏名にも所属にも「${typed}」を含む人は、記録に見つかりません。`,
  didYouMean: "次のどなたでしょうか。",
};

export const home: typeof en.home = {
  speaker: "登壇者を探す",
  webinar: "ほかのウェビナー",
  language: (language, place) =>
    `表示は${language}、時刻は${place}時間です。言語とタイムゾーンは、ご自身の環境設定に従います。`,
};

export const help: typeof en.help = {
  title: "ここでできること",
  intro: "結果はあなただけに表示されます。「ここで共有」を押すと、全員に見えるように投稿されます。",
  howTo: "書き方",
  options: "指定できる項目",
  required: "必須",
  optional: "省略可",
  whoMay: (rank) => `使える人：${rank}`,
  unknown: (typed) => `「${typed}」というコマンドはありません。`,
};
