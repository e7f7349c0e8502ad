import { beforeEach, expect, test } from "vitest";
import { toFormMessage } from "../../../src/core/bot/form.ts";
import { say, script, titleForm, web } from "../../support/web/scripted.ts";
import { useTab } from "../../support/web/tab.ts";

const tab = useTab();
const { post, type, be, talk, thread, articles, picture } = tab;
beforeEach(() => tab.open({ width: 1000, height: 760 }));

test("a command is answered for one's own eyes, and a press takes the answer's place", async () => {
  await post("Welcome to the discussion of the third webinar", "d1");
  await talk().getByText("Welcome to the discussion").waitFor();
  await type("/webinar show 3");
  const seen = articles().last();
  await seen.getByText("only you see this").waitFor();
  await seen.locator("b", { hasText: "3rd international webinar" }).waitFor();
  expect(await seen.locator("time").textContent()).toBe("Saturday, 5 December 2026, 17:00 Tokyo");
  expect(await seen.locator(".here").textContent()).toContain("your time: Sat, 5 Dec 2026, 08:00 GMT");
  expect(await seen.getByText("You: /webinar show 3").count()).toBe(1);
  await picture("private");
  await seen.getByLabel("Which").selectOption("3");
  await seen.getByRole("button", { name: "3 questions" }).click();
  await seen.getByText("Question 2").waitFor();
  expect(await articles().count()).toBe(2);
  expect(await seen.locator("b").allTextContents()).toEqual(["Rostrum"]);
  await articles().first().getByRole("button", { name: "Programme" }).click();
  await talk().getByText("Pressed programme").waitFor();
  expect(await articles().count()).toBe(3);
});

test("what was chosen is sent with the choice's button", async () => {
  await type("/webinar show 3");
  await articles().last().getByLabel("Which").selectOption("3");
  await articles().last().getByRole("button", { name: "Choose" }).click();
  await talk().getByText("Pressed webinar show 3").waitFor();
});

test("a form with a mistake comes back as it was filled in, and goes through once it is right", async () => {
  await type("/create");
  await tab.page().getByLabel("About").fill("Two\nlines");
  await tab.page().getByLabel("Held").selectOption("room");
  await tab.page().getByLabel("Moderator").selectOption({ label: "@An admin" });
  await tab.page().getByRole("button", { name: "Create" }).click();
  const title = tab.page().getByLabel("Title");
  await tab.page().getByText("A webinar has a title.").waitFor();
  expect(await title.getAttribute("aria-invalid")).toBe("true");
  expect(await title.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(
    await title.evaluate((one) =>
      one
        .getAttribute("aria-describedby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent),
    ),
  ).toEqual(["A webinar has a title.", "As it is announced"]);
  expect(await tab.page().getByLabel("About").inputValue()).toBe("Two\nlines");
  await picture("form");
  await title.fill("Fourth");
  await tab.page().keyboard.press("Enter");
  await talk().getByText("Created: Fourth · room · <@admin>").waitFor();
  expect(await articles().count()).toBe(1);
});

test("a form that is left gives back the message that it was opened from", async () => {
  await type("/webinar show 3");
  await articles().last().getByRole("button", { name: "New webinar" }).click();
  await tab.page().getByRole("button", { name: "Cancel" }).click();
  await articles().last().getByRole("button", { name: "3 questions" }).waitFor();
  await type("/create");
  await tab.page().getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => articles().count()).toBe(1);
});

test("a public post comes to an open page, and its thread can be entered and left", async () => {
  await tab.page().getByText("Nothing here yet.").waitFor();
  const done = await post("Question 2 of 3 <b>not bold</b>", "d1");
  await talk().getByText("Question 2 of 3 <b>not bold</b>").waitFor();
  const opened = await tab.platform().thread(done, "Question 2: Build Back Better and COVID-19");
  await post("Elsewhere", "d2", "announcements");
  await tab.page().getByRole("link", { name: "#announcements new" }).waitFor();
  await talk().getByRole("link", { name: "Thread: Question 2: Build Back Better and COVID-19 no posts yet" }).click();
  const title = tab.page().getByRole("heading", { name: "Thread: Question 2: Build Back Better and COVID-19" });
  await title.waitFor();
  // Whoever opened it reads on in it; the channel stays beside it.
  await expect.poll(() => title.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await talk().getByText("Question 2 of 3").isVisible()).toBe(true);
  await type("/webinar next", "complementary");
  await thread().getByText("webinar next|member|en").waitFor();
  expect(tab.bot().calls.at(-1)?.at).toEqual(opened);
  const within = { id: "d3", to: opened, message: say("An answer") };
  await tab.platform().post({ ...within, body: tab.platform().render(within) });
  await thread().getByText("An answer").waitFor();
  await talk().getByText("1 post").waitFor();
  await picture("thread");
  await tab.page().getByRole("link", { name: "Close" }).click();
  await expect.poll(() => tab.page().getByRole("complementary").count()).toBe(0);
  const opener = talk().getByRole("link", { name: /^Thread/ });
  await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await talk().getByText("An answer").count()).toBe(0);
  expect(await talk().getByText("webinar next|member|en").count()).toBe(0);
});

