import fc from "fast-check";
import { expect, test } from "vitest";
import { fromChoice, fromCustomId, toButtonId, toChoiceId, toMarkedId } from "../../../src/adapters/discord/carry.ts";
import { toModal } from "../../../src/adapters/discord/form.ts";
import { clean, cut, escapeMarkup, label } from "../../../src/adapters/discord/plain.ts";
import { toPrivate, toPublicBody } from "../../../src/adapters/discord/render.ts";
import { type Block, buttons, message, note, text } from "../../../src/core/bot/message.ts";
import { bold, lines, link, md, type Node, type Text, type Writing } from "../../../src/core/bot/text.ts";
import { readMarkdown } from "../../support/discord/markdown.ts";
import { allComponents, mentionRules, messageRules, modalRules } from "../../support/discord/rules.ts";
import { objection } from "../../support/discord/schemas.ts";
import type { Json } from "../../support/discord/state.ts";

const bodyOf = (...blocks: readonly (Block | undefined)[]): Json => toPrivate(message(...blocks)) as unknown as Json;
const contents = (body: Json): readonly string[] =>
  allComponents(body.components)
    .filter(({ type }) => type === 10)
    .map((part) => String(part.content));
const content = (...said: readonly Writing[]): string => contents(bodyOf(text(...said))).join("\n");

const refusals = (body: Json): readonly string[] =>
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
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")),
);

test("whatever is written is shown as it is written, and nothing in it is alive", () => {
  fc.assert(
    fc.property(words, (written) => {
      const read = readMarkdown(escapeMarkup(clean(written)));
      expect(read.live).toEqual([]);
      expect(read.plain).toBe(clean(written));
    }),
    { numRuns: 3000 },
  );
});

test("whatever is written inside our own text leaves its structure alone", () => {
  fc.assert(
    fc.property(words, words, words, (a, b, c) => {
      const shown = content(
        md`${bold(a)} by ${b}, ${{ node: "time", at: 1_777_000_000, style: "full", written: "w" }}${c}`,
      );
      const read = readMarkdown(shown);
      const visible = clean(a)
        .split("\n")
        .filter((line) => /[^\s\p{Z}\p{C}]/u.test(line)).length;
      expect(read.live).toEqual([...Array(visible).fill("bold"), "time"]);
      expect(read.plain).toBe(`${clean(a)} by ${clean(b)}, 2026-04-24 03:06 UTC${clean(c)}`);
    }),
    { numRuns: 2000 },
  );
});

test("strings that meet do not make a mark together", () => {
  for (const parts of [
    ["@", "everyone"],
    ["*", "*x**"],
    ["1", ". x"],
    ["http", "s://evil.example"],
    [":", "x:"],
    ["<", "@1>"],
    ["[a]", "(https://evil.example)"],
    ["\\", "*x*"],
  ])
    expect(readMarkdown(content(parts))).toEqual({ plain: parts.join(""), live: [] });
});

test("bold next to bold and bold in bold are one", () => {
  expect(content([bold("a"), bold("b")])).toBe("**ab**");
  expect(content(bold(["a", bold("b"), "c"]))).toBe("**abc**");
  expect(content(["x", bold(""), bold(" "), "y"])).toBe("x y");
  expect(readMarkdown(content([bold("two\nlines"), " x"]))).toEqual({ plain: "two\nlines x", live: ["bold", "bold"] });
});

test("small print is small on every line", () => {
  const [shown = ""] = contents(bodyOf(note("one\n# two", "", "three")));
  expect(shown).toBe("-# one\n-# \\# two\n-# three");
  expect(readMarkdown(shown)).toEqual({ plain: "one\n# two\nthree", live: ["small", "small", "small"] });
});

