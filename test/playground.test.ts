import { rmSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newFolder, type Program, startProgram } from "./support/program.ts";
import { useChromium } from "./support/web/use-chromium.ts";

let page: Page;
let program: Program;
let folder: string;
const faults: string[] = [];

const openPage = async (): Promise<void> => {
  const [, address = ""] = await program.says(/Playground: open (\S+) in a browser/);
  page = await (
    await browser().newContext({ viewport: { width: 1200, height: 760 }, locale: "en-GB", timezoneId: "Asia/Bangkok" })
  ).newPage();
  page.setDefaultTimeout(10_000);
  page.on("console", (said) => faults.push(said.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${address}/`)) faults.push(request.url());
  });
  await page.goto(address);
  await page.getByRole("heading", { name: "Discord #announcements" }).waitFor();
};

beforeAll(async () => {
  folder = newFolder();
  program = startProgram(folder);
  await program.says(/Playground: open/);
});
const browser = useChromium(openPage);
afterAll(async () => {
  expect(await program.end("SIGTERM")).toBe(0);
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

/** As this persona, reading English whatever theirs is. */
const be = async (who: string): Promise<void> => {
  await page.getByRole("group", { name: "You are" }).getByRole("button", { name: who }).click();
  await page.getByLabel("Language").selectOption("en");
};
const go = (space: "Discord" | "Slack", channel: string) =>
  page.getByRole("region", { name: space }).getByRole("link", { name: channel }).click();
const type = async (line: string): Promise<void> => {
  const field = page.getByRole("main").getByRole("combobox", { name: "Type a command" });
  await field.fill(line);
  await field.press("Enter");
};
const log = () => page.getByRole("main").getByRole("log");
const last = () => log().getByRole("article").last();
const press = (name: string | RegExp) => last().getByRole("button", { name }).click();
const reads = (words: string | RegExp) => expect.poll(() => last().innerText()).toMatch(words);
const jump = (name: string) =>
  page.getByRole("group", { name: "Time in the playground" }).getByRole("button", { name });
const clock = async (): Promise<number> =>
  Date.parse((await page.locator("#now").getAttribute("datetime")) ?? "") - Date.now();
const HOUR_MS = 3_600_000;

/** Opens one of the looks and answers what is drawn and what the JSON says. */
const look = async (name: "As Discord gets it" | "As Slack gets it") => {
  await press(name);
  const figure = last().getByRole("figure");
  await figure.waitFor();
  const json = JSON.parse((await figure.getByRole("group", { name: "JSON" }).textContent()) ?? "");
  const drawn = await figure.locator(".drawing").innerText();
  await press(name);
  return { json, drawn };
};

describe("in a real browser, with the network's record", () => {
  it("who opens it first is answered as the page speaks, until a press makes somebody of them", async () => {
    expect(await page.getByLabel("Language").inputValue()).toBe("en");
    await page.getByRole("button", { name: "/webinar next", exact: true }).click();
    await reads(/Libraries as places of learning/);
    await page.getByRole("button", { name: "Member in Bangkok" }).click();
    expect(await page.getByLabel("Language").inputValue()).toBe("th");
  });

  it("a member looks up the third webinar by a press, sees what each platform gets, and shares it", async () => {
    await be("Member in Bangkok");
    await go("Discord", "#discussion");
    await page.getByRole("button", { name: "/webinar show 3" }).click();
    await reads(/80 participants from 14 countries and regions/);
    await reads(/only you see this/i);
    const discord = await look("As Discord gets it");
    expect(discord.json.components[0].type).toBe(17);
    expect(discord.drawn).toContain("Partnership for education and beyond");
    const slack = await look("As Slack gets it");
    expect(slack.json.blocks[0].type).toBe("rich_text");
    expect(slack.drawn).toContain("Dr. Paul Armstrong, The University of Manchester");
    await press("3 questions");
    await reads(/Will network governance build on trust/);
    await press("Share here");
    await expect.poll(() => log().innerText()).toContain("Shared by Member in Bangkok");
  });

  it("every line to press is answered", async () => {
    for (const who of [
      "Member in Bangkok",
      "Organiser in Sendai",
      "Discussant in Melbourne",
      "Moderator in London",
      "Admin in Sendai",
    ]) {
      await be(who);
      const lines = page.getByRole("group", { name: "Examples" }).getByRole("button");
      expect(await lines.count()).toBe(5);
      for (const line of await lines.allTextContents()) {
        await page.getByRole("button", { name: line, exact: true }).click();
        const form = page.getByRole("dialog");
        const answered = log().getByText(`You: ${line}`).last();
        await expect
          .poll(async () => (await form.isVisible()) || (await last().locator(".said > *:not(.waiting)").count()) > 0)
          .toBe(true);
        if (await form.isVisible()) await page.keyboard.press("Escape");
        else expect.soft(await answered.locator("..").innerText(), line).not.toMatch(/do not know|cannot|went wrong/);
        await expect.poll(() => form.isVisible()).toBe(false);
      }
    }
  });

  it("an organiser is asked, mends, previews and schedules; the post comes when the clock is put there, in both places", async () => {
    await be("Organiser in Sendai");
    await go("Discord", "#announcements");
    await type("/announce schedule");
    const form = page.getByRole("dialog", { name: "Announcement" });
    await form.getByLabel("What it says").fill("Join us <b>@everyone</b>");
    await form.getByLabel("When it goes out").fill("soon");
    await form.getByRole("button", { name: "Send" }).click();
    await expect.poll(() => form.innerText()).toContain("I cannot read this time.");
    const when = form.getByLabel("When it goes out");
    expect(await when.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await form.getByLabel("What it says").inputValue()).toBe("Join us <b>@everyone</b>");
    await when.fill("+2d");
    await form.getByRole("button", { name: "Send" }).click();
    await reads(/Join us <b>@everyone<\/b>/);
    await press(/^Schedule/);
    await reads(/Scheduled for/);
    await jump("To the next post").click();
    await expect.poll(() => page.getByRole("status").first().textContent()).toMatch(/^It is now /);
    expect(await clock()).toBeGreaterThan(47 * HOUR_MS);
    await reads(/^Rostrum.*\n+Join us <b>@everyone<\/b>\n+Next webinar/);
    const { json } = await look("As Discord gets it");
    expect(JSON.stringify(json)).toContain(String.raw`Join us \\<b>\\@everyone\\</b>`);
    await page.getByRole("link", { name: "#announcements new" }).click();
    await page.getByRole("heading", { name: "Slack #announcements" }).waitFor();
    // In the language of its place.
    await reads(/^Rostrum.*\n+Join us <b>@everyone<\/b>\n+次回のウェビナー/);
    expect(JSON.stringify((await look("As Slack gets it")).json)).toContain("Join us <b>@everyone</b>");
  });

  it("the discussant posts a question, which is answered in its thread beside the channel", async () => {
    await be("Discussant in Melbourne");
    await go("Discord", "#discussion");
    await type("/discuss queue");
    await reads(/1 Who is missing · waiting/);
    await press("Open question 1");
    await reads(/1 Who is missing · goes out in ten seconds/);
    await press("Undo");
    await type("/discuss post question:1");
    await press(
      /^Post question 1 in Playground Discord #discussion and Playground Slack #discussion now|^Post question 1/,
    );
    await log().getByRole("link", { name: "Thread: Question 1: Who is missing" }).click();
    const thread = page.getByRole("complementary", { name: "Thread: Question 1: Who is missing" });
    await thread.getByText("Who does not come to the library yet").waitFor();
    await thread.getByRole("button", { name: "Programme" }).click();
    await thread.getByText("only you see this").waitFor();
    expect(await log().getByText("1 Who is missing").first().isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => thread.isVisible()).toBe(false);
  });

  it("a reminder comes to the direct messages of who asked for it, and to nobody else's", async () => {
    await be("Moderator in London");
    await type("/webinar remind");
    await reads(/the reminder moves along/);
    await go("Discord", "Direct messages");
    await reads(/You will be reminded|You will be/);
    const before = await log().getByRole("article").count();
    const at = await clock();
    await jump("To the next post").click();
    await expect.poll(async () => (await clock()) > at + 24 * HOUR_MS).toBe(true);
    await expect.poll(() => log().getByRole("article").count()).toBe(before + 1);
    await reads(/Sample webinar/);
    await be("Member in Bangkok");
    await page.getByRole("heading", { name: "Discord #announcements" }).waitFor();
    await go("Discord", "Direct messages");
    await page.getByText("Nothing here yet.").waitFor();
  });

  it("a restart keeps the time; back to now, what is posted later is not there yet", async () => {
    const before = await clock();
    expect(before).toBeGreaterThan(48 * HOUR_MS);
    await page.context().close();
    expect(await program.end("SIGTERM")).toBe(0);
    program = startProgram(folder);
    await openPage();
    expect(Math.abs((await clock()) - before)).toBeLessThan(60_000);
    await page.getByText("Join us <b>@everyone</b>").waitFor();
    await jump("Back to now").click();
    await expect.poll(() => page.getByText("Join us <b>@everyone</b>").count()).toBe(0);
    expect(Math.abs(await clock())).toBeLessThan(60_000);
    await jump("1 day on").click();
    await expect.poll(async () => Math.round((await clock()) / HOUR_MS)).toBe(24);
    await jump("1 hour on").click();
    await expect.poll(async () => Math.round((await clock()) / HOUR_MS)).toBe(25);
    await jump("1 day on").click();
    await page.getByText("Join us <b>@everyone</b>").waitFor();
  });

  it("speaks Japanese when asked to", async () => {
    await page.getByLabel("Language").selectOption("ja");
    await page.getByRole("heading", { name: "Rostrum お試し画面" }).waitFor();
    await page.getByRole("heading", { name: "Discord #announcements" }).waitFor();
    await page.getByRole("main").getByRole("combobox").fill("/webinar show 3");
    await page.keyboard.press("Enter");
    await reads(/2022年2月19日/);
    expect(await last().locator(".said").getAttribute("lang")).toBe("ja");
  });
});
