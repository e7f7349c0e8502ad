import type * as en from "../en/recurrence.ts";

export const recurrence: typeof en.recurrence = {
  daily: "毎日",
  weekdays: "平日（月曜日〜金曜日）",
  weekly: (days, every) => (every === 1 ? `毎週${days}` : `${every}週間ごとの${days}`),
  monthly: (day, nth) => (nth < 0 ? `毎月最終${day}` : `毎月第${nth}${day}${nth === 5 ? "（第5週がある月だけ）" : ""}`),
  at: (rule, time, place) => `${rule} ${time}（${place}時間）`,
  cron: (expression, place) => `cron「${expression}」（${place}時間）`,
  times: (said, times) => `${said}、全${times}回`,
  until: (said, day) => `${said}、${day}まで`,
  gap: (day, asked, becomes) => `${day}は時計が進むため、${asked}という時刻はありません。${becomes}になります。`,
  overlap: (day, asked) => `${day}は時計が戻るため、${asked}が2回あります。1回目とします。`,
  cronBoth: "日と曜日の両方の条件に合う日だけになります。",
  late: "障害などで投稿できなかった回が続いたときは、最新の1回だけを投稿します。",
  scheduled: (said, where) => `予約しました。日時：${said}、投稿先：${where}`,
  ask: (by, what, said) => `${by} さんが、「${what}」（${said}）の毎回の投稿でのメンションを希望しています。`,
  tooMany: (most) => `${most}回を超えています。早めに終わるようにしてください。`,
  cancelThis: (what) => `「${what}」の残りをすべて取り消す`,
  cancelled: (what) => `「${what}」の残りを取り消しました。投稿済みのものはそのまま残り、今後は投稿されません。`,
  unclear:
    "繰り返しの指定を読み取れません。「毎週月曜 9:00 東京」「2週間ごと金曜 15:00」「第1木曜 17:00 ロンドン」「0 9 * * 1 東京」のように書き、続けて「4回」「4週間」「2026-11-30まで」のいずれかを付けてください。",
  whichHour: "何時かも、曜日の後に書いてください。例：毎週月曜 9:00 東京",
  whichSecond: "隔週でしょうか、月に1回でしょうか。隔週なら「隔週金曜」、月に1回なら「第2金曜」と書いてください。",
  whichEnd: "いつまでか読み取れません。「4回」「4週間」「2026-11-30まで」のように書いてください。",
  oneEnd: "開始または終了が2つあります。「4回」「4週間」「2026-11-30まで」のうち1つだけにしてください。",
  endless: "終わりがありません。「4回」「4週間」「2026-11-30まで」のいずれかを付けてください。",
  endsBefore: (first) => `初回が${first}なのに、終わりがそれより前です。終わりを後ろにずらしてください。`,
  cronUnclear: (expression) =>
    `「${expression}」は読み取れません。分・時・日・月・曜日の5項目で書いてください。「0 9 * * 1」は毎週月曜日9:00です。`,
  never: "そのような日は暦にないため、一度も来ません。",
};
