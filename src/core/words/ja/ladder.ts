import type * as en from "../en/ladder.ts";

export const ladder: typeof en.ladder = {
  title: (webinar) => `${webinar}のお知らせ`,
  before: {
    weeks: (n) => `開催まであと${n}週間です`,
    days: (n) => (n === 1 ? "いよいよ明日（24時間後）です" : `開催まであと${n}日です`),
    hours: (n) => `開始まであと${n}時間です`,
    minutes: (n) => `開始まであと${n}分です`,
  },
  start: "まもなく始まります",
  after: "終了しました。ご参加くださった皆さま、ありがとうございました。",
  moved: "日時が変わりました",
  past: (n) => `すでに過ぎた${n}件は除きました。`,
  none: "これから投稿できるものがありません。",
  unclear: "4w, 1w, 1d, 1h, start, 1d after, 1w after のように書いてください。",
  tooMany: (most) => `一度に${most}件までです。`,
  afterwards: "それぞれの文章と日時は、予約したあとで変えられます：/announce list",
  leaveOut: "除くもの",
  scheduleAll: (n) => `${n}件を予約する`,
  scheduled: (n, where) => `${where}に${n}件のお知らせを予約しました。`,
  already: "すべて予約済みです。",
  missing: (language) => `題名には${language}の表記がないため、記録のまま表示します。`,
};