test.each([
  ["https://zoom.us/j/1", "Join", "[Join](<https://zoom.us/j/1>)"],
  ["https://zoom.us/j/1", "https://zoom.us/j/1", "<https://zoom.us/j/1>"],
  ["https://zoom.us/j/1", "", "<https://zoom.us/j/1>"],
  // A label that looks like an address never hides the real one.
  ["https://evil.example", "https://zoom.us/j/1", "https\\://zoom.us/j/1 (<https://evil.example/>)"],
  ["https://evil.example", "zoom.us", "zoom.us (<https://evil.example/>)"],
  ["https://evil.example", "a](https://b) [c", "a\\](https\\://b) \\[c (<https://evil.example/>)"],
  // The host as the network sees it.
  ["https://zооm.us/", "Join", "[Join](<https://xn--zm-fmca.us/>)"],
  ["https://a.example/x)y(z*w|v\\u", "Join", "[Join](<https://a.example/x%29y%28z%2Aw%7Cv/u>)"],
  // Anything but http and https, and hosts behind an account, are words.
  ["javascript:alert(1)", "Join", "Join (javascript\\:alert(1))"],
  ["data:text/html,x", "Join", "Join (data\\:text/html,x)"],
  ["https://zoom.us@evil.example", "Join", "Join (https\\://zoom.us\\@evil.example)"],
  ["discord://x", "Join", "Join (discord\\://x)"],
  ["not an address", "Join", "Join (not an address)"],
])("a link to %s that says %s stands as %s", (url, said, shown) => {
  expect(content(link(said, url))).toBe(shown);
});

