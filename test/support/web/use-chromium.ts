import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { openChromium } from "./chromium.ts";

/**
 * One browser for the tests of a file or suite. Where there is none they are skipped, and the run's last line says why.
 * @param begin what is to be done before the first test, with the browser.
 */
export const useChromium = (begin?: () => Promise<void>): (() => Browser) => {
  let browser: Browser | undefined;
  let lack = "";
  beforeAll(async () => {
    browser = await openChromium().catch((error: Error) => {
      lack = error.message;
      return undefined;
    });
    if (browser !== undefined) await begin?.();
  });
  beforeEach(({ skip }) => skip(browser === undefined, lack));
  afterAll(() => browser?.close());
  return () => browser as Browser;
};
