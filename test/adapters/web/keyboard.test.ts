import { expect, test } from "vitest";
import { useTab } from "../../support/web/tab.ts";

const tab = useTab();
const { talk, picture } = tab;

test("all of it works from the keyboard alone, 360 pixels wide", async () => {
  await tab.open({ width: 360, height: 640 });
  const focused = () =>
    tab
      .page()
      .evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
  const tabTo = async (name: string): Promise<void> => {
    for (let n = 0; n < 40 && (await focused()) !== name; n++) await tab.page().keyboard.press("Tab");
    expect(await focused()).toBe(name);
  };
  await tab.page().keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the command line");
  await tab.page().keyboard.press("Enter");
  expect(await focused()).toBe("Type a command");
  await tab.page().keyboard.type("/webinar s");
  await tab.page().getByRole("option", { name: "/webinar show One webinar" }).waitFor();
  await picture("narrow-completion");
  await tab.page().keyboard.press("ArrowDown");
  await tab.page().keyboard.press("Enter");
  await tab.page().getByRole("option", { name: "4th webinar: two words" }).waitFor();
  await tab.page().keyboard.press("Escape");
  expect(await tab.page().getByRole("listbox").count()).toBe(0);
  await tab.page().keyboard.type("4");
  await tab.page().getByRole("option", { name: "4th webinar: two words" }).waitFor();
  await tab.page().keyboard.press("ArrowUp");
  await tab.page().keyboard.press("ArrowUp");
  await tab.page().keyboard.press("ArrowDown");
  await tab.page().keyboard.press("ArrowDown");
  await tab.page().keyboard.press("ArrowDown");
  await tab.page().keyboard.press("Enter");
  await tab.page().keyboard.press("Escape");
  await tab.page().keyboard.press("Enter");
  await talk().getByText("3rd international webinar").waitFor();
  expect(tab.bot().calls.at(-1)).toMatchObject({ said: { command: "webinar show" }, options: { webinar: "4 draft" } });
  expect(await tab.page().evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await picture("narrow");
  await tab.page().keyboard.press("Shift+Tab");
  for (let n = 0; n < 10 && (await focused()) !== "New webinar"; n++) await tab.page().keyboard.press("Shift+Tab");
  await tab.page().keyboard.press("Enter");
  await tab.page().getByLabel("Title").waitFor();
  await tab.page().keyboard.press("Enter");
  await tab.page().getByText("A webinar has a title.").waitFor();
  await picture("narrow-form");
  await tab.page().keyboard.type("Fourth");
  await tabTo("Create");
  await tab.page().keyboard.press("Enter");
  await talk().getByText("Created: Fourth").waitFor();
  await tabTo("/webinar next");
  await tab.page().keyboard.press("Enter");
  await talk().getByText("webinar next|member|en").waitFor();
});

test("the line: Tab takes what is offered, the arrows bring back what was sent, and a jump is told when it fails", async () => {
  await tab.open({ width: 1000, height: 700 });
  const page = tab.page();
  const line = page.locator("#main-line");
  await line.focus();
  await page.keyboard.type("/sho");
  await page.getByRole("option", { name: "/webinar show One webinar" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await line.inputValue()).toBe("/webinar show ");
  await page.getByRole("option", { name: "3rd webinar" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await line.inputValue()).toBe("/webinar show 3 ");
  await page.getByRole("option", { name: "as:" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await talk().getByText("You: /webinar show 3").waitFor();
  await tab.type("/webinar next");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await line.inputValue()).toBe("/webinar show 3");
  await page.keyboard.press("ArrowDown");
  expect(await line.inputValue()).toBe("/webinar next");
  await page.keyboard.press("ArrowDown");
  expect(await line.inputValue()).toBe("");
  // Nothing is offered: Tab goes on.
  await page.keyboard.press("Tab");
  expect(await line.evaluate((one) => one === document.activeElement)).toBe(false);
  await page.route("**/api/jump", (route) => route.fulfill({ status: 503 }));
  await page.getByRole("button", { name: "1 day on" }).click();
  await page.getByText("The bot did not answer.").waitFor();
  tab.excuse("503");
});