test("a link is one live link whatever its label and address are", () => {
  fc.assert(
    fc.property(words, fc.webUrl({ withFragments: true, withQueryParameters: true }), (said, url) => {
      const { live } = readMarkdown(content(["x ", link(said, url), " ", bold(link(said, url))]));
      expect(live.filter((mark) => mark.startsWith("link "))).toHaveLength(2);
      expect(live.every((mark) => mark === "bold" || mark.startsWith("link http"))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a time is shown in the reader's own zone", () => {
  expect(content({ node: "time", at: 1_777_000_000, style: "full", written: "w" })).toBe("<t:1777000000:F>");
  expect(content({ node: "time", at: 1_777_000_000, style: "relative", written: "w" })).toBe("<t:1777000000:R>");
});

test("somebody is named in private, and only written out in public", () => {
  const who: Text = [
    bold(["by ", { node: "mention", kind: "user", id: "1", written: "Mei *" }]),
    { node: "mention", kind: "group", id: "2", written: "@everyone" },
  ];
  expect(content(who)).toBe("**by <@1>**<@&2>");
  const open = toPublicBody(message(text(who), buttons({ label: "a", press: "a" })), "a".repeat(24)) as unknown as Json;
  expect(contents(open)).toEqual(["**by Mei \\***\\@everyone"]);
  const forged: Node = { node: "mention", kind: "user", id: "1> @everyone", written: "x" };
  expect(content(forged)).toBe("x");
});

test.each([1, 2000, 2001, 3999, 4000, 4001, 6000, 40_001])("a text of %i characters is taken by Discord", (length) => {
  for (const written of [
    "a".repeat(length),
    "*".repeat(length),
    "e\u0301".repeat(length),
    `a${"\u0301".repeat(length)}`,
    "👩‍👩‍👧".repeat(length),
    "line\n".repeat(length),
    "\ud83d".repeat(length),
    "word ".repeat(length),
  ]) {
    const body = bodyOf(text(written), note("small"), buttons({ label: written, press: "p" }));
    expect(refusals(body)).toEqual([]);
    expect(contents(body).every((one) => one.isWellFormed())).toBe(true);
    const modal = toModal({
      kind: "form",
      title: written,
      press: "p",
      intro: written,
      labels: { submit: "", cancel: "", open: "" },
      fields: [
        { option: "a", label: written, kind: "line", required: true, hint: written, value: written, problem: written },
      ],
    });
    expect(modalRules(modal as unknown as Json)).toEqual([]);
    expect(objection("POST", "/interactions/1/x/callback", { type: 9, data: modal })).toBe("");
  }
});

test("a private text that is too long ends at a line's end, with a sign, and keeps its buttons", () => {
  const body = bodyOf(
    text(Array.from({ length: 600 }, (_, n) => `Line ${n}`).join("\n")),
    note("never seen"),
    buttons({ label: "a", press: "p" }),
  );
  const [shown = "", ...more] = contents(body);
  expect(shown).toMatch(/Line \d+\n…$/u);
  expect(shown.length).toBeGreaterThan(3900);
  expect(more).toEqual([]);
  expect(JSON.stringify(body)).toContain('"p^0"');
});

test("a single line that is too long is cut inside, and stays inert", () => {
  const [shown = ""] = contents(bodyOf(text("@everyone ".repeat(900))));
  expect(readMarkdown(shown).live).toEqual([]);
  expect(readMarkdown(shown).plain).toMatch(/^(?:@everyone )+@?\w*…\n…$/u);
});

test("a message of any make is taken by Discord", () => {
  const block: fc.Arbitrary<Block | undefined> = fc.oneof(
    words.map((written) => text(written)),
    words.map((written) => note(written)),
    fc.constant<Block>({ block: "divider" }),
    fc
      .array(
        fc.record({
          label: words,
          press: fc.string({ minLength: 0, maxLength: 90 }),
          style: fc.constantFrom("primary" as const, "danger" as const),
        }),
        { maxLength: 12 },
      )
      .map((all) => buttons(...all)),
    fc
      .record({
        label: words,
        option: fc.constantFrom("a", "webinar", "a-rather-long-name-for-an-option"),
        press: fc.string({ maxLength: 90 }),
        from: fc.array(fc.record({ label: words, value: fc.string({ maxLength: 100 }) }), { maxLength: 30 }),
      })
      .map((choice): Block => ({ block: "choice", choice })),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      expect(refusals(JSON.parse(JSON.stringify(bodyOf(...blocks))))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a form of any make is taken by Discord", () => {
  const field = fc.record({
    label: words,
    kind: fc.constantFrom(
      "line" as const,
      "paragraph" as const,
      "choice" as const,
      "account" as const,
      "channel" as const,
    ),
    required: fc.boolean(),
    hint: words,
    value: fc.oneof(words, fc.constantFrom("<@1>", "<@&1>", "<#1>", "1", "v1")),
    problem: words,
    from: fc.array(fc.record({ label: words, value: fc.constantFrom("", "v1", "v2", "x".repeat(101)) }), {
      maxLength: 30,
    }),
  });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 7 }), words, (fields, title) => {
      const modal = toModal({
        kind: "form",
        title,
        press: "p".repeat(90),
        intro: title,
        labels: { submit: "", cancel: "", open: "" },
        fields: fields.map((one, n) => ({ ...one, option: `o${n}` })),
      });
      expect(
        objection("POST", "/interactions/1/x/callback", JSON.parse(JSON.stringify({ type: 9, data: modal }))),
      ).toBe("");
      expect(modalRules(modal as unknown as Json)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("whatever a press is, a button and a choice bring it back", () => {
  const press = fc.oneof(
    fc.string({ maxLength: 75 }),
    fc.constantFrom("x^0", "x^0webinar", `x~${"a".repeat(24)}`, "x^", "~", ""),
  );
  fc.assert(
    fc.property(
      press,
      fc.nat(35),
      fc.stringMatching(/^[a-z][a-z-]{0,31}$/u),
      fc.string({ minLength: 1, maxLength: 60 }),
      (given, place, option, value) => {
        expect(fromCustomId(toButtonId(given, place))).toEqual({ press: given, option: "" });
        expect(fromCustomId(toMarkedId(given, "abcdefghijklmnopqrstuv27")).press).toBe(given);
        const { id, write } = toChoiceId({ press: given, option }, place);
        const back = fromCustomId(id);
        expect(back.press).toBe(given);
        expect(fromChoice(back.option, write(value))).toEqual([option, value]);
      },
    ),
  );
});

test("a custom_id that is not ours is a press as it stands", () => {
  for (const id of ["", "webinar", "^", "^A", "~abc", "x".repeat(100)])
    expect(fromCustomId(id)).toEqual({ press: id, option: "" });
  expect(fromChoice("", "no mark")).toEqual(["", "no mark"]);
});

test("labels are cut between characters as people see them, on one line, and never empty", () => {
  expect(label("👩‍👩‍👧".repeat(20), 20)).toBe(`${"👩‍👩‍👧".repeat(2)}…`);
  expect(label("two\n\tlines", 20)).toBe("two lines");
  expect(label(" \u200b\u202e ", 20)).toBe("…");
  expect(label("a\u202eb", 20)).toBe("ab");
  expect(cut("abc", 3)).toBe("abc");
  expect(cut("abcd", 3)).toBe("ab…");
  expect(cut(`a${"\u0301".repeat(10_000)}`, 80)).toBe("…");
});

test("fifty thousand characters that would like to be slow are not", () => {
  const started = performance.now();
  for (const piece of ["1.", "- ", " ", "11111", "[", "\\", "\n#", ":a", "​ "])
    escapeMarkup(clean(piece.repeat(50_000 / piece.length)));
  expect(performance.now() - started).toBeLessThan(9 * 20);
  expect(content(lines("a"))).toBe("a");
});
