import type * as en from "../en/correct.ts";

export const correct: typeof en.correct = {
  notFound: (typed) => `在最近发布和即将发布的内容中，没有找到以“${typed}”开头的。`,
  rewritten: (text) => `现在的内容：${text}`,
  correctedIn: (where) => `已发布的消息会直接更正：${where}`,
  nothingPosted: "还没有发布过，无需撤回。",
  over: "它既没有已发布的，也没有待发布的。",
  withdrawAsk: (what) => `要撤回“${what}”吗？`,
  standsIn: (where) => `已发布到：${where}`,
  notOutYet: (where) => `尚未发布、之后也不会发布的频道：${where}`,
  unclearIn: (where) => `还不清楚是否已发到这些频道：${where}。如果已经发出，也会在那里撤回。`,
  byHand: (where) => `以下频道中无法确定是哪一条消息，请手动删除：${where}`,
  answersStay: "大家在讨论串中的回答不会因此删除。",
  withdraw: "从所有频道撤回",
  withdrawn: (what, where) => `已撤回“${what}”。频道：${where}`,
  away: "已撤回",
  edit: (what) => `更正“${what}”…`,
  take: (what) => `撤回“${what}”…`,
  takeIt: "撤回…",
};
