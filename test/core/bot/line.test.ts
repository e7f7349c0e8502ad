import { describe, expect, it } from "vitest";
import { commands } from "../../../src/commands/commands.ts";
import { parseLine } from "../../../src/core/bot/line.ts";
import { beginEffort } from "../../support/effort.ts";

const menu = commands.filter(({ hidden }) => !hidden);

describe("a command as one line", () => {
  it.each([
    ["/webinar show 3", "webinar show", { webinar: "3" }],
    ["webinar show", "webinar show", {}],
    ["/Webinar SHOW 3", "webinar show", { webinar: "3" }],
    ["/speaker Jing Liu", "speaker", { name: "Jing Liu" }],
    ["/speaker “Jing Liu”", "speaker", { name: "Jing Liu" }],
    ["/speaker 「Jing Liu」", "speaker", { name: "Jing Liu" }],
    ["/webinar　show　webinar：3", "webinar show", { webinar: "3" }],
    [
      '/announce schedule text:"Join us: today" when:2026-12-05 17:00 Tokyo where:slack',
      "announce schedule",
      { text: "Join us: today", when: "2026-12-05 17:00 Tokyo", where: "slack" },
    ],
    [
      "/announce schedule See https://example.org/a?b:c when:+2d",
      "announce schedule",
      { text: "See https://example.org/a?b:c", when: "+2d" },
    ],
    ["/announce schedule Title: something", "announce schedule", { text: "Title: something" }],
    ['/announce schedule text:"when:tomorrow" when:+2d', "announce schedule", { text: "when:tomorrow", when: "+2d" }],
    ["/announce schedule whn:+2d", "announce schedule", { whn: "+2d" }],
    ["/webinar next now", "webinar next", { "": "now" }],
    ["/rostrum roles give who:<@U1> role:admin", "rostrum roles give", { who: "<@U1>", role: "admin" }],
    ["/webinar", "webinar", {}],
    ["/nonsense here and there", "nonsense here", { "": "and there" }],
    ["／ＷＥＢＩＮＡＲ　ｓｈｏｗ　ｗｅｂｉｎａｒ：３", "webinar show", { webinar: "３" }],
    ['/speaker “Jing Liu"', "speaker", { name: "Jing Liu" }],
    ["/speaker ‘Jing Liu’", "speaker", { name: "Jing Liu" }],
    ["/speaker ”Jing Liu”", "speaker", { name: "Jing Liu" }],
    ['/announce schedule text:“when:tomorrow" when：+2d', "announce schedule", { text: "when:tomorrow", when: "+2d" }],
    ["/webinar schedule when:+2d", "webinar schedule", { "": "when:+2d" }],
    ["", "", {}],
    ["/", "", {}],
  ])("%s", (line, command, options) => {
    expect(parseLine(menu, line)).toEqual({ command, options });
  });

  it("of any length and shape is read in no time", () => {
    for (const hostile of [
      "a:".repeat(25_000),
      '"'.repeat(50_000),
      'when:"'.repeat(9_000),
      " ".repeat(50_000),
      "“".repeat(50_000),
      "x ".repeat(25_000),
    ]) {
      const effort = beginEffort();
      parseLine(menu, `/announce schedule ${hostile}`);
      expect(effort.computedMs()).toBeLessThan(1000);
    }
  });
});
