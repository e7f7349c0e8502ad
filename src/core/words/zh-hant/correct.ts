import type * as en from "../en/correct.ts";

export const correct: typeof en.correct = {
  notFound: (typed) => `近期已發布或即將發布的內容中，沒有以「${typed}」開頭的。`,
  rewritten: (text) => `內文已改為：${text}`,
  correctedIn: (places) => `已發布的訊息也會更正：${places}`,
  nothingPosted: "目前沒有已發布的訊息可以撤下。",
  over: "目前沒有已發布的訊息，也沒有排定要發布的。",
  withdrawAsk: (what) => `要撤下「${what}」嗎？`,
  standsIn: (places) => `已發布的頻道：${places}`,
  notOutYet: (places) => `尚未發布、之後也不會發布的頻道：${places}`,
  unclearIn: (places) => `還不清楚是否已發到這些頻道：${places}。如果已經發出，也會在那裡撤下。`,
  byHand: (places) => `以下頻道中無法確定是哪一則訊息，請手動刪除：${places}`,
  answersStay: "大家在討論串中的回覆不會因此刪除。",
  withdraw: "從所有頻道撤下",
  withdrawn: (what, places) => `已撤下「${what}」。頻道：${places}`,
  away: "已撤下",
  edit: (what) => `更正「${what}」…`,
  take: (what) => `撤下「${what}」…`,
  takeIt: "撤下…",
};
