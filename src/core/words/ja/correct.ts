import type * as en from "../en/correct.ts";

export const correct: typeof en.correct = {
  notFound: (typed) => `最近のお知らせにも、これからのお知らせにも、「${typed}」で始まるものは見つかりません。`,
  rewritten: (text) => `次のように変更しました：${text}`,
  correctedIn: (places) => `投稿済みのものは、その場で訂正します：${places}`,
  nothingPosted: "まだ投稿されていないため、取り下げるものがありません。",
  over: "投稿されているものも、これから投稿されるものもありません。",
  withdrawAsk: (what) => `「${what}」を取り下げますか。`,
  standsIn: (places) => `投稿先：${places}`,
  notOutYet: (places) => `未投稿（今後も投稿されません）：${places}`,
  unclearIn: (places) => `届いたかどうかをまだ確認できていません：${places}。届いていた場合は、そこでも取り下げます。`,
  byHand: (places) => `どのメッセージか特定できないため、お手数ですが直接削除してください：${places}`,
  answersStay: "スレッドに書き込まれた回答は、これによって消えることはありません。",
  withdraw: "すべての場所から取り下げる",
  withdrawn: (what, places) => `「${what}」を取り下げました：${places}`,
  away: "取り下げ済み",
  edit: (what) => `「${what}」を訂正…`,
  take: (what) => `「${what}」を取り下げる…`,
  takeIt: "取り下げる…",
};
