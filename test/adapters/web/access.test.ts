import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { channels, personas, spaces } from "../../../src/playground.ts";
import { titleForm } from "../../support/web/scripted.ts";
import { useTab } from "../../support/web/tab.ts";

/** WCAG 2.2 AA as far as a program can see it: axe-core in the page, at both widths, in both themes, as every persona. */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Of which so many rules at least must have been able to say something: a check of nothing passes as well. */
const LEAST = 20;

const tab = useTab({ personas, spaces, channels });

const sizes = [
  { width: 1200, height: 800 },
  { width: 360, height: 640 },
] as const;
const themes = ["light", "dark"] as const;

interface Found {
  readonly passes: number;
  readonly violations: readonly string[];
}

const checkOnce = async (name: string): Promise<void> => {
  const found = await tab.page().evaluate(
    async ({ axe, tags }): Promise<Found> => {
      if (!("axe" in globalThis)) new Function(axe)();
      const { axe: loaded } = globalThis as unknown as {
        axe: {
          run(
            root: Document,
            options: object,
          ): Promise<{
            passes: readonly object[];
            violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[];
          }>;
        };
      };
      const { passes, violations } = await loaded.run(document, { runOnly: { type: "tag", values: tags } });
      return {
        passes: passes.length,
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`),
        ),
      };
    },
    { axe: AXE, tags: TAGS },
  );
  expect(found.violations, name).toEqual([]);
  expect(found.passes, name).toBeGreaterThanOrEqual(LEAST);
};

/** What is shown now, in both widths and both themes. */
const check = async (state: string): Promise<void> => {
  for (const size of sizes)
    for (const colorScheme of themes) {
      await tab.page().setViewportSize(size);
      await tab.page().emulateMedia({ colorScheme });
      await checkOnce(`${state}, ${size.width}, ${colorScheme}`);
    }
};

/** A conversation with one of everything: posts, a thread beside it, private answers, both looks open. */
const fill = async (): Promise<void> => {
  const done = await tab.post("Question 2 of 3", "abcdefghijklmnopqrstuvwx");
  await tab.platform().thread(done, "Question 2: Build Back Better");
  await tab.type("/webinar show 3");
  const answer = tab.articles().last();
  await answer.getByRole("button", { name: "As Discord gets it" }).click();
  await answer.getByRole("figure").waitFor();
  const post = tab.articles().first();
  await post.getByRole("button", { name: "As Slack gets it" }).click();
  await post.getByRole("figure").waitFor();
};

test.each(personas.map(({ name }) => name.en))("as %s the page breaks no rule that axe knows", async (who) => {
  await tab.open({ ...sizes[0], bypassCSP: true });
  await tab.be(who);
  await tab.page().getByLabel("Language").selectOption("en");
  await tab.page().getByRole("link", { name: "#discussion" }).first().click();
  await fill();
  await tab
    .talk()
    .getByRole("link", { name: /^Thread/ })
    .click();
  await tab.thread().getByText("Question 2 of 3").waitFor();
  await check("a thread");
  await tab.page().keyboard.press("Escape");
  await tab.page().setViewportSize(sizes[0]);
  await tab.type("/create");
  await tab.page().getByRole("dialog").getByLabel("Title").waitFor();
  await tab.page().getByRole("button", { name: titleForm().labels.submit, exact: true }).click();
  await tab.page().getByText("A webinar has a title.").waitFor();
  await check("a form");
});

test("nor does an empty place with suggestions for the line", async () => {
  await tab.open({ ...sizes[0], bypassCSP: true });
  await tab.page().locator("#main-line").fill("/");
  await tab.page().getByRole("listbox").waitFor();
  await check("suggestions");
});

test("a form keeps the focus within, and gives it back when it is left", async () => {
  await tab.open({ width: 1200, height: 800 });
  await tab.type("/webinar show 3");
  const opener = tab.articles().last().getByRole("button", { name: "New webinar" });
  await opener.focus();
  await tab.page().keyboard.press("Enter");
  const form = tab.page().getByRole("dialog", { name: "New webinar" });
  await form.waitFor();
  const isWithin = () =>
    form.evaluate((one) => one.contains(document.activeElement) || document.activeElement === document.body);
  for (let n = 0; n < 12; n++) {
    await tab.page().keyboard.press("Tab");
    expect(await isWithin()).toBe(true);
  }
  await tab.page().keyboard.press("Escape");
  await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
});

test("what comes and goes is said: the clock, what has arrived, and what the line offers", async () => {
  await tab.open({ width: 1200, height: 800 });
  const page = tab.page();
  await page.getByRole("button", { name: "To the next post" }).click();
  await expect.poll(() => page.getByRole("status").first().textContent()).toBe("Nothing is waiting to be posted.");
  expect(await tab.talk().getAttribute("aria-live")).toBe("polite");
  const line = page.locator("#main-line");
  await line.fill("/webinar s");
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  const active = await line.getAttribute("aria-activedescendant");
  expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
  expect(await line.getAttribute("aria-expanded")).toBe("true");
});
