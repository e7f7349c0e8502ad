import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Web } from "../../../src/adapters/web/web.ts";
import { toFormMessage } from "../../../src/core/bot/form.ts";
import type { Post } from "../../../src/core/bot/platform.ts";
import { createMemoryBoard, type MemoryBoard } from "../../support/web/board.ts";
import { openChromium } from "../../support/web/chromium.ts";
import { type Scripted, say, script, titleForm, web } from "../../support/web/scripted.ts";
import { answer } from "../../support/web/walk.ts";

/** A picture of the walk for whoever works on the looks of the page. */
const PICTURES = process.env.PLAYGROUND_PICTURES;

vi.setConfig({ testTimeout: 20_000 });

let browser: Browser;
let context: BrowserContext;
let page: Page;
let platform: Web;
let board: MemoryBoard;
let bot: Scripted;
/** What the page must not do: say something on the console, or ask another host. */
let faults: string[];

const post = async (said: string, id: string, channel = "discussion"): Promise<Post> => {
  const posting = {
    id,
    to: { platform: "web", space: "playground", channel } as const,
    message: say(said, ["Programme", "programme"]),
  };
  return platform.post({ ...posting, body: platform.render(posting) });
};

const open = async (viewport: { width: number; height: number }): Promise<void> => {
  context = await browser.newContext({ viewport, locale: "en-GB" });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  page.on("console", (said) => faults.push(`${said.type()}: ${said.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${platform.address()}/`)) faults.push(request.url());
  });
  await page.goto(platform.address());
  await page.getByRole("heading", { name: "#discussion" }).waitFor();
};

