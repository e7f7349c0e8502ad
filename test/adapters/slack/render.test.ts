import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toFormView } from "../../../src/adapters/slack/form.ts";
import { renderPrivate, renderPublic, renderSummary } from "../../../src/adapters/slack/render.ts";
import { type Block, buttons, divider, type Message, message, note, text } from "../../../src/core/bot/message.ts";
import { bold, link, md, type Node } from "../../../src/core/bot/text.ts";
import { beginEffort } from "../../support/effort.ts";
import { elementsOf, labelOf, showBlocks, showMrkdwn } from "../../support/slack/display.ts";
import { blockProblems, type Json, viewProblems } from "../../support/slack/rules.ts";
import { refusal, slackSchemas } from "../../support/slack/schemas.ts";
import { field, form } from "../../support/slack/script.ts";

const { block: blockSchema, modal } = await slackSchemas();
const at = { platform: "slack", space: "T1", channel: "C1" } as const;
const jsonOf = (blocks: unknown): readonly Json[] => JSON.parse(JSON.stringify(blocks)) as readonly Json[];

/** What Slack would refuse. */
const wrongWith = (blocks: readonly unknown[]): readonly string[] => [
  ...blocks.flatMap((block) => refusal(blockSchema, block) ?? []),
  ...blockProblems(jsonOf(blocks), "message"),
];

/** What may not be shown of a string: controls but tab and line feed, and bidirectional controls. */
const isHidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a) ||
  (code >= 0x7f && code <= 0x9f) ||
  [0x61c, 0x200e, 0x200f].includes(code) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);
