import type * as en from "../en/webinar.ts";

const span = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60}時間` : `${minutes}分`);

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
  notFound: (typed) =>
    `「${typed}」に当たるウェビナーが見つかりません。第何回か、開催年、題名に含まれる語のどれかでお試しください。`,
  several: (typed) => `「${typed}」に当たるウェビナーが複数あります。どれでしょうか。`,
  noQuestions: (name) => `${name}：討論の問いは記録されていません。`,
  questionsOf: (name) => `討論の問い：${name}`,
  ledBy: (names) => `討論の進行：${names}`,
  cancelled: "中止",
  cancelledMark: "【中止になりました】",
  nextButton: "次回のウェビナー",
  noneNow: "現在開催中のウェビナーはありません。",
  nextIs: (name, when) => `次回：${name}、${when}`,
  noneHeld: "開催済みのウェビナーはまだ記録されていません。",
  outcome: "成果",
  outcomeOf: (name) => `成果：${name}`,
  notYetHeld: "まだ開催されていないため、成果の記録はありません。",
  noOutcome: "成果は記録されていません。",
  speakersOf: (name) => `登壇者：${name}`,
  noSpeakers: (name) => `${name}：登壇者はまだプログラムに載っていません。`,
  talkNumber: (n) => `発表${n}`,
  talkOf: (n, all) => `発表${n}（全${all}件）`,
  titleNotRecorded: "発表の題目は記録されていません。上は内容の要約です。",
  untitled: "発表の内容は記録されていません。",
  noTalks: "このウェビナーの発表は記録されていません。",
  noTalk: (typed) => `このウェビナーに「${typed}」に当たる発表は見つかりません。次のどれでしょうか。`,
  questionNumber: (n) => `問い${n}`,
  noPeriod: "年または月を書いてください。例：2022、2022-02、2022年2月",
  nonePeriod: "その時期のウェビナーは記録されていません。",
  earlier: "以前のもの",
  noWords: "探す語を書いてください。例：governance、東北",
  nothingFound: (typed) =>
    `「${typed}」に当たるものは記録に見つかりません。題名、登壇者とその所属、討論の問い、成果の中を探しました。`,
  foundFor: (typed) => `「${typed}」の検索結果`,
  moreFound: (n) => `新しい順に${n}件です。語を足すと絞り込めます。`,
  rightNow: "現在の時刻",
  tooManyCities: (most) => `都市は一度に${most}件までです。`,
  clocksBefore: "それまでに、時計の切り替えがあります。",
  clocksChange: (city, day, minutes) =>
    `${city}：${day}に時計が${span(Math.abs(minutes))}${minutes > 0 ? "進みます" : "戻ります"}`,
};

export const remind: typeof en.remind = {
  button: "リマインド",
  before: { "1w": "1週間前", "1d": "1日前", "1h": "1時間前", "10m": "10分前", start: "開始時" },
  title: (webinar) => `リマインダー：${webinar}`,
  set: (webinar, when) => `${webinar}について、${when}にダイレクトメッセージでお知らせします。`,
  follows: "日程が変わればリマインダーも変わります。中止になった場合は送りません。",
  here: (webinar, when) => `${webinar}について、${when}にここでお知らせします。`,
  stop: "リマインダーを取り消す",
  again: "もう一度試す",
  stopped: (webinar) => `リマインダーを取り消しました：${webinar}`,
  noneSet: "このウェビナーのリマインダーは設定されていません。",
  over: (webinar) => `${webinar}の開催予定がないため、リマインダーは設定できません。`,
  noHour: (webinar) => `${webinar}：開始時刻がまだ記録されていないため、リマインダーを設定できません。`,
  past: (before) => `「${before}」はもう過ぎています。次の中から選べます。`,
  closed: {
    discord:
      "ダイレクトメッセージを受け取らない設定になっているため、設定していません。サーバーのメニュー →「プライバシー設定」でダイレクトメッセージを許可してから、もう一度お試しください。",
    slack:
      "ダイレクトメッセージを送れないため、設定していません。ワークスペースの管理者の方に、アプリを新しいマニフェストに更新して再インストールしていただくか（docs/slack.md）、このアプリからのメッセージを許可していただいてから、もう一度お試しください。",
    web: "ここではダイレクトメッセージを送れないため、設定していません。",
  },
  unsure: "ダイレクトメッセージに接続できなかったため、設定していません。もう一度お試しください。",
};

export const language: typeof en.language = {
  now: (language) => `${language}でお答えします。`,
  posts: "全員に見える投稿は、その場所の言語で書かれます。",
  profile: "プロフィールに合わせる",
  byProfile: "今後はプロフィールの言語でお答えします。",
};

export const speaker: typeof en.speaker = {
  on: (affiliation, day) => `${affiliation}（${day}時点）`,
  oneRole: (webinar, role) => `${webinar} · ${role}`,
  notFound: (typed) => `氏名にも所属にも「${typed}」を含む人は、記録に見つかりません。`,
  didYouMean: "次のどなたでしょうか。",
  near: (typed) => `「${typed}」という人は記録にありません。近い名前：`,
  otherScript: (typed) =>
    `「${typed}」という表記の名前は記録にありません。氏名は、公表されたとおりラテン文字で記録されています。ローマ字のつづりか、所属でお試しください。`,
};

export const home: typeof en.home = {
  speaker: "登壇者を探す",
  webinar: "ほかのウェビナー",
  language: (language, place) =>
    `表示は${language}、時刻は${place}時間です。タイムゾーンは、ご自身の環境設定に従います。`,
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
