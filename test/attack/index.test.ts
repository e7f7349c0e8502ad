import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Which test stands for which of the abuse cases (the design's list, by its numbers), as far as this house has their surface. */
const cases: Readonly<Record<number, readonly (readonly [file: string, test: string])[]>> = {
  3: [["attack/mentions.discord", "a mention that the organiser may not make, though the bot may (case 3)"]],
  4: [
    ["attack/mentions.discord", "more than 500 members (case 4)"],
    ["attack/mentions.slack", "of more than 500 is asked at the desk"],
  ],
  12: [["attack/cases", "what looks like a template is said letter by letter (case 12)"]],
  14: [["attack/ranks", "count for nothing in a command that Discord shows to everyone by mistake (14, 15)"]],
  15: [["attack/ranks", "count for nothing in a command that Discord shows to everyone by mistake (14, 15)"]],
  16: [["attack/ranks", "a server that the bot is not in (16)"]],
  17: [
    ["attack/ranks", "somebody else's preview (17)"],
    ["attack/forged.slack", "somebody else's preview is worth nothing, whoever sends its key (17, 18)"],
    ["commands/audit", "by a command of every root, by a button, by a form and by a choice"],
  ],
  18: [
    ["attack/ranks", "a press that the bot never made (18)"],
    ["attack/forged.slack", "a member's press that nobody offered does nothing that a member may not do (18)"],
  ],
  19: [
    ["attack/ranks", "is worth nothing in another server, under the same id or the same name (20)"],
    ["commands/drafts", "by /%s: its key, number, year and words answer like any other word"],
  ],
  20: [["attack/ranks", "is worth nothing in another server, under the same id or the same name (20)"]],
  21: [
    ["attack/ranks", "counts no more from the next press on, between a form and its sending in as well (21)"],
    ["adapters/slack/rank", "counts for a form that was opened before"],
  ],
  22: [
    ["attack/mentions.discord", "what is lost until it is sent (case 22)"],
    ["attack/mentions.slack", "what is lost until it is sent (case 22)"],
  ],
  23: [
    ["attack/ranks", "is held by who has the role, from the next call on and no longer (23)"],
    ["attack/cases", "somebody who has left gets no reminder, is not tried again, and nobody is troubled (case 23)"],
  ],
  24: [
    ["adapters/slack/rank", "somebody whom Slack does not show is a guest"],
    ["adapters/slack/talk", "of somebody at home in another workspace is a guest's"],
    ["adapters/slack/several", "somebody of another company in a shared channel is a guest"],
  ],
  25: [
    ["adapters/slack/rank", "what the envelope says goes before what the body says"],
    ["attack/forged.slack", "of a %s does not make somebody an admin"],
  ],
  26: [["commands/suggest", "cost who may not ask one statement and no line of the log (26)"]],
  27: [["attack/cases", "a suggestion's value is looked up again, under the rights of who sends it (case 27)"]],
  28: [["adapters/discord/abuse", "bots and webhooks move nothing"]],
  29: [["attack/ranks", "what nobody may see (29)"]],
  30: [["attack/cases", "nobody but an admin says who in the record an account is (case 30)"]],
  // There is no biography and no portrait anywhere in the program: what can be withdrawn is the part in a programme.
  31: [
    ["attack/cases", "a person of the record is a name and nothing else (case 31)"],
    ["attack/cases", "who is taken out of a programme is in no post of it, past or to come (case 31)"],
  ],
  63: [["attack/quota", "somebody who makes rows by the thousand (case 63)"]],
  66: [["attack/quota", "a storm of presses on one message (case 66)"]],
  67: [
    ["adapters/discord/abuse", "a double click, a second window and a replayed event have one effect"],
    ["adapters/slack/again", "the very bytes that Slack signed have no second effect either"],
    ["attack/together", "the press that schedules, played again after a resume, schedules once"],
  ],
};

it.each(Object.entries(cases))("case %s has a test", (_case, tests) => {
  for (const [file, name] of tests) expect(readFileSync(`test/${file}.test.ts`, "utf8"), file).toContain(name);
});

it("each of those that this part of the house is attacked by is there", () => {
  const wanted = [3, 4, 12, ...Array.from({ length: 18 }, (_, n) => 14 + n), 63, 66, 67];
  expect(Object.keys(cases).map(Number)).toEqual(wanted);
});
