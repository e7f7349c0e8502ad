import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newFolder, type Program, startProgram } from "./support/program.ts";
import { openChromium } from "./support/web/chromium.ts";

/** README's picture, made by `npm run picture`. */
const PICTURE = process.env.PICTURE;

let browser: Browser;
let page: Page;
let program: Program;
let folder: string;
const faults: string[] = [];

beforeAll(async () => {
  folder = newFolder();
  program = startProgram(folder);
  browser = await openChromium();
  const [, address = ""] = await program.says(/Playground: open (\S+) in a browser/);
  page = await (
    await browser.newContext({ viewport: { width: 1100, height: 720 }, locale: "en-GB", timezoneId: "Asia/Bangkok" })
  ).newPage();
  page.setDefaultTimeout(10_000);
  page.on("console", (said) => faults.push(said.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${address}/`)) faults.push(request.url());
  });
  await page.goto(address);
});
afterAll(async () => {
  await browser?.close();
  expect(await program.end("SIGTERM")).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

const be = (who: string) => page.getByLabel("You are").selectOption(who);
const go = (channel: string) => page.locator("nav").getByRole("link", { name: channel }).click();
const type = async (line: string): Promise<void> => {
  const field = page.getByRole("combobox", { name: "Type a command" });
  await field.fill(line);
  await field.press("Enter");
};
const last = () => page.getByRole("log").getByRole("article").last();
const press = (name: string | RegExp) => last().getByRole("button", { name }).click();
const reads = (words: string | RegExp) => expect.poll(() => last().innerText()).toMatch(words);

describe("in a real browser, with the network's record", () => {
  it("a member looks up the third webinar and shares it", async () => {
    await be("member");
    await go("discussion");
    await type("/webinar show 3");
    await reads(/80 participants from 14 countries and regions/);
    await reads(/only you see this/i);
    if (PICTURE !== undefined) await page.screenshot({ path: PICTURE });
    await press("3 questions");
    await reads(/Will network governance build on trust/);
    await press("Share here");
    await expect.poll(() => page.getByRole("log").innerText()).toContain("Shared by Member in Bangkok");
  });

  it("an organiser is asked, mends, previews and schedules; the discussant posts a question with its thread", async () => {
    await be("organiser");
    await type("/announce schedule");
    const form = page.getByRole("form");
    await form.getByLabel("What it says").fill("Join us <b>@everyone</b>");
    await form.getByLabel("When it goes out").fill("soon");
    await form.getByRole("button", { name: "Send" }).click();
    await expect.poll(() => page.getByRole("form").innerText()).toContain("I cannot read this time.");
    await expect
      .poll(() => page.getByRole("form").getByLabel("What it says").inputValue())
      .toBe("Join us <b>@everyone</b>");
    await page.getByRole("form").getByLabel("When it goes out").fill("+2d");
    await page.getByRole("form").getByRole("button", { name: "Send" }).click();
    await reads(/Join us <b>@everyone<\/b>/);
    await press("Schedule");
    await reads(/Scheduled for/);
    await be("discussant");
    await type("/discuss queue");
    await reads(/1 Who is missing · waiting/);
    await press("Open question 1");
    await reads(/1 Who is missing · goes out in ten seconds/);
    await press("Undo");
    await type("/discuss post question:1");
    await press(/^Post question 1 in Playground #discussion now/);
    await expect.poll(() => page.getByRole("log").innerText()).toContain("Question 1: Who is missing");
  });

  it("speaks Japanese when asked to, and nothing went wrong on the way", async () => {
    await be("member");
    await page.getByLabel("Language").selectOption("ja");
    await page.getByRole("heading", { name: "Rostrum お試し画面" }).waitFor();
    await expect.poll(() => page.getByLabel("あなたの役").inputValue()).toBe("member");
    await page.getByRole("combobox").last().fill("/webinar show 3");
    await page.keyboard.press("Enter");
    await reads(/2022年2月19日/);
    expect(faults).toEqual([]);
  });
});
