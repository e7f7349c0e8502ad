import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPrivate, toPublicBody } from "../../../src/adapters/discord/render.ts";
import { renderPrivate, renderPublic } from "../../../src/adapters/slack/render.ts";
import {
  type Block,
  buttons,
  type Message,
  mapPresses,
  message,
  note,
  type Reply,
  text,
} from "../../../src/core/bot/message.ts";
import { toPage } from "../../../src/core/bot/page.ts";
import { fromOpenPress, type Press, press, toOpenPress } from "../../../src/core/bot/press.ts";
import { bold, link, md, toPlain } from "../../../src/core/bot/text.ts";
import { wordsIn } from "../../../src/core/words/words.ts";
import { readMarkdown } from "../../support/discord/markdown.ts";
import { allComponents, messageRules } from "../../support/discord/rules.ts";
import { words as written } from "../../support/discord/words.ts";

const words = wordsIn("en");
const said = press("webinar questions", { webinar: "x" });

/** Everything that can be read, page by page, as somebody does who presses *More* until there is none. */
const pagesOf = (reply: Reply): readonly Message<Press>[] => {
  const pages: Message<Press>[] = [];
  for (let now: Press | undefined = said; now !== undefined; ) {
    const page: Message<Press> = toPage(reply, { said: now, words });
    pages.push(page);
    const last = page.blocks.at(-1);
    now = last?.block === "buttons" ? last.buttons.find(({ label }) => label === words.bot.more)?.press : undefined;
    if (pages.length > 500) throw new Error("it never ends");
  }
  return pages;
};
const plainOf = (reply: Reply): string =>
  reply.blocks.flatMap((block) => ("text" in block ? [toPlain(block.text)] : [])).join("\n");
/** A line that is cut between two pages has its break there; nothing else may differ. */
const letters = (shown: string): string => shown.replaceAll(/\s+/gu, "");
const sealed = (page: Message<Press>): Message => mapPresses(page, (one) => toOpenPress(one).slice(0, 75));

const discordText = (page: Message): string =>
  allComponents(toPrivate(page).components)
    .filter(({ type }) => type === 10)
    .map(({ content }) => readMarkdown(String(content)).plain)
    .join("\n");

const expectWhole = (page: Message<Press>): void => {
  const shown = sealed(page);
  const pressable = allComponents(toPrivate(shown).components).filter(({ type }) => type === 2);
  expect(pressable).toHaveLength(page.blocks.flatMap((one) => (one.block === "buttons" ? one.buttons : [])).length);
  expect(messageRules(JSON.parse(JSON.stringify(toPrivate(shown))), "reply")).toEqual([]);
  expect(JSON.stringify(renderPrivate(shown))).toBe(JSON.stringify(renderPublicOrEmpty(shown)));
  expect(Buffer.byteLength(JSON.stringify(renderPrivate(shown)))).toBeLessThanOrEqual(10_000);
};
/** What a post would be: it throws where a private answer would be cut. */
const renderPublicOrEmpty = (page: Message) =>
  plainOf(mapPresses(page, fromOpenPress)).trim() === "" ? renderPrivate(page) : renderPublic(page);

