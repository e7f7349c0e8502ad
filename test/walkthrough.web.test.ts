import { rmSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newFolder, type Program, startProgram } from "./support/program.ts";
import type { Person, Seen } from "./support/rig.ts";
import { walkThrough } from "./support/walkthrough.ts";
import { useChromium } from "./support/web/use-chromium.ts";

/** The same walk on the playground's pages, in a real browser: each person a persona of its cast. */

let page: Page;
let program: Program;
let folder: string;
const faults: string[] = [];

beforeAll(() => {
  folder = newFolder();
  program = startProgram(folder);
});
const browser = useChromium(async () => {
  const [, address = ""] = await program.says(/Playground: open (\S+) in a browser/);
  const options = { viewport: { width: 1200, height: 760 }, locale: "en-GB", timezoneId: "Asia/Tokyo" };
  page = await (await browser().newContext(options)).newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(address);
  await page.getByRole("heading", { name: "Discord #announcements" }).waitFor();
});
afterAll(async () => {
  expect(await program.end("SIGTERM")).toBe(0);
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

const soon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

const log = (): Locator => page.getByRole("main").getByRole("log");
const articles = (): Locator => log().getByRole("article");
/** Answers to this persona: what everybody reads comes in between. */
const answers = (): Locator => articles().filter({ hasText: /only you see this/iu });
const dialog = (): Locator => page.getByRole("dialog");

/** As this persona, in English whatever theirs is, in one of the channels. */
const goTo = async (who: string, [space, channel]: readonly [string, string]): Promise<void> => {
  await page.getByRole("group", { name: "You are" }).getByRole("button", { name: who }).click();
  await page.getByLabel("Language").selectOption("en");
  await page.getByRole("region", { name: space }).getByRole("link", { name: channel }).click();
  await page.getByRole("heading", { name: `${space} ${channel}` }).waitFor();
  await page.locator('main [role="log"]:not([aria-busy])').waitFor({ state: "attached" });
};

/** What came of it: the form that opened, or the last message once it has been answered. */
const look = async (): Promise<Seen> => {
  const message = answers().last();
  await soon(
    async () => (await dialog().isVisible()) || (await message.locator(".said > *:not(.waiting)").count()) > 0,
  ).toBe(true);
  const nothing = { choices: [], private: true, replaced: false, raw: undefined };
  if (await dialog().isVisible()) {
    const fields = await dialog()
      .locator("[name]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("name") ?? ""));
    const title = (await dialog().getByRole("heading").first().textContent()) ?? "";
    const form = { title, fields: fields.map((option) => ({ option, label: option })) };
    return { ...nothing, text: await dialog().innerText(), buttons: [], form };
  }
  const buttons = await message.getByRole("button").allTextContents();
  return { ...nothing, text: await message.locator(".said").innerText(), buttons };
};

/** How many answers there are, and the last: the same may be said twice. */
const htmlOf = async (): Promise<string> => {
  const count = await answers().count();
  return count === 0 ? "" : `${count} ${await answers().last().innerHTML()}`;
};
/** The page has done with what was asked of it: nothing in it waits any more. */
const settled = async (before: string): Promise<void> => {
  await soon(async () => (await dialog().isVisible()) || (await htmlOf()) !== before).toBe(true);
  // What a form is open for waits for it.
  await soon(async () => (await dialog().isVisible()) || (await log().locator(".waiting").count()) === 0).toBe(true);
};

const person = (who: string, user: string): Person => {
  const act = async (does: () => Promise<void>): Promise<Seen> => {
    const before = await htmlOf();
    await does();
    await settled(before);
    return look();
  };
  return {
    user,
    async type(line, channel) {
      const [space = "", name = ""] = channel.split(" ");
      await goTo(who, [space, name]);
      const field = page.getByRole("main").getByRole("combobox", { name: "Type a command" });
      return act(async () => {
        await field.fill(line);
        await field.press("Enter");
      });
    },
    press: (_seen, label) => act(() => answers().last().getByRole("button", { name: label, exact: true }).click()),
    choose: () => Promise.reject(new Error("nothing is chosen on this walk")),
    fill: (_seen, values) =>
      act(async () => {
        for (const [name, value] of Object.entries(values)) await dialog().locator(`[name="${name}"]`).fill(value);
        await dialog().getByRole("button", { name: "Send" }).click();
        await soon(() => dialog().isVisible()).toBe(false);
      }),
  };
};

const HOUR_MS = 3_600_000;
const now = async (): Promise<Temporal.Instant> =>
  Temporal.Instant.from((await page.locator("#now").getAttribute("datetime")) ?? "");
const jump = async (name: string): Promise<void> => {
  const before = await page.getByRole("status").first().textContent();
  await page.getByRole("group", { name: "Time in the playground" }).getByRole("button", { name }).click();
  await soon(() => page.getByRole("status").first().textContent()).not.toBe(before);
};

const turnTo = async (at: Temporal.Instant): Promise<void> => {
  for (;;) {
    const left = at.epochMilliseconds - (await now()).epochMilliseconds;
    if (left <= 0) return;
    await jump(left >= 24 * HOUR_MS ? "1 day on" : "1 hour on");
  }
};

it("in a real browser, a webinar is run from the draft to the last question", async () => {
  const spaces = { en: "Discord", ja: "Slack" } as const;
  await walkThrough({
    organiser: person("Organiser in Sendai", "organiser"),
    discussant: person("Discussant in Melbourne", "discussant"),
    admin: person("Admin in Sendai", "admin"),
    leads: "sample-cleo",
    at: { organiser: "Discord #announcements", discussant: "Slack #discussion", admin: "Discord #discussion" },
    tie: async () => undefined,
    async read(purpose, language) {
      await goTo("Member in Bangkok", [spaces[language], `#${purpose}`]);
      return articles().allInnerTexts();
    },
    now,
    turnTo,
    settle: async () => undefined,
    wait: async () => {
      await page.getByRole("button", { name: "To the next post" }).click();
    },
  });
}, 120_000);
