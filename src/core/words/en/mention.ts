import { count } from "./common.ts";

const members = (n: number): string => count(n, "member", "members");
/** As Discord's own interface calls the right. */
const DISCORD_RIGHT = "“Mention @everyone, @here, and All Roles”";

export const mention = {
  choices: { everyone: "everyone in the channel", here: "here: those who are online", none: "none: nobody" },
  calls: (who: string): string => `calls ${who}`,
  callsAbout: (who: string, n: number): string => `calls ${who} (about ${members(n)})`,
  callsAtMost: (who: string, n: number): string => `calls ${who} (at most ${members(n)})`,
  callsNobody: "calls nobody",
  callsIf: (who: string): string => `calls ${who} if a second organiser agrees`,
  called: (who: string): string => `called ${who}`,
  without: "without its mention",
  unknown: (typed: string): string =>
    `I do not know whom “${typed}” calls here. Write everyone, here, none, or the name of a role or user group.`,
  person: "An announcement calls no single person. Write everyone, here, none, or the name of a role or user group.",
  several: (name: string): string => `There are several called “${name}”. Pick the one you mean by typing @.`,
  nowhere: "A mention works in channels of this server or workspace, and none of these is one.",
  unasked: (place: string): string =>
    `I could not find out whom you may call in ${place}. Try again in a minute, or leave the mention out.`,
  mayNot: {
    discord: (who: string, place: string): string =>
      `You may not call ${who} in ${place}: you need to be allowed to write there, and ${DISCORD_RIGHT}.`,
    slack: (who: string, place: string): string =>
      `You may not call ${who} in ${place}: that is for full members of the workspace.`,
    web: (who: string, place: string): string => `You may not call ${who} in ${place}.`,
  },
  botMayNot: {
    discord: (who: string, place: string): string =>
      `I may not call ${who} in ${place}. Channel → Edit → Permissions → Rostrum → ${DISCORD_RIGHT} → ✓ → Save`,
    slack: (who: string, place: string): string => `I may not call ${who} in ${place}.`,
    web: (who: string, place: string): string => `I may not call ${who} in ${place}.`,
  },
  noDesk: (most: number): string =>
    `More than ${most} members are called only if a second organiser agrees, and there is no desk to ask at. An admin can set one up: /rostrum setup`,
  second: (most: number): string =>
    `It would call more than ${most} members, so a second organiser is asked at the desk. Without a yes it goes out on time and calls nobody.`,
  ask: (by: string, what: string, when: string): string => `${by} wants “${what}” to call people on ${when}:`,
  askWhy: (most: number): string =>
    `More than ${most} members are called only if a second organiser agrees. Without a yes it goes out on time and calls nobody.`,
  approve: "Approve the mention",
  decline: "Without it",
  own: "You scheduled it yourself, so another organiser has to approve the mention.",
  approved: (what: string): string => `Approved: “${what}” goes out with its mention.`,
  declined: (what: string): string => `“${what}” goes out on time without its mention.`,
  tooLate: "It has gone out or was cancelled already.",
  reworded: "It says something else, or goes out at another time, than this note says. A newer note asks about it.",
};

/** Why a post goes out without the mention that was chosen for it. */
export const uncalled = {
  callerGone: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention: whoever scheduled it is no longer a member there.`,
  callerRank: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention: whoever scheduled it is no longer an organiser.`,
  callerRight: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention: whoever scheduled it may no longer call people there.`,
  botRight: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention: I may no longer call people there.`,
  groupGone: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention: the role or user group is gone.`,
  unapproved: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention: no second organiser approved it in time.`,
  declined: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention, as an organiser decided.`,
  unasked: (what: string, place: string): string =>
    `“${what}” goes out in ${place} without its mention: I could not find out whether it may still be made.`,
};
