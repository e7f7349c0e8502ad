import type * as en from "../en/mention.ts";

/** As Discord's own interface calls the right in Taiwan. */
const DISCORD_RIGHT = "「提及 @everyone、@here 和所有身分組」";

export const mention: typeof en.mention = {
  choices: { everyone: "everyone：頻道所有人", here: "here：目前在線上的人", none: "none：不提及任何人" },
  calls: (who) => `會通知 ${who}`,
  callsAbout: (who, n) => `會通知 ${who}（約${n}人）`,
  callsAtMost: (who, n) => `會通知 ${who}（最多${n}人）`,
  callsNobody: "不會通知任何人",
  callsIf: (who) => `若另一位主辦人同意，會通知 ${who}`,
  called: (who) => `已通知 ${who}`,
  without: "不提及任何人",
  unknown: (typed) => `不知道「${typed}」在這裡是指誰。請寫 everyone、here、none，或身分組、使用者群組的名稱。`,
  person: "公告不能提及個人。請寫 everyone、here、none，或身分組、使用者群組的名稱。",
  several: (name) => `名稱是「${name}」的不只一個。請輸入 @ 再選擇。`,
  nowhere: "提及只能用在這個伺服器或工作空間的頻道，所選的頻道都不是。",
  unasked: (place) => `無法確認您在 ${place} 可以提及哪些人。請過一分鐘再試，或不要提及。`,
  mayNot: {
    discord: (who, place) => `您不能在 ${place} 提及 ${who}：需要在該頻道發言的權限，以及${DISCORD_RIGHT}的權限。`,
    slack: (who, place) => `您不能在 ${place} 提及 ${who}：只有工作空間的正式成員可以。`,
    web: (who, place) => `您不能在 ${place} 提及 ${who}。`,
  },
  botMayNot: {
    discord: (who, place) => `我不能在 ${place} 提及 ${who}。編輯頻道 → 權限 → Rostrum →${DISCORD_RIGHT}→ ✓ → 儲存變更`,
    slack: (who, place) => `我不能在 ${place} 提及 ${who}。`,
    web: (who, place) => `我不能在 ${place} 提及 ${who}。`,
  },
  noDesk: (most) =>
    `提及超過${most}人時，須經另一位主辦人同意，但沒有可供詢問的主辦人頻道。管理員可用 /rostrum setup 設定。`,
  second: (most) =>
    `這會通知超過${most}人，因此會在主辦人頻道徵求另一位主辦人同意。若無人同意，仍會準時發布，但不提及任何人。`,
  ask: (by, what, when) => `${by} 希望在發布「${what}」時提及成員。發布時間：${when}`,
  askWhy: (most) => `提及超過${most}人時，須經另一位主辦人同意。若無人同意，仍會準時發布，但不提及任何人。`,
  approve: "同意提及",
  decline: "不要提及",
  own: "這是您自己排定的，須由另一位主辦人同意。",
  approved: (what) => `已同意：「${what}」發布時會提及。`,
  declined: (what) => `「${what}」會準時發布，但不提及任何人。`,
  tooLate: "已經發布或取消了。",
  reworded: "此後公告的內容或時間已有變更，請在較新的詢問中答覆。",
};

export const uncalled: typeof en.uncalled = {
  callerGone: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：排定的人已不是該處的成員。`,
  callerRank: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：排定的人已不是主辦人。`,
  callerRight: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：排定的人在該處已沒有提及的權限。`,
  botRight: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：我在該處已沒有提及的權限。`,
  groupGone: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：該身分組或使用者群組已不存在。`,
  unapproved: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：另一位主辦人未及時同意。`,
  declined: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：主辦人決定不提及。`,
  unasked: (what, place) => `「${what}」發布到 ${place} 時不會提及任何人：無法確認是否仍可提及。`,
};
