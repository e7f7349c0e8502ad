import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newFolder, type Program, startProgram } from "./support/program.ts";
import { useChromium } from "./support/web/use-chromium.ts";

/** README's pictures, written by `npm run pictures`: they show the scripts of every language whatever fonts the machine has. */
const PICTURES = process.env.PICTURES;

const { resolve } = createRequire(import.meta.url);
const FONTS = ["jp", "sc", "tc", "thai"].map((script) => `@fontsource-variable/noto-sans-${script}`);

let program: Program;
let folder: string;
let page: Page;

/** The fonts of the packages, as if the page brought them. */
const bringFonts = async (): Promise<void> => {
  const css = FONTS.map((font) =>
    readFileSync(resolve(`${font}/index.css`), "utf8").replaceAll("url(./", `url(/fonts/${font}/`),
  );
  await page.route("**/page/looks.css", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: [await response.text(), ...css].join("\n") });
  });
  await page.route("**/fonts/**", (route) =>
    route.fulfill({
      body: readFileSync(resolve(new URL(route.request().url()).pathname.replace("/fonts/", ""))),
      contentType: "font/woff2",
    }),
  );
};

beforeAll(async () => {
  folder = newFolder();
  program = startProgram(folder);
  await program.says(/Playground: open/);
});
const browser = useChromium(async () => {
  const [, address = ""] = await program.says(/Playground: open (\S+) in a browser/);
  const context = await browser().newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    bypassCSP: true,
    deviceScaleFactor: 1.5,
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await bringFonts();
  await page.goto(address);
  await page.getByRole("heading", { name: "Discord #announcements" }).waitFor();
});
afterAll(async () => {
  await program.end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const picture = async (name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

/** The fonts that a piece of the page is really drawn with, as the browser tells. */
const fontsOf = async (selector: string): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(({ familyName }) => familyName);
};

it("the playground's picture shows a conversation in Latin and Japanese script, without a box", async () => {
  await page.getByRole("button", { name: "Organiser in Sendai" }).click();
  await page.getByLabel("Language").selectOption("en");
  await page.getByRole("region", { name: "Slack" }).getByRole("link", { name: "#discussion" }).click();
  await page.getByRole("heading", { name: "Slack #discussion" }).waitFor();
  const line = page.getByRole("main").getByRole("combobox");
  await line.fill("/discuss post 1 webinar:sample");
  await line.press("Enter");
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Post question 1/ })
    .click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /質問|問い/ })
    .click();
  await page.getByRole("complementary").getByRole("article").first().waitFor();
  await line.fill("/webinar next");
  await line.press("Enter");
  await page.getByRole("main").getByText("Libraries as places of learning").last().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Chromium keeps words that it has shaped before a font arrived: as another style they are shaped anew.
  await page.addStyleTag({ content: ".strip button { font-size: 0.84rem }" });
  for (const japanese of ["#pane article .said p", "#thread", "#lines button:nth-child(2)"])
    await expect.poll(() => fontsOf(japanese), { message: japanese }).toContain("Noto Sans JP Thin");
  await picture("playground");
});
