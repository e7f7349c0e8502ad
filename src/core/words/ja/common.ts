import { clockTime, dayNames, relativeTime } from "../dates.ts";
import type * as en from "../en/common.ts";

const days = dayNames("ja");
const relative = relativeTime("ja");

/** "17:00", "8:00" */
const time: typeof clockTime = (at) => clockTime(at).replace(/^0/, "");
const day = (d: Temporal.PlainDate): string => `${d.year}年${d.month}月${d.day}日`;
/** "2026年12月5日(土)": these parentheses are half-width, those of sentences full-width. */
const dayOfWeek = (d: Temporal.PlainDate): string => `${day(d)}(${days.weekdayShort(d)})`;

export const list: typeof en.list = (parts) => parts.join("、");

export const date: typeof en.date = {
  long: dayOfWeek,
  short: dayOfWeek,
  day,
  weekday: days.weekday,
  months: (d) => [days.month(d)],
  time,
  at: (day, time, place) => `${day} ${time} ${place}`,
  stop: (city, time) => `${city} ${time}`,
  stopOn: (city, at) => `${city} ${days.weekdayShort(at.toPlainDate())}曜 ${time(at)}`,
  stops: (stops) => stops.join("・"),
  oneDay: (stops, day) => `${stops}（いずれも${days.weekday(day)}）`,
  // Between a name and its affiliation, and those stand in a list with 、.
  comma: "　",
  colon: "：",
  aside: (what, remark) => `${what}（${remark}）`,
  // CLDR puts a space after the number.
  inTime: (ms) => relative(ms).replace(" ", ""),
  timesIn: (place) => `時刻は${place}時間`,
};

export const when: typeof en.when = {
  unclear:
    "日時を読み取れません。「12月5日 17:00」「2026-12-05 17:00 東京」「+2d」（2日後）「1w before」（開始の1週間前）のように書いてください。",
  whichHour: "何時かも書いてください。例：2026-12-05 17:00",
  whichOrder: "どちらが月でどちらが日か分かりません。年から書いてください。例：2026-12-05 17:00",
  buddhist: (year, gregorian) => `${year}年は仏暦でしょうか。その場合は${gregorian}と書いてください。`,
  noSuchDay: "その日付は暦にありません。",
  noSuchHour: "その時刻はありません。17:00のように書いてください。",
  unknownZone: (name) =>
    `「${name}」というタイムゾーンは分かりません。都市名（東京）かIANAの名称（Europe/London）で書いてください。`,
  past: (written) => `もう過ぎた日時です：${written}`,
  noHour: (webinar) =>
    `${webinar}：開始時刻が記録されていないため、開始や終了を基準にした指定はできません。日付と時刻を書いてください。`,
  noWebinar: "予定されているウェビナーがないため、開始や終了を基準にした指定はできません。日付と時刻を書いてください。",
  gap: (asked, written) => `この日は時計が進むため、${asked}という時刻はありません。${written}になります。`,
  overlap: "この日は時計が戻るため、この時刻が2回あります。1回目とします。",
  tooFar: "2年より先の日時は指定できません。",
  counted: {
    start: { at: "開始時", before: (length) => `開始の${length}前`, after: (length) => `開始の${length}後` },
    end: { at: "終了時", before: (length) => `終了の${length}前`, after: (length) => `終了の${length}後` },
  },
  length: { weeks: (n) => `${n}週間`, days: (n) => `${n}日`, hours: (n) => `${n}時間`, minutes: (n) => `${n}分` },
};

export const bot: typeof en.bot = {
  open: "フォームを開く",
  submit: "送信",
  cancel: "キャンセル",
  unknown: (typed) => `/${typed} というコマンドはありません。`,
  didYouMean: (name) => `/${name}`,
  unknownOption: (command, option) => `/${command} に「${option}」という項目はありません。`,
  takesNothing: (command) => `/${command} の後には何も付けません。`,
  allCommands: "コマンド一覧",
  needsRank: {
    member: "メンバー用のコマンドです。",
    moderator: "モデレーター用のコマンドです。管理者が /rostrum roles give で権限を付与できます。",
    organiser: "主催者用のコマンドです。管理者が /rostrum roles give で権限を付与できます。",
    admin: "管理者用のコマンドです。Rostrumを設置した人が /rostrum roles give で権限を付与できます。",
  },
  needsRole: "このウェビナーについては、その討論者とモデレーターだけが使えます。",
  notConnected: (space) =>
    `${space}はネットワークに接続されていません。${space}の管理者が /rostrum setup で接続を申請できます。`,
  guest: "ゲストの方は、プログラムにお名前がある場合だけ使えます。",
  lostPress: "このボタンのメッセージは古くなり、使えません。最初からやり直してください。",
  foreignDraft: "これは別の方の操作画面です。コマンドを入力して、ご自分の画面を開いてください。",
  expiredDraft: "この画面はもう使えません。何も変更していません。最初からやり直してください。",
  fault: (reference) =>
    `Rostrumの側でエラーが起きました。何も変更していません。もう一度お試しください。続く場合は、この番号を主催者にお知らせください：${reference}`,
  notAChoice: (values) => `次のいずれかを指定してください：${values}`,
  tooLong: (most, is) => `${most}文字以内にしてください。今は${is}文字です。`,
  tooMuch: "1時間の操作がとても多くなっています。数分おいてからお続けください。",
  empty: "空欄にはできません。",
  cancelled: "そのままにしました。予約も投稿もしていません。",
  change: "変更…",
  leave: "キャンセル",
  working: "処理しています…",
  tooLarge:
    "大きすぎるため、Slackではこのフォームを表示できません。文章を短くして、1行のコマンドとして入力してください。",
  more: "続きを表示",
  back: "前に戻る",
  outside: "ダイレクトメッセージでは使えません。ネットワークのサーバーのチャンネルでお使いください。",
};

export const share: typeof en.share = {
  button: "ここで共有",
  done: "全員に見えるように、ここに投稿します。",
  mayNot: "このチャンネルに書き込む権限をお持ちでないため、ここでは共有できません。",
  cannot: "この内容は共有できません。",
  tooMany: "短い間に多く共有されました。1分ほどしてからもう一度お試しください。",
  by: (name) => `共有：${name}`,
};

export const rank: typeof en.rank = {
  member: "メンバー",
  moderator: "モデレーター",
  organiser: "主催者",
  admin: "管理者",
};
export const role: typeof en.role = { speaker: "発表者", discussant: "討論者", moderator: "司会" };
export const languageNames: typeof en.languageNames = {
  en: "English（英語）",
  ja: "日本語",
  "zh-Hans": "简体中文（中国語・簡体字）",
  "zh-Hant": "繁體中文（中国語・繁体字）",
  th: "ไทย（タイ語）",
};
export const purpose: typeof en.purpose = { announcements: "お知らせ", discussion: "討論", desk: "運営" };
