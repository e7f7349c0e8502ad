import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newFolder, type Program, startProgram } from "./support/program.ts";
import { bringFonts, fontsOf, keepPicture, putBeside, settle, takePart } from "./support/web/pictures.ts";
import { useChromium } from "./support/web/use-chromium.ts";

/** README's pictures, from the running program: `npm run pictures` writes them, and every run looks whether they could be. */

/** So much a picture may weigh in README. */
const MOST_BYTES = 250_000;
const WHOLE = { width: 1280, height: 870 };
/** Two of these stand beside each other in README's column. */
const HALF = { width: 540, height: 1400 };

let program: Program;
let folder: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = newFolder();
  program = startProgram(folder);
  await program.says(/Playground: open/);
});
const browser = useChromium(async () => {
  const [, address = ""] = await program.says(/Playground: open (\S+) in a browser/);
  context = await browser().newContext({
    viewport: WHOLE,
    locale: "en-GB",
    timezoneId: "Asia/Tokyo",
    bypassCSP: true,
    deviceScaleFactor: 2,
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await bringFonts(page);
  await page.goto(address);
  await page.getByRole("heading", { name: "Discord #announcements" }).waitFor();
});
afterAll(async () => {
  await program.end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const log = (): Locator => page.getByRole("main").getByRole("log");
const last = (): Locator => log().getByRole("article").last();

const be = async (who: string, language = "en"): Promise<void> => {
  await page.getByRole("button", { name: who }).click();
  if ((await page.locator("#language").inputValue()) !== language)
    await page.locator("#language").selectOption(language);
};
const go = async (space: "Discord" | "Slack", channel: string): Promise<void> => {
  await page.getByRole("region", { name: space }).getByRole("link", { name: channel }).click();
  await page.getByRole("heading", { name: `${space} ${channel}` }).waitFor();
};
/** Types it, and waits for what the answer says. */
const type = async (line: string, says: string | RegExp): Promise<void> => {
  const field = page.getByRole("main").getByRole("combobox");
  await field.fill(line);
  await field.press("Enter");
  await last().getByText(says).first().waitFor();
};
const press = (name: string | RegExp) => last().getByRole("button", { name }).click();
/** Once it does, the page is as a picture should be. */
const drawnWith = (selector: string, font: string) =>
  expect
    .poll(
      async () => {
        await settle(page);
        return fontsOf(page, selector);
      },
      { message: selector },
    )
    .toContain(font);
const LAST = "#main-talk article:last-of-type .said";

const keep = async (name: string, image: Buffer): Promise<void> =>
  expect(await keepPicture(context, name, image), name).toBeLessThan(MOST_BYTES);

describe("README's pictures show", () => {
  it("a conversation", async () => {
    await be("Organiser in Sendai");
    await go("Slack", "#discussion");
    await type("/discuss post 1 webinar:sample", /^Post question 1/);
    await press(/^Post question 1/);
    await page
      .getByRole("main")
      .getByRole("link", { name: /質問|問い/ })
      .click();
    await page.getByRole("complementary").getByRole("article").first().waitFor();
    await type("/webinar next", "Libraries as places of learning");
    await settle(page);
    for (const japanese of ["#pane article .said p", "#thread", "#lines button:nth-child(2)"])
      await drawnWith(japanese, "Noto Sans JP Thin");
    await keep("conversation", await page.screenshot());
  });

  it("a member who asks, in English of the real record and in Thai of the sample", async () => {
    await page.setViewportSize(HALF);
    await be("Member in Bangkok");
    await go("Discord", "#discussion");
    await type("/webinar show 3", "80 participants from 14 countries and regions");
    const english = await takePart(page, "The 3rd webinar, in English", last());
    await page.getByRole("button", { name: "Member in Bangkok" }).click();
    await type("/webinar next", /ห้องสมุดในฐานะแหล่งเรียนรู้/);
    await settle(page);
    await drawnWith(LAST, "Noto Sans Thai");
    const thai = await takePart(page, "The next webinar, in Thai", last());
    await keep("member", await putBeside(context, [english, thai]));
  });

  it("an organiser's announcement in English and in Japanese, and what Discord and Slack would get", async () => {
    await be("Organiser in Sendai");
    await go("Discord", "#announcements");
    await type("/announce now webinar:sample", /Libraries as places of learning/);
    await press("Post it now");
    await last().getByText("Libraries as places of learning").first().waitFor();
    await expect.poll(() => last().innerText()).not.toMatch(/only you see this/i);
    const english = await takePart(page, "Discord #announcements", last());
    const looks = [];
    for (const [name, caption] of [
      ["As Discord gets it", "As Discord gets it, drawn by Rostrum"],
      ["As Slack gets it", "As Slack gets it, drawn by Rostrum"],
    ] as const) {
      await press(name);
      await last().getByRole("figure").waitFor();
      looks.push(await takePart(page, caption, last().locator(".drawing")));
      await press(name);
    }
    await go("Slack", "#announcements");
    await last().getByText("学びの場としての図書館").first().waitFor();
    await settle(page);
    await drawnWith(LAST, "Noto Sans JP Thin");
    const japanese = await takePart(page, "Slack #announcements", last());
    await keep("organiser", await putBeside(context, [english, japanese]));
    await keep("looks", await putBeside(context, looks));
  });

  it("the discussant's panel, on a tablet", async () => {
    await page.setViewportSize({ width: 1100, height: 680 });
    await be("Discussant in Melbourne");
    await go("Discord", "#discussion");
    await type("/discuss queue", /Quiet or lively/);
    await settle(page);
    await keep("discussant", await page.screenshot());
  });

  it("an admin's doctor", async () => {
    await page.setViewportSize({ width: 820, height: 1400 });
    await be("Admin in Sendai");
    await go("Discord", "#desk");
    await type("/rostrum doctor", /announcements/);
    await settle(page);
    await keep("admin", await takePart(page, "", last()).then(({ image }) => image));
  });
});

describe("README", () => {
  const shown = [...readFileSync("README.md", "utf8").matchAll(/!\[([^\]]*)\]\(([^)]+\.png)\)/g)];

  it("shows each picture there is, says what is on it, and no other", () => {
    expect(shown.map(([, , path]) => path).toSorted()).toEqual(
      readdirSync("docs/pictures").map((name) => `docs/pictures/${name}`),
    );
    for (const [, said = "", path = ""] of shown) {
      expect(existsSync(path), path).toBe(true);
      expect(statSync(path).size, path).toBeLessThan(MOST_BYTES);
      expect(said.length, path).toBeGreaterThan(60);
    }
  });
});