const type = async (line: string): Promise<void> => {
  await page.getByRole("combobox", { name: "Type a command" }).fill(line);
  await page.keyboard.press("Enter");
};
const talk = () => page.getByRole("log");
const articles = () => talk().getByRole("article");
const picture = async (name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png` });
  }
};

beforeAll(async () => {
  browser = await openChromium();
}, 20_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  faults = [];
  board = createMemoryBoard();
  platform = web({ board });
  bot = script(answer);
  await platform.start(bot);
  await open({ width: 1000, height: 760 });
});
afterEach(async () => {
  await context.close();
  await platform.stop();
  expect(faults).toEqual([]);
});

test("a command is answered for one's own eyes, and a press takes the answer's place", async () => {
  await post("Welcome to the discussion of the third webinar", "d1");
  await type("/webinar show 3");
  const seen = articles().last();
  await seen.getByText("only you see this").waitFor();
  expect(await seen.locator("b").allTextContents()).toContain("3rd international webinar");
  expect(await seen.locator("time").textContent()).toBe("Saturday, 5 December 2026, 17:00 Tokyo");
  expect(await seen.locator(".here").textContent()).toContain("your time: Sat, 5 Dec 2026, 08:00 GMT");
  expect(await seen.getByText("You: /webinar show 3").count()).toBe(1);
  await picture("private");
  await seen.getByLabel("Which").selectOption("3");
  await seen.getByRole("button", { name: "3 questions" }).click();
  await seen.getByText("Question 2").waitFor();
  expect(await articles().count()).toBe(2);
  expect(await seen.locator("b").allTextContents()).toEqual(["Rostrum"]);
  await articles().first().getByRole("button", { name: "Programme" }).click();
  await talk().getByText("Pressed programme").waitFor();
  expect(await articles().count()).toBe(3);
});

test("what was chosen is sent with the choice's button", async () => {
  await type("/webinar show 3");
  await articles().last().getByLabel("Which").selectOption("3");
  await articles().last().getByRole("button", { name: "Choose" }).click();
  await talk().getByText("Pressed webinar show 3").waitFor();
});

test("a form with a mistake comes back as it was filled in, and goes through once it is right", async () => {
  await type("/create");
  await page.getByLabel("About").fill("Two\nlines");
  await page.getByLabel("Held").selectOption("room");
  await page.getByLabel("Moderator").selectOption({ label: "@An admin" });
  await page.getByRole("button", { name: "Create" }).click();
  const title = page.getByLabel("Title");
  await page.getByText("A webinar has a title.").waitFor();
  expect(await title.getAttribute("aria-invalid")).toBe("true");
  expect(await title.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(
    await title.evaluate((one) =>
      one
        .getAttribute("aria-describedby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent),
    ),
  ).toEqual(["A webinar has a title.", "As it is announced"]);
  expect(await page.getByLabel("About").inputValue()).toBe("Two\nlines");
  await picture("form");
  await title.fill("Fourth");
  await page.keyboard.press("Enter");
  await talk().getByText("Created: Fourth · room · <@admin>").waitFor();
  expect(await articles().count()).toBe(1);
});

test("a form that is left gives back the message that it was opened from", async () => {
  await type("/webinar show 3");
  await articles().last().getByRole("button", { name: "New webinar" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await articles().last().getByRole("button", { name: "3 questions" }).waitFor();
  await type("/create");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => articles().count()).toBe(1);
});

test("a public post comes to an open page, and its thread can be entered and left", async () => {
  await page.getByText("Nothing here yet.").waitFor();
  const done = await post("Question 2 of 3 <b>not bold</b>", "d1");
  await talk().getByText("Question 2 of 3 <b>not bold</b>").waitFor();
  const thread = await platform.thread(done, "Question 2: Build Back Better and COVID-19");
  await post("Elsewhere", "d2", "announcements");
  await page.getByRole("link", { name: "#announcements new" }).waitFor();
  await talk().getByRole("link", { name: "Thread: Question 2: Build Back Better and COVID-19 no posts yet" }).click();
  await page.getByRole("heading", { name: "Question 2: Build Back Better and COVID-19" }).waitFor();
  await type("/webinar next");
  await talk().getByText("webinar next|member|en").waitFor();
  expect(bot.calls.at(-1)?.at).toEqual(thread);
  const within = { id: "d3", to: thread, message: say("An answer") };
  await platform.post({ ...within, body: platform.render(within) });
  await talk().getByText("An answer").waitFor();
  await picture("thread");
  await page.getByRole("link", { name: "Back to the channel" }).click();
  await talk().getByText("1 post").waitFor();
  expect(await talk().getByText("An answer").count()).toBe(0);
  expect(await talk().getByText("webinar next|member|en").count()).toBe(0);
});

test("private answers are the persona's own and stay over a reload; posts are everybody's", async () => {
  await post("For all", "d1");
  await talk().getByText("For all").waitFor();
  await type("/webinar next");
  await talk().getByText("webinar next|member|en").waitFor();
  await post("For all, later", "d2");
  await talk().getByText("For all, later").waitFor();
  await page.getByLabel("You are").selectOption("admin");
  await expect.poll(() => articles().count()).toBe(2);
  await type("/webinar next");
  await talk().getByText("webinar next|admin|ja").waitFor();
  await page.getByLabel("You are").selectOption("member");
  await talk().getByText("webinar next|member|en").waitFor();
  await page.reload();
  await talk().getByText("For all, later").waitFor();
  expect(await articles().locator(".said").allTextContents()).toEqual([
    "For allProgramme",
    "webinar next|member|en",
    "For all, laterProgramme",
  ]);
});

test("persona and language are remembered, and a chosen language goes before the persona's own", async () => {
  await page.getByLabel("You are").selectOption("admin");
  await page.getByLabel("Language").selectOption("ja");
  await page.getByRole("heading", { name: "Rostrum お試し画面" }).waitFor();
  // The page's script runs a moment after its words are there.
  await expect.poll(() => page.getByLabel("あなたの役").inputValue()).toBe("admin");
  await page.goto(platform.address());
  await page.getByRole("heading", { name: "Rostrum お試し画面" }).waitFor();
  await expect.poll(() => page.getByLabel("あなたの役").inputValue()).toBe("admin");
  await page.getByLabel("言語").selectOption("en");
  await page.getByRole("heading", { name: "Rostrum playground" }).waitFor();
  await type("/webinar next");
  await talk().getByText("webinar next|admin|en").waitFor();
  expect(bot.calls.at(-1)?.asker).toMatchObject({
    name: "An admin",
    rights: ["administer", "post"],
    zone: "Asia/Tokyo",
  });
});

test("what got lost is asked again with the same id", async () => {
  const ids: string[] = [];
  await page.route("**/api/say", async (route) => {
    ids.push(JSON.parse(route.request().postData() ?? "").id);
    // The first time the bot hears it and the answer gets lost.
    if (ids.length > 1) return route.continue();
    await route.fetch();
    return route.fulfill({ status: 503 });
  });
  await type("/webinar next");
  await talk().getByRole("button", { name: "Try again" }).click();
  await talk().getByText("webinar next|member|en").waitFor();
  expect(bot.calls.map(({ id }) => id)).toEqual(ids);
  expect(ids).toEqual([ids[0], ids[0]]);
  faults = faults.filter((said) => !said.includes("503"));
});

test("a page that stays open finds the bot again, and what was posted meanwhile", async () => {
  const port = Number(new URL(platform.address()).port);
  await platform.stop();
  await page.getByText("The connection to the bot is lost.").waitFor();
  await post("Meanwhile", "d1");
  platform = web({ board, port });
  await platform.start(bot);
  await talk().getByText("Meanwhile").waitFor();
  await expect.poll(() => page.getByText("The connection to the bot is lost.").count()).toBe(0);
  faults = faults.filter((said) => !said.includes("net::ERR_"));
});

test("a form that may not be shown now opens from its message", async () => {
  bot = script(({ said }) => ("command" in said ? toFormMessage(titleForm()) : titleForm()));
  await page.goto("about:blank");
  await platform.stop();
  await platform.start(bot);
  await page.goto(platform.address());
  await type("/create");
  await page.getByRole("button", { name: "Open the form" }).click();
  await page.getByLabel("Title").waitFor();
});

test("all of it works from the keyboard alone, 360 pixels wide", async () => {
  await context.close();
  await open({ width: 360, height: 640 });
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
  const tabTo = async (name: string): Promise<void> => {
    for (let n = 0; n < 40 && (await focused()) !== name; n++) await page.keyboard.press("Tab");
    expect(await focused()).toBe(name);
  };
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the command line");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("Type a command");
  await page.keyboard.type("/webinar s");
  await page.getByRole("option", { name: "/webinar show One webinar" }).waitFor();
  await picture("narrow-completion");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "4th webinar: two words" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("listbox").count()).toBe(0);
  await page.keyboard.type("4");
  await page.getByRole("option", { name: "4th webinar: two words" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await talk().getByText("3rd international webinar").waitFor();
  expect(bot.calls.at(-1)).toMatchObject({ said: { command: "webinar show" }, options: { webinar: "4 draft" } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await picture("narrow");
  await page.keyboard.press("Shift+Tab");
  for (let n = 0; n < 10 && (await focused()) !== "New webinar"; n++) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByLabel("Title").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("A webinar has a title.").waitFor();
  await picture("narrow-form");
  await page.keyboard.type("Fourth");
  await tabTo("Create");
  await page.keyboard.press("Enter");
  await talk().getByText("Created: Fourth").waitFor();
  await tabTo("/webinar next");
  await page.keyboard.press("Enter");
  await talk().getByText("webinar next|member|en").waitFor();
});
