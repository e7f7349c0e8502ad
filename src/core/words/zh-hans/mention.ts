import type * as en from "../en/mention.ts";

/** As Discord's own Chinese interface calls the right. */
const DISCORD_RIGHT = "“提及 @everyone、@here 和所有身份组”";

export const mention: typeof en.mention = {
  choices: { everyone: "everyone：频道中的所有人", here: "here：在线的人", none: "none：不提及任何人" },
  calls: (who) => `提及 ${who}`,
  callsAbout: (who, n) => `提及 ${who}（约${n}人）`,
  callsAtMost: (who, n) => `提及 ${who}（最多${n}人）`,
  callsNobody: "不提及任何人",
  callsIf: (who) => `另一位组织者同意后提及 ${who}`,
  called: (who) => `已提及 ${who}`,
  without: "不带提及",
  unknown: (typed) => `不清楚“${typed}”在这里指谁。请填写 everyone、here、none，或者身份组、用户组的名称。`,
  person: "公告不能提及个人。请填写 everyone、here、none，或者身份组、用户组的名称。",
  several: (name) => `叫“${name}”的不止一个。请输入 @，选择您要提及的那个。`,
  nowhere: "提及只能用于本服务器或本工作区的频道，而所选的频道都不在其中。",
  unasked: (place) => `没能查到您在 ${place} 可以提及谁。请过一分钟再试，或者不用提及。`,
  mayNot: {
    discord: (who, place) => `您不能在 ${place} 提及 ${who}：需要有在那里发言的权限，以及${DISCORD_RIGHT}权限。`,
    slack: (who, place) => `您不能在 ${place} 提及 ${who}：只有工作区的正式成员可以。`,
    web: (who, place) => `您不能在 ${place} 提及 ${who}。`,
  },
  botMayNot: {
    discord: (who, place) =>
      `Rostrum 不能在 ${place} 提及 ${who}。请打开：编辑频道 → 权限 → Rostrum → ${DISCORD_RIGHT} → ✓ → 保存更改`,
    slack: (who, place) => `Rostrum 不能在 ${place} 提及 ${who}。`,
    web: (who, place) => `Rostrum 不能在 ${place} 提及 ${who}。`,
  },
  noDesk: (most) =>
    `提及超过${most}人时，须经另一位组织者同意，但还没有设置可供征求意见的组织者频道。请管理员用 /rostrum setup 设置。`,
  second: (most) =>
    `提及的人数超过${most}人，因此会在组织者频道征求另一位组织者的同意。如果无人同意，公告会按时发布，但不提及任何人。`,
  ask: (by, what, when) => `${by} 想在公告“${what}”中提及成员。发布时间：${when}`,
  askWhy: (most) => `提及超过${most}人时，须经另一位组织者同意。如果无人同意，公告会按时发布，但不提及任何人。`,
  approve: "同意提及",
  decline: "不提及，照常发布",
  own: "这条公告是您自己安排的，提及须由另一位组织者同意。",
  approved: (what) => `已同意：“${what}”发布时会带上提及。`,
  declined: (what) => `“${what}”会按时发布，不带提及。`,
  tooLate: "公告已经发布，或已取消。",
  reworded: "此后公告的内容或时间有变，请在较新的询问中答复。",
};

export const uncalled: typeof en.uncalled = {
  callerGone: (what, place) => `“${what}”会发布到 ${place}，但不带提及：安排它的人已不是那里的成员。`,
  callerRank: (what, place) => `“${what}”会发布到 ${place}，但不带提及：安排它的人已不是组织者。`,
  callerRight: (what, place) => `“${what}”会发布到 ${place}，但不带提及：安排它的人在那里已没有提及的权限。`,
  botRight: (what, place) => `“${what}”会发布到 ${place}，但不带提及：Rostrum 在那里已没有提及的权限。`,
  groupGone: (what, place) => `“${what}”会发布到 ${place}，但不带提及：身份组或用户组已不存在。`,
  unapproved: (what, place) => `“${what}”会发布到 ${place}，但不带提及：没有另一位组织者及时同意。`,
  declined: (what, place) => `按组织者的决定，“${what}”会发布到 ${place}，但不带提及。`,
  unasked: (what, place) => `“${what}”会发布到 ${place}，但不带提及：没能查到现在是否仍可提及。`,
};
