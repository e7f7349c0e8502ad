import fc from "fast-check";
import { toPrivate } from "../../../src/adapters/discord/render.ts";
import { type Block, message, text } from "../../../src/core/bot/message.ts";
import type { Writing } from "../../../src/core/bot/text.ts";
import { allComponents, mentionRules, messageRules } from "../../support/discord/rules.ts";
import { objection } from "../../support/discord/schemas.ts";
import type { Json } from "../../support/discord/state.ts";

export const bodyOf = (...blocks: readonly (Block | undefined)[]): Json =>
  toPrivate(message(...blocks)) as unknown as Json;
export const contents = (body: Json): readonly string[] =>
  allComponents(body.components)
    .filter(({ type }) => type === 10)
    .map((part) => String(part.content));
export const content = (...said: readonly Writing[]): string => contents(bodyOf(text(...said))).join("\n");

export const refusals = (body: Json): readonly string[] =>
  [
    objection("POST", "/interactions/1/x/callback", { type: 4, data: body }),
    ...messageRules(body, "reply"),
    ...mentionRules(body),
  ].filter((one) => one !== "");

/** What somebody may have typed, and what they would type who want to break out. */
const PIECES = [
  "@everyone",
  "@here",
  "<@1>",
  "<@!1>",
  "<@&1>",
  "<#1>",
  "</webinar next:1>",
  "<t:1:R>",
  "<t:1>",
  "<id:customize>",
  "<a:x:1>",
  "<:x:1>",
  ":x:",
  ":smile:",
  "**",
  "*",
  "_",
  "__",
  "~~",
  "||",
  "`",
  "```",
  "```js\n",
  "> ",
  ">>> ",
  "# ",
  "## ",
  "### ",
  "-# ",
  "- ",
  "* ",
  "+ ",
  "1. ",
  "12. ",
  "\\",
  "[",
  "]",
  "(",
  ")",
  "[zoom](https://evil.example)",
  "https://evil.example/a_b_c",
  "http://",
  "steam://run",
  "<https://evil.example>",
  "<mailto:a@b.c>",
  "discord://x",
  "javascript:alert(1)",
  "\n",
  "\r\n",
  "\u2028",
  " ",
  "\t",
  "\u00a0",
  "\u3000",
  "\u200b",
  "@\u200beveryone",
  "@\u202eeveryone",
  "＠everyone",
  "\u202e",
  "\u2066",
  "\0",
  "\ud800",
  "\udc00",
  "👩‍👩‍👧",
  "é̂̃",
  "中文",
  "a",
  "snake_case",
  "1",
  ".",
  ":",
  "!",
  "&",
  "#",
  "-",
  ">",
];
export const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")),
);
