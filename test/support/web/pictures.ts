import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { toPng } from "./palette.ts";

/** Written by `npm run pictures`, into this folder. */
const PICTURES = process.env.PICTURES;

const { resolve } = createRequire(import.meta.url);
const FONTS = ["jp", "sc", "tc", "thai"].map((script) => `@fontsource-variable/noto-sans-${script}`);

/** The fonts of the packages, as if the page brought them: pictures show every language's script whatever fonts the machine has. */
export const bringFonts = async (page: Page): Promise<void> => {
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

let sizes = 0;
/** Chromium keeps words that it has shaped before a font arrived: in another size, by a hair, they are shaped anew. */
export const settle = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  sizes++;
  await page.addStyleTag({
    content: `body, .strip button, .drawing, .typed { letter-spacing: ${sizes % 2 === 0 ? "0.001em" : "0"} }`,
  });
  await page.evaluate(() => document.fonts.ready);
};

/** The fonts that a piece of the page is really drawn with, as the browser tells. */
export const fontsOf = async (page: Page, selector: string): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(({ familyName }) => familyName);
};

export interface Part {
  readonly caption: string;
  readonly image: Buffer;
}

export const takePart = async (page: Page, caption: string, locator: Locator): Promise<Part> => {
  await settle(page);
  return { caption, image: await locator.screenshot() };
};

/** Parts of the page beside each other, each under what it is. */
export const putBeside = async (context: BrowserContext, parts: readonly Part[]): Promise<Buffer> => {
  const page = await context.newPage();
  const figures = parts.map(
    ({ caption, image }) =>
      `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${image.toString("base64")}"></figure>`,
  );
  await page.setContent(`<!doctype html><style>
body { margin: 0; }
main { width: max-content; display: flex; align-items: start; gap: 24px; padding: 20px; background: #f6f7f6; }
figure { margin: 0; } figcaption { margin-bottom: 8px; font: 600 15px system-ui, sans-serif; color: #55625f; }
img { display: block; zoom: calc(1 / ${await page.evaluate(() => devicePixelRatio)}); }
</style><main>${figures.join("")}</main>`);
  await page.locator("img").last().waitFor();
  const image = await page.locator("main").screenshot();
  await page.close();
  return image;
};

/** The same with a palette, which is a third of it. */
const toSmall = async (context: BrowserContext, image: Buffer): Promise<Buffer> => {
  const page = await context.newPage();
  const { width, rgba } = await page.evaluate(
    async (png) => {
      const drawn = new Image();
      drawn.src = png;
      await drawn.decode();
      const canvas = new OffscreenCanvas(drawn.naturalWidth, drawn.naturalHeight);
      const pen = canvas.getContext("2d");
      pen?.drawImage(drawn, 0, 0);
      const bytes = new Uint8Array(pen?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? []);
      return { width: canvas.width, rgba: bytes.toBase64() };
    },
    `data:image/png;base64,${image.toString("base64")}`,
  );
  await page.close();
  return toPng(Buffer.from(rgba, "base64"), width);
};

/** Answers how many bytes it has. */
export const keepPicture = async (context: BrowserContext, name: string, image: Buffer): Promise<number> => {
  const kept = await toSmall(context, image);
  if (PICTURES !== undefined) writeFileSync(join(PICTURES, `${name}.png`), kept);
  return kept.byteLength;
};
