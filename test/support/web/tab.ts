import type { BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterEach, beforeEach, expect, vi } from "vitest";
import type { Web, WebGiven } from "../../../src/adapters/web/web.ts";
import type { Post } from "../../../src/core/bot/platform.ts";
import { createMemoryBoard, type MemoryBoard } from "./board.ts";
import { type Scripted, say, script, web } from "./scripted.ts";
import { useChromium } from "./use-chromium.ts";
import { answer } from "./walk.ts";

/** Pictures of the walk for whoever works on the looks of the page. */
const PICTURES = process.env.PLAYGROUND_PICTURES;

/** The playground of the scripted bot in a real browser. Nothing may be said on its console and no other host asked. */
export interface Tab {
  open(given: { readonly width: number; readonly height: number } & BrowserContextOptions): Promise<void>;
  page(): Page;
  platform(): Web;
  bot(): Scripted;
  board(): MemoryBoard;
  /** Another platform, or another bot, takes the place of what runs. */
  replace(given: { readonly platform?: Web; readonly bot?: Scripted }): void;
  /** Leaves out of the faults what the test itself has caused. */
  excuse(words: string): void;
  post(said: string, id: string, channel?: string): Promise<Post>;
  type(line: string, where?: "main" | "complementary"): Promise<void>;
  be(name: string): Promise<void>;
  talk(): Locator;
  thread(): Locator;
  articles(): Locator;
  picture(name: string): Promise<void>;
}

/** @param given what the platform of each test is made with, besides a new board. */
export const useTab = (given: Partial<WebGiven> = {}): Tab => {
  let context: BrowserContext | undefined;
  let page: Page;
  let platform: Web;
  let bot: Scripted;
  let board: MemoryBoard;
  let faults: string[] = [];
  vi.setConfig({ testTimeout: 20_000 });
  const browser = useChromium();
  beforeEach(async () => {
    faults = [];
    board = createMemoryBoard();
    platform = web({ board, ...given });
    bot = script(answer);
    await platform.start(bot);
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    await platform?.stop();
    expect(faults).toEqual([]);
  });
  const talk = () => page.getByRole("main").getByRole("log");
  return {
    page: () => page,
    platform: () => platform,
    bot: () => bot,
    board: () => board,
    replace(next) {
      platform = next.platform ?? platform;
      bot = next.bot ?? bot;
    },
    excuse(words) {
      faults = faults.filter((said) => !said.includes(words));
    },
    async open({ width, height, ...options }) {
      await context?.close();
      context = await browser().newContext({ viewport: { width, height }, locale: "en-GB", ...options });
      context.setDefaultTimeout(10_000);
      page = await context.newPage();
      page.on("console", (said) => faults.push(`${said.type()}: ${said.text()}`));
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(`${platform.address()}/`)) faults.push(request.url());
      });
      await page.goto(platform.address());
      // The page's script runs a moment after its words are there.
      await page.getByRole("heading", { name: /^(Discord|Slack) #/ }).waitFor();
    },
    async post(said, id, channel = "discussion") {
      const space = channel.startsWith("slack-") ? "playground-slack" : "playground";
      const to = { platform: "web", space, channel } as const;
      const posting = { id, to, message: say(said, ["Programme", "programme"]) };
      return platform.post({ id, to, body: platform.render(posting) });
    },
    async type(line, where = "main") {
      await page.getByRole(where).getByRole("combobox", { name: "Type a command" }).fill(line);
      await page.keyboard.press("Enter");
    },
    be: (name) => page.getByRole("group", { name: "You are" }).getByRole("button", { name }).click(),
    talk,
    thread: () => page.getByRole("complementary").getByRole("log"),
    articles: () => talk().getByRole("article"),
    async picture(name) {
      if (PICTURES === undefined) return;
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png` });
      }
    },
  };
};