/** The rest of it, with U+FFFD for half characters and one kind of line end. */
const shownOf = (given: string): string =>
  [...given.replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n").toWellFormed()]
    .filter((char) => !isHidden(char.codePointAt(0) ?? 0))
    .join("");
const isBlank = (given: string): boolean => !/[^\s\p{Z}\p{Cf}]/u.test(shownOf(given));
const unjoined = (given: string): string => given.replaceAll("\u2060", "");

/** Things that mean something to Slack, in any mixture with anything. */
const nasty = fc.oneof(
  fc.constantFrom(
    "<!channel>",
    "<!here|here>",
    "<!everyone>",
    "<@U1>",
    "<#C1|x>",
    "<!subteam^S1>",
    "<https://evil.example|zoom.us>",
    "https://evil.example",
    "&lt;!here&gt;",
    "&amp;",
    "&",
    "*b*",
    "_i_",
    "~s~",
    "`c`",
    "```\ncode\n```",
    "> quote",
    ">>> all",
    ":wave:",
    "• a",
    "1. b",
    "- c",
    "<!date^0^{date}|x>",
    "[x](https://evil.example)",
    "@everyone",
    "@here",
    "\u202e",
    "\u0000",
    "\ud800",
    "\r\n",
    "\n",
    "|",
    "^",
    "\u200b",
    "＠everyone",
    "{constructor}",
    "%s",
    `\${x}`,
    "{speaker.__proto__}",
    "javascript:alert(1)",
    "#general",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const words = fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join(""));

describe("What a person wrote", () => {
  test("is shown on Slack as exactly that, in text, in small print, bold or not", () => {
    fc.assert(
      fc.property(words, (given) => {
        const blank = isBlank(given);
        for (const said of [text(given), text(bold(given)), text(md`${given}`)]) {
          const blocks = renderPrivate(message(said));
          expect(wrongWith(blocks)).toEqual([]);
          expect(showBlocks(jsonOf(blocks))).toBe(blank ? "…" : shownOf(given));
        }
        const small = renderPrivate(message(note(given)));
        expect(wrongWith(small)).toEqual([]);
        expect(unjoined(showBlocks(jsonOf(small)))).toBe(blank ? "…" : unjoined(shownOf(given)));
      }),
      { numRuns: 300 },
    );
  });

  test("leaves no live mention, link or picture on the wire, and no mrkdwn outside the summary", () => {
    fc.assert(
      fc.property(words, (given) => {
        const said = message(text(given), note(bold(given)), buttons({ label: given, press: "p" }));
        const blocks = JSON.stringify(renderPrivate(said));
        expect(blocks).not.toMatch(
          /"type":"(?:mrkdwn|user|usergroup|channel|broadcast|team|emoji|link|date|markdown)"/u,
        );
        expect(blocks).not.toMatch(/"emoji":true|"verbatim"/u);
        const summary = renderSummary(said).text ?? "";
        expect(summary.replaceAll(/&(?:amp|lt|gt);/gu, "")).not.toMatch(/[<>&]/u);
      }),
      { numRuns: 300 },
    );
  });

  test("stands in the notification as it was written, markup signs aside", () => {
    fc.assert(
      fc.property(words, (given) => {
        const summary = renderSummary(message(text(given))).text ?? "";
        expect(showMrkdwn(summary)).toBe(isBlank(given) ? "" : shownOf(given).replaceAll(/[*_~`]/gu, ""));
      }),
      { numRuns: 300 },
    );
  });

  test("changes nothing of what stands around it", () => {
    fc.assert(
      fc.property(words, (given) => {
        const shape = (name: string): string =>
          JSON.stringify(
            renderPrivate(
              message(
                text(md`Before ${bold("Title")} ${link("page", "https://a.example/")} ${name} after`),
                divider,
                buttons({ label: "Go", press: "p" }),
              ),
            ),
            (key, value: unknown) => (key === "text" && typeof value === "string" ? "" : value),
          );
        expect(shape(given)).toBe(shape("x"));
      }),
      { numRuns: 200 },
    );
  });

  test("fills labels, choices and forms without ever being refused", () => {
    fc.assert(
      fc.property(words, fc.nat(4000), (given, times) => {
        const long = given + "字".repeat(times);
        const offer: Block = {
          block: "choice",
          choice: {
            label: long,
            option: "o",
            press: "p",
            from: [
              { label: long, value: "1" },
              { label: given, value: "2" },
              { label: "", value: "2" },
            ],
          },
        };
        expect(
          wrongWith(
            renderPrivate(
              message(buttons({ label: long, press: "p" }, { label: given, press: "p", style: "danger" }), offer),
            ),
          ),
        ).toEqual([]);
        const asked = {
          ...form(
            "p",
            field("a", { label: long, value: long, hint: long, problem: long }),
            field("b", { kind: "choice", from: [{ label: long, value: "1" }], value: "1" }),
          ),
          title: long,
          intro: long,
        };
        const view = toFormView({ ...asked, labels: { submit: long, cancel: long, open: long } }, at);
        expect(refusal(modal, view)).toBeUndefined();
        expect(viewProblems(jsonOf([view])[0] ?? {})).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

const blocksOf = (...blocks: readonly (Block | undefined)[]): Message => message(...blocks);

describe("A message on Slack", () => {
  test("is rich text, context, divider and actions", () => {
    const time: Node = { node: "time", at: 1796457600, style: "full", written: "Sat 5 Dec 2026, 17:00 Tokyo" };
    const soon: Node = { node: "time", at: 1796457600, style: "relative", written: "in 12 days" };
    const said = blocksOf(
      text(bold("4th webinar"), md`Starts ${time} (${soon})`),
      note("small print"),
      divider,
      buttons({ label: "Programme", press: "webinar show?webinar=4", style: "primary" }),
      {
        block: "choice",
        choice: { label: "Language", option: "as", press: "webinar show", from: [{ label: "ไทย", value: "th" }] },
      },
    );
    expect(renderPrivate(said)).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "4th webinar", style: { bold: true } },
              { type: "text", text: "\nStarts " },
              {
                type: "date",
                timestamp: 1796457600,
                format: "{date_long} at {time}",
                fallback: "Sat 5 Dec 2026, 17:00 Tokyo",
              },
              { type: "text", text: " (in 12 days)" },
            ],
          },
        ],
      },
      { type: "context", elements: [{ type: "plain_text", text: "small print", emoji: false }] },
      { type: "divider" },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            action_id: "press:3:0:0",
            text: { type: "plain_text", text: "Programme", emoji: false },
            value: "webinar show?webinar=4",
            style: "primary",
          },
        ],
      },
      {
        type: "actions",
        block_id: "choice:4:as:webinar show",
        elements: [
          {
            type: "static_select",
            action_id: "choose:4",
            placeholder: { type: "plain_text", text: "Language", emoji: false },
            options: [{ text: { type: "plain_text", text: "ไทย", emoji: false }, value: "th" }],
          },
        ],
      },
    ]);
    expect(renderSummary(said)).toEqual({ text: "4th webinar\nStarts Sat 5 Dec 2026, 17:00 Tokyo (in 12 days)" });
    expect(wrongWith(renderPublic(said))).toEqual([]);
  });

  test("says the time in Japanese without an English word", () => {
    const [block] = jsonOf(
      renderPrivate(message(text({ node: "time", at: 0, style: "full", written: "1970年1月1日(木) 9:00 東京" }))),
    );
    expect(JSON.stringify(block)).toContain('"format":"{date_long} {time}"');
  });

  test.each([
    ["zoom.us", "https://evil.example/j", "zoom.us (https://evil.example/j)"],
    ["аpple", "https://аpple.example/", "аpple (https://xn--pple-43d.example/)"],
    ["https://a.example/", "https://a.example/", "https://a.example/"],
    ["", "http://a.example", "http://a.example/"],
  ])("shows the real address of the link %j to %j", (shown, url, expected) => {
    const blocks = renderPrivate(message(text(link(shown, url))));
    expect(showBlocks(jsonOf(blocks))).toBe(expected);
    expect(JSON.stringify(blocks)).toContain('"type":"link"');
    expect(wrongWith(blocks)).toEqual([]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "slack://open",
    "discord://x",
    "nonsense",
    "",
  ])("makes no link of %j", (url) => {
    const blocks = renderPrivate(message(text(link("here", url))));
    expect(JSON.stringify(blocks)).not.toContain('"type":"link"');
    expect(showBlocks(jsonOf(blocks))).toBe(`here (${url})`);
  });

  test("names people and groups to one person, and only writes them in a post", () => {
    const said = message(
      text(bold({ node: "mention", kind: "user", id: "U0ANN", written: "Ann" }), " of ", {
        node: "mention",
        kind: "group",
        id: "S0ORG",
        written: "organisers",
      }),
      text({ node: "mention", kind: "user", id: "<!channel>", written: "<!channel>" }),
    );
    const one = JSON.stringify(renderPrivate(said));
    expect(one).toContain('{"type":"user","user_id":"U0ANN","style":{"bold":true}}');
    expect(one).toContain('{"type":"usergroup","usergroup_id":"S0ORG"}');
    expect(wrongWith(renderPrivate(said))).toEqual([]);
    expect(showBlocks(jsonOf(renderPublic(said)))).toBe("Ann\n of \norganisers\n<!channel>");
    expect(JSON.stringify(renderPublic(said))).not.toMatch(/"type":"user/u);
  });

  test("keeps a link or a time in small print clickable and local, at full size", () => {
    const [block] = jsonOf(renderPrivate(message(note("See ", link("page", "https://a.example/")))));
    expect(block?.type).toBe("rich_text");
  });

  test.each([1, 2000, 2001, 3000, 3001, 6000, 9000, 40_001])(
    "of %d characters is taken by Slack, whole or cut at the end of a line",
    (length) => {
      for (const piece of ["x", "👩‍👩‍👧‍👦", "é", "字", "a\u0301".repeat(3), "line of words\n"]) {
        const given = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        const blocks = renderPrivate(message(text(given), note(given), buttons({ label: "Go", press: "p" })));
        expect(wrongWith(blocks)).toEqual([]);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(11_000);
        expect(elementsOf(jsonOf(blocks), "button").map(({ element }) => labelOf(element))).toEqual(["Go"]);
      }
    },
  );

  test("that is too long for one person is cut at a line end, and its buttons stay", () => {
    const lines = Array.from({ length: 1000 }, (_, n) => `Line ${n} of a long answer`);
    const blocks = renderPrivate(message(text(...lines), text("never seen"), buttons({ label: "Next", press: "p" })));
    const shown = showBlocks(jsonOf(blocks)).split("\n");
    expect(shown.at(-1)).toBe("…");
    expect(shown.slice(0, -1)).toEqual(lines.slice(0, shown.length - 1));
    expect(shown.length).toBeGreaterThan(150);
    expect(JSON.stringify(blocks)).toContain('"value":"p"');
  });

  test("of ten megabytes is refused or cut in a moment", () => {
    for (const piece of ["x", "line\n", "👩‍👩‍👧‍👦"]) {
      const huge = message(text(piece.repeat(10_000_000 / piece.length)));
      const effort = beginEffort();
      expect(() => renderPublic(huge)).toThrow(expect.objectContaining({ cause: "too long" }));
      expect(wrongWith(renderPrivate(huge))).toEqual([]);
      expect(effort.computedMs()).toBeLessThan(1500);
    }
  });

  test("with ten thousand marks on one letter is taken", () => {
    expect(wrongWith(renderPrivate(message(text(`a${"\u0301".repeat(10_000)}`))))).toEqual([]);
  });

  test.each([
    ["text", message(text("x".repeat(10_001)))],
    ["blocks", message(...Array.from({ length: 51 }, () => divider))],
  ])("with too much %s is not posted at all", (_, said) => {
    expect(() => renderPublic(said)).toThrow(expect.objectContaining({ fault: "content", cause: "too long" }));
  });

  test("without anything in it is not posted, and is … to one person", () => {
    expect(() => renderPublic(message(text("")))).toThrow(expect.objectContaining({ fault: "content" }));
    expect(showBlocks(jsonOf(renderPrivate(message())))).toBe("…");
  });

  test("with sixty buttons stands in rows of 25", () => {
    const blocks = renderPrivate(
      message(buttons(...Array.from({ length: 60 }, (_, n) => ({ label: `B${n}`, press: `p${n}` })))),
    );
    expect(wrongWith(blocks)).toEqual([]);
    expect(elementsOf(jsonOf(blocks), "button")).toHaveLength(60);
  });

  test("of nine thousand characters is still posted", () => {
    expect(wrongWith(renderPublic(message(text("x".repeat(9000)))))).toEqual([]);
  });
});