test("private answers are the persona's own and stay over a reload; posts are everybody's", async () => {
  await post("For all", "d1");
  await talk().getByText("For all").waitFor();
  await type("/webinar next");
  await talk().getByText("webinar next|member|en").waitFor();
  await post("For all, later", "d2");
  await talk().getByText("For all, later").waitFor();
  await be("An admin");
  await expect.poll(() => articles().count()).toBe(2);
  await type("/webinar next");
  await talk().getByText("webinar next|admin|ja").waitFor();
  await be("A member");
  await talk().getByText("webinar next|member|en").waitFor();
  await tab.page().reload();
  await talk().getByText("For all, later").waitFor();
  expect(await articles().locator(".said").allTextContents()).toEqual([
    "For allProgramme",
    "webinar next|member|en",
    "For all, laterProgramme",
  ]);
});

test("one press makes somebody else of the reader: zone, language and direct messages; all of it is remembered", async () => {
  const language = (label: string) => tab.page().getByLabel(label).inputValue();
  await expect.poll(() => tab.page().getByRole("link", { name: "Direct messages" }).count()).toBe(1);
  await be("An admin");
  expect(await language("Language")).toBe("ja");
  expect(await tab.page().getByText("Asia/Tokyo, GMT+9").count()).toBe(1);
  expect(await tab.page().getByRole("link", { name: "Direct messages" }).count()).toBe(0);
  await type("/webinar next");
  await talk().getByText("webinar next|admin|ja").waitFor();
  expect(tab.bot().calls.at(-1)?.asker).toMatchObject({
    name: "An admin",
    rights: ["administer", "post"],
    zone: "Asia/Tokyo",
  });
  await tab.page().reload();
  await expect.poll(() => language("Language")).toBe("ja");
  // Whoever chooses a language reads it: the page speaks it, too.
  await tab.page().getByLabel("Language").selectOption("en");
  await tab.page().getByLabel("Language").selectOption("ja");
  await tab.page().getByRole("heading", { name: "Rostrum お試し画面" }).waitFor();
  await tab.page().goto(tab.platform().address());
  await tab.page().getByRole("heading", { name: "Rostrum お試し画面" }).waitFor();
  await expect
    .poll(() => tab.page().getByRole("button", { name: "管理者", exact: true }).getAttribute("aria-pressed"))
    .toBe("true");
  await tab.page().getByLabel("言語").selectOption("en");
  await tab.page().getByRole("heading", { name: "Rostrum playground" }).waitFor();
  // The page's script runs a moment after its words are there.
  await tab.page().getByRole("heading", { name: "Discord #discussion" }).waitFor();
  await type("/webinar next");
  await talk().getByText("webinar next|admin|en").waitFor();
});

test("what got lost is asked again with the same id", async () => {
  const ids: string[] = [];
  await tab.page().route("**/api/say", async (route) => {
    ids.push(JSON.parse(route.request().postData() ?? "").id);
    // The first time the bot hears it and the answer gets lost.
    if (ids.length > 1) return route.continue();
    await route.fetch();
    return route.fulfill({ status: 503 });
  });
  await type("/webinar next");
  await talk().getByRole("button", { name: "Try again" }).click();
  await talk().getByText("webinar next|member|en").waitFor();
  expect(tab.bot().calls.map(({ id }) => id)).toEqual(ids);
  expect(ids).toEqual([ids[0], ids[0]]);
  tab.excuse("503");
});

test("a page that stays open finds the bot again, and what was posted meanwhile", async () => {
  const port = Number(new URL(tab.platform().address()).port);
  await tab.platform().stop();
  await tab.page().getByText("The connection to the bot is lost.").waitFor();
  await post("Meanwhile", "d1");
  tab.replace({ platform: web({ board: tab.board(), port }) });
  await tab.platform().start(tab.bot());
  await talk().getByText("Meanwhile").waitFor();
  await expect.poll(() => tab.page().getByText("The connection to the bot is lost.").count()).toBe(0);
  tab.excuse("net::ERR_");
});

test("a form that may not be shown now opens from its message", async () => {
  tab.replace({ bot: script(({ said }) => ("command" in said ? toFormMessage(titleForm()) : titleForm())) });
  await tab.page().goto("about:blank");
  await tab.platform().stop();
  await tab.platform().start(tab.bot());
  await tab.page().goto(tab.platform().address());
  await type("/create");
  await tab.page().getByRole("button", { name: "Open the form" }).click();
  await tab.page().getByLabel("Title").waitFor();
});
