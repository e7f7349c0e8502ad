import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean, cut, headOf, toLabel } from "../../../src/core/bot/plain.ts";
import { beginEffort } from "../../support/effort.ts";

const FAMILY = "👨‍👩‍👧";
const ACCENT = "\u0301";

describe("what is shown of a string", () => {
  it.each([
    ["a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"],
    ["a\tb\u0000c\u001b[31m\u007f\u0085", "a\tbc[31m"],
    ["a\u202eb\u2066c\u200f\u061cd", "abcd"],
    ["a\ud83d b\udc00", "a\ufffd b\ufffd"],
    [FAMILY, FAMILY],
  ])("%j is %j", (given, shown) => {
    expect(clean(given)).toBe(shown);
  });
});

describe("a string that is too long", () => {
  it("is cut between characters as people see them, with a sign that something is missing", () => {
    expect(cut("abcdef", 6)).toBe("abcdef");
    expect(cut("abcdefg", 6)).toBe("abcde…");
    expect(cut("abcd  efg", 6)).toBe("abcd…");
    expect(cut("  abcdefgh", 6)).toBe("  abc…");
    expect(cut(`ab${FAMILY}c`, 6)).toBe("ab…");
    expect(cut(`e${ACCENT}`.repeat(4), 6)).toBe(`e${ACCENT}e${ACCENT}…`);
    expect(cut(`ab${FAMILY}cdefghij`, 11)).toBe(`ab${FAMILY}…`);
  });

  it("begins with as many whole characters as fit, and is never empty", () => {
    expect(headOf("abc", 3)).toBe("abc");
    expect(headOf("abcd", 3)).toBe("abc");
    expect(headOf(`ab${FAMILY}`, 4)).toBe("ab");
    expect(headOf(`${FAMILY}ab`, FAMILY.length)).toBe(FAMILY);
    // One "character" longer than the limit: in whole code points at least.
    expect(headOf(`😀${ACCENT.repeat(9)}`, 4)).toBe(`😀${ACCENT.repeat(2)}`);
    expect(headOf(FAMILY, 4)).toBe("👨‍");
    expect(headOf(FAMILY, 7)).toBe("👨‍👩‍");
  });

  it("of a label has 75 characters at most", () => {
    expect(toLabel("x".repeat(75))).toBe("x".repeat(75));
    expect(toLabel("x".repeat(76))).toBe(`${"x".repeat(74)}…`);
  });

  it("is well formed and within the limit whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 2, max: 30 }), (text, limit) => {
        for (const short of [cut(text, limit), headOf(text, limit)]) {
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(short.isWellFormed()).toBe(true);
        }
        expect(text.startsWith(headOf(text, limit))).toBe(true);
      }),
    );
  });

  it("of 10 MB is cut in no time", () => {
    const effort = beginEffort();
    cut(`e${ACCENT}`.repeat(5_000_000), 100);
    expect(effort.computedMs()).toBeLessThan(200);
  });
});
