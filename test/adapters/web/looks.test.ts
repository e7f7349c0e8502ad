import { expect, test } from "vitest";
import { payloadsOf } from "../../../src/adapters/web/looks.ts";
import { buttons, divider, type Message, message, note, text } from "../../../src/core/bot/message.ts";
import { bold, link, md } from "../../../src/core/bot/text.ts";
import { looks } from "../../../src/looks.ts";
import { say, script } from "../../support/web/scripted.ts";
import { useTab } from "../../support/web/tab.ts";

/** What a drawing must bring back: each string as it was written, whatever markup it looks like. */
const STRANGE = [
  "**not bold** _nor this_ ~~or this~~ `code`",
  "[not a link](https://evil.example) <https://evil.example> <@1234> <#5678> <t:1796457600:F> @everyone",
  "<b>no element</b> <script>alert(1)</script> &amp; &lt;",
  "# no heading\n> no quote\n- no list\n1. nor this\n-# nor small",
  String.raw`back\slashes \* and \\ at the end\ `.trim(),
  "図書館 ห้องสมุด 圖書館 :smile: {json: 1}",
];

const strange: Message = message(
  text(...STRANGE),
  divider,
  text(bold(md`${STRANGE[0] ?? ""} in bold`), link("the page", "https://network.example/third")),
  text({ node: "time", at: 1_796_457_600, style: "full", written: "Saturday, 5 December 2026, 17:00 Tokyo" }),
  note("Small *print*"),
  buttons({ label: "Go *on*", press: "on", style: "primary" }),
);
const MARKER = "a".repeat(24);

const tab = useTab();

test.each(["As Discord gets it", "As Slack gets it"] as const)(
  "%s: the drawing says what the payload says, and no string is markup in it",
  async (name) => {
    tab.replace({ bot: script(() => strange) });
    await tab.platform().stop();
    await tab.platform().start(tab.bot());
    await tab.open({ width: 1000, height: 800, locale: "en-GB", permissions: ["clipboard-read", "clipboard-write"] });
    await tab.type("/webinar next");
    await tab.articles().last().getByRole("button", { name }).click();
    const figure = tab.articles().last().getByRole("figure");
    const drawing = figure.locator(".drawing");
    const drawn = (await drawing.innerText()).replaceAll(/\n+/g, "\n");
    for (const line of STRANGE.flatMap((one) => one.split("\n"))) expect.soft(drawn).toContain(line);
    expect(await drawing.locator("b").allInnerTexts()).toEqual(["Rostrum", `${STRANGE[0]} in bold`]);
    expect(await drawing.locator(".address").allInnerTexts()).toEqual(["the page"]);
    // In the reader's own zone.
    expect(await drawing.locator(".moment").innerText()).toContain("08:00");
    expect(await drawing.locator(".small").innerText()).toBe("Small *print*");
    expect(await drawing.locator(".key.primary").innerText()).toBe("Go *on*");
    expect(await drawing.locator("hr").count()).toBe(1);
    await figure.getByRole("button", { name: "Copy the JSON" }).click();
    await figure.getByText("Copied").waitFor();
    const copied = JSON.parse(await tab.page().evaluate(() => navigator.clipboard.readText()));
    const payload = payloadsOf(looks, strange)[name.includes("Discord") ? "discord" : "slack"];
    expect(copied).toEqual("json" in payload && JSON.parse(JSON.stringify(payload.json)));
  },
);

test("what a platform would not take is said", async () => {
  expect(payloadsOf(looks, say("x".repeat(30_000), ["On", "on"]), MARKER)).toEqual({
    discord: { refused: true },
    slack: { refused: true },
  });
  await tab.open({ width: 1000, height: 800 });
  await tab.post("x".repeat(30_000), MARKER);
  await tab.articles().last().getByRole("button", { name: "As Slack gets it" }).click();
  await tab.articles().last().getByText("This platform would not take it").waitFor();
});
