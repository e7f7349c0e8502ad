import { expect, test } from "vitest";
import { useTab } from "../../support/web/tab.ts";

/** What somebody sees who opens the page for the first time, on a desk, a tablet and a phone. */

const tab = useTab();
const { type, articles } = tab;

test("where nothing was said yet, one example stands out; later none does", async () => {
  await tab.open({ width: 1280, height: 800 });
  const example = (name: string) => tab.page().getByRole("button", { name, exact: true });
  const colour = (name: string) => example(name).evaluate((one) => getComputedStyle(one).backgroundColor);
  const plain = await colour("/webinar show 3");
  expect(await colour("/webinar next")).not.toBe(plain);
  await example("/webinar next").click();
  await articles().last().waitFor();
  await expect.poll(() => colour("/webinar next")).toBe(plain);
});

test("on a phone the time is all there", async () => {
  await tab.open({ width: 390, height: 844, hasTouch: true, isMobile: true });
  const { right } = await tab
    .page()
    .locator("#now")
    .evaluate((one) => one.getBoundingClientRect());
  expect(right).toBeLessThanOrEqual(390);
});

test.each([
  ["a phone", 390, 844],
  ["a tablet", 820, 1180],
  ["a tablet that lies", 1180, 820],
])("on %s everything to press is large enough for a finger", async (_name, width, height) => {
  await tab.open({ width, height, hasTouch: true, isMobile: true });
  await type("/webinar show 3");
  await articles().last().getByRole("button", { name: "3 questions" }).waitFor();
  const small = await tab
    .page()
    .locator("button, nav a, select, input")
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
        .map((one) => `${one.textContent} ${one.getBoundingClientRect().height}`),
    );
  expect(small).toEqual([]);
  expect(await tab.page().evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
