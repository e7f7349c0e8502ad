import fc from "fast-check";
import { expect, test } from "vitest";
import { fromChoice, fromCustomId, toButtonId, toChoiceId, toMarkedId } from "../../../src/adapters/discord/carry.ts";
import { toModal } from "../../../src/adapters/discord/form.ts";
import { label } from "../../../src/adapters/discord/plain.ts";
import { type Block, buttons, note, text } from "../../../src/core/bot/message.ts";
import { cut } from "../../../src/core/bot/plain.ts";
import { readMarkdown } from "../../support/discord/markdown.ts";
import { modalRules } from "../../support/discord/rules.ts";
import { objection } from "../../support/discord/schemas.ts";
import type { Json } from "../../support/discord/state.ts";
import { bodyOf, contents, refusals, words } from "../../support/discord/words.ts";

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
