import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkup } from "../../../src/adapters/discord/plain.ts";
import { toPublicBody } from "../../../src/adapters/discord/render.ts";
import { buttons, message, note, text } from "../../../src/core/bot/message.ts";
import { clean } from "../../../src/core/bot/plain.ts";
import { bold, lines, link, md, type Node, type Text } from "../../../src/core/bot/text.ts";
import { readMarkdown } from "../../support/discord/markdown.ts";
import type { Json } from "../../support/discord/state.ts";
import { bodyOf, content, contents, words } from "../../support/discord/words.ts";
import { beginEffort } from "../../support/effort.ts";

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

test("fifty thousand characters that would like to be slow are not", () => {
  const effort = beginEffort();
  for (const piece of ["1.", "- ", " ", "11111", "[", "\\", "\n#", ":a", "​ "])
    escapeMarkup(clean(piece.repeat(50_000 / piece.length)));
  expect(effort.computedMs()).toBeLessThan(9 * 20);
  expect(content(lines("a"))).toBe("a");
});