describe("an answer", () => {
  it("that fits is left as it is", () => {
    const reply = message<Press>(text("short"), buttons({ label: "a", press: said }));
    expect(toPage(reply, { said, words })).toBe(reply);
  });

  it.each([
    [
      "a hundred questions",
      Array.from({ length: 100 }, (_, n) => text(md`${bold(`Question ${n}`)}\n${"Why, and what for? ".repeat(14)}`)),
    ],
    ["one text of many lines", [text(Array.from({ length: 900 }, (_, n) => `${n}. line`).join("\n"))]],
    ["one endless line", [text("word ".repeat(4000))]],
    ["nothing but marks", [text("*_~`|".repeat(3000))]],
    ["Japanese", [text("討論の質問です。".repeat(1500))]],
    ["emoji of many parts", [text("👩‍👩‍👧".repeat(2500))]],
    ["quotation marks", [note('"\\'.repeat(4000))]],
    [
      "links",
      Array.from({ length: 60 }, (_, n) => text([link(`Paper (${n})`, `https://a.example/${"(x)".repeat(20)}${n}`)])),
    ],
    ["many small blocks", Array.from({ length: 90 }, (_, n) => note(`n${n}`))],
  ] as const)("of %s is read whole on every platform, page by page", (_, blocks) => {
    const reply = message<Press>(...blocks, buttons({ label: "Programme", press: said }));
    const pages = pagesOf(reply);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expectWhole(page);
      expect(page.blocks.some((block) => block.block === "buttons" && block.buttons[0]?.label === "Programme")).toBe(
        true,
      );
    }
    expect(letters(pages.map(plainOf).join("\n"))).toBe(letters(plainOf(reply)));
    const shown = pages.map((page) => discordText(sealed(page))).join("\n");
    if (!plainOf(reply).includes("http")) expect(letters(shown)).toBe(letters(plainOf(reply)));
  });

  it("keeps the buttons of a text with it, and each stands once", () => {
    const rows = Array.from({ length: 40 }, (_, n): readonly (Block<Press> | undefined)[] => [
      text(`Announcement ${n}`),
      buttons({ label: `Cancel ${n}`, press: said }),
    ]);
    const pages = pagesOf(message<Press>(...rows.flat(), buttons({ label: "All", press: said })));
    const found = pages.flatMap(({ blocks }) =>
      blocks.flatMap((block, n) => {
        const above = blocks[n - 1];
        return block.block === "buttons" && block.buttons[0]?.label.startsWith("Cancel")
          ? [
              [
                block.buttons[0].label.slice(7),
                above !== undefined && "text" in above ? toPlain(above.text).slice(13) : "",
              ],
            ]
          : [];
      }),
    );
    pages.forEach(expectWhole);
    expect(found).toEqual(Array.from({ length: 40 }, (_, n) => [String(n), String(n)]));
  });

  it("that is one line has no other line's end than a page's", () => {
    for (const page of pagesOf(message<Press>(text("word ".repeat(4000))))) expect(plainOf(page)).not.toContain("\n");
  });

  it("is turned forth and back, and a page past the end is the last", () => {
    const reply = message<Press>(text(Array.from({ length: 900 }, (_, n) => `${n}. line`).join("\n")));
    const last = pagesOf(reply).length - 1;
    const labels = (page: number) =>
      toPage(reply, { said: { ...said, page }, words }).blocks.flatMap((block) =>
        block.block === "buttons" ? block.buttons.map(({ label, press: { page: to } }) => [label, to]) : [],
      );
    expect(labels(0)).toEqual([["More", 1]]);
    expect(labels(1)).toEqual([
      ["Back", undefined],
      ["More", 2],
    ]);
    expect(labels(last)).toEqual([["Back", last - 1]]);
    expect(labels(9999)).toEqual(labels(last));
  });

  it("of any make and length loses nothing, tears no character and is taken whole", () => {
    const block = fc.oneof(
      fc.tuple(written, fc.nat(1500)).map(([one, times]) => text(one.repeat(times).slice(0, 12_000))),
      fc.tuple(written, fc.nat(300)).map(([one, times]) => note(md`${bold(one.repeat(times).slice(0, 6000))} ${one}`)),
      fc.constant<Block<Press>>({ block: "divider" }),
      fc
        .array(written, { maxLength: 5 })
        .map((all) => buttons<Press>(...all.map((label) => ({ label: label.slice(0, 75), press: said })))),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const reply = message<Press>(...blocks);
        const pages = pagesOf(reply);
        if (pages.length > 1) for (const page of pages) expectWhole(page);
        expect(letters(pages.map(plainOf).join("\n"))).toBe(letters(plainOf(reply)));
      }),
      { numRuns: 150 },
    );
  });

  it("leaves room for who shared it and for the marker of a post", () => {
    const [page] = pagesOf(message<Press>(text("a* ".repeat(4000)), buttons({ label: "b", press: said })));
    if (page === undefined) throw new Error("no page");
    const post = sealed(message(...page.blocks, note(words.share.by("*".repeat(80)))));
    expect(() => toPublicBody(post, "a".repeat(24))).not.toThrow();
    expect(() => renderPublic(post)).not.toThrow();
  });
});
