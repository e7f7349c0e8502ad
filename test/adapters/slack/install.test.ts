import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MISSET, USED_UP } from "../../../src/adapters/slack/oauth.ts";
import { scopes } from "../../../src/adapters/slack/register.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import type { Store } from "../../../src/core/store/database.ts";
import { createTurnedClock, type TurnedClock } from "../../support/clock.ts";
import { APP } from "../../support/slack/oauth.ts";
import { createScriptedBot, type ScriptedBot } from "../../support/slack/script.ts";
import type { LoopbackSlack } from "../../support/slack/server.ts";
import {
  allow,
  type Browser,
  createBrowser,
  openProcess,
  openSlackWorld,
  type Process,
  vaultOf,
} from "../../support/slack/several.ts";
import { SECOND, type Workspace } from "../../support/slack/state.ts";

/** The way from a link to an installation, and every way in which it must not end there (abuse case 39). */

let server: LoopbackSlack;
let workspace: Workspace;
let store: Store;
let clock: TurnedClock;
let one: Process;
let bot: ScriptedBot;
let browser: Browser;

beforeEach(async () => {
  const world = await openSlackWorld();
  ({ server, store } = world);
  workspace = world.second.workspace;
  clock = createTurnedClock("2026-11-24T10:00:00Z");
  server.oauth.now = () => clock.now().epochMilliseconds;
  one = await openProcess(server, { store, clock });
  bot = createScriptedBot(() => message(text("Here.")));
  await one.platform.start(bot);
  browser = createBrowser(one.address);
});
afterEach(async () => {
  expect(server.violations).toEqual([]);
  // Whatever happened, no secret was written down.
  const written = one.lines.join("\n");
  expect(written).not.toContain(APP.clientSecret);
  for (const { token, refresh } of server.oauth.grants.values()) {
    expect(written).not.toContain(token);
    if (refresh !== undefined) expect(written).not.toContain(refresh);
  }
  expect(written).not.toMatch(/1111\.T0SECOND01\./u);
  await one.close();
  await store.close();
  await server.close();
});

const installed = async (): Promise<readonly string[]> =>
  (await vaultOf({ store, clock }).list()).map(({ key }) => key);
const nothing = async (): Promise<void> => {
  expect(await installed()).toEqual([]);
  expect(bot.news.filter((news) => news.heard === "space")).toEqual([]);
};

test("the link leads to Slack's page with exactly the scopes that are declared, and this browser's ticket", async () => {
  const response = await browser.ask("/slack/install?redirect_uri=https://evil.example&scope=admin&team=T1");
  expect(response.status).toBe(302);
  const page = new URL(response.headers.get("location") ?? "");
  expect(page.origin + page.pathname).toBe(new URL("/oauth/v2/authorize", server.url).href);
  const { state, ...rest } = Object.fromEntries(page.searchParams);
  expect(rest).toEqual({
    client_id: APP.clientId,
    scope: Object.keys(scopes).join(","),
    redirect_uri: APP.redirectUrl,
  });
  expect(state?.length).toBeGreaterThan(60);
  const [cookie = ""] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-rostrum-install=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/u);
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("whoever presses Allow has Rostrum in the workspace, and reads what to type next", async () => {
  const page = await browser.open(allow(server, await browser.begin(), { workspace }));
  expect(page.status).toBe(200);
  expect(page.text).toContain("Rostrum is installed in “Second &lt;Network&gt;”.");
  expect(page.text).toContain("/rostrum setup");
  expect(page.text).not.toContain("Begin again");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(page.text).not.toMatch(/<script|<img|src=/u);
  expect(browser.jar.size).toBe(0);
  expect(await installed()).toEqual([SECOND.id]);
  expect(bot.news).toContainEqual({
    heard: "space",
    platform: "slack",
    space: SECOND.id,
    name: SECOND.name,
    connected: false,
  });
});

test("the token stands in the database sealed, and opens with the secret only, at its own place only", async () => {
  await browser.open(allow(server, await browser.begin(), { workspace }));
  const [token = ""] = server.oauth.grants.keys();
  const rows = await store.transact((trx) => trx.selectFrom("installations").selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain(token);
  expect((await vaultOf({ store, clock }).read(SECOND.id))?.word).toContain(token);
  expect((await vaultOf({ store, clock, secret: "another" }).read(SECOND.id))?.word).toBeUndefined();
  await store.transact((trx) => trx.updateTable("installations").set({ key: "T0OTHER" }).execute());
  expect((await vaultOf({ store, clock }).read("T0OTHER"))?.word).toBeUndefined();
});

describe("refused, with what to do, and nothing is installed:", () => {
  const stale = "does not continue an installation that was begun in this browser";
  const back = async (): Promise<URL> => new URL(allow(server, await browser.begin(), { workspace }));
  const refusal = async (address: string, words: string, by = browser): Promise<void> => {
    const page = await by.open(address);
    expect(page.status).toBe(403);
    expect(page.text).toContain(words);
    expect(page.text).toContain('<a href="install">Begin again</a>');
    await nothing();
  };

  test("an answer without a state", async () => {
    const address = await back();
    address.searchParams.delete("state");
    await refusal(address.href, stale);
  });

  test("a state that was made up, or changed", async () => {
    const address = await back();
    const state = address.searchParams.get("state") ?? "";
    for (const other of ["1", `${state}A`, `z${state}`, state.replace(/\.[\w-]{3}/u, ".AAA")]) {
      address.searchParams.set("state", other);
      await refusal(address.href, stale);
    }
  });

  test("the state of another browser: somebody's yes is slipped to a person who never began", async () => {
    const address = await back();
    const victim = createBrowser(one.address);
    await refusal(address.href, stale, victim);
    await victim.begin();
    await refusal(address.href, stale, victim);
  });

  test("a state that stands there twice, or with two codes", async () => {
    const address = await back();
    await refusal(`${address.href}&state=1`, stale);
    await refusal(`${address.href}&code=1`, stale);
  });

  test("two cookies of our name, one of which somebody planted", async () => {
    const address = await back();
    const [[name = "", value = ""] = []] = [...browser.jar];
    const planted = "A".repeat(43);
    for (const [first, then] of [
      [planted, value],
      [value, planted],
    ]) {
      const response = await fetch(new URL(`/slack/oauth_redirect${address.search}`, one.address), {
        headers: { cookie: `${name}=${first}; ${name}=${then}` },
      });
      expect(response.status).toBe(403);
    }
    await nothing();
  });

  test("a state older than ten minutes", async () => {
    const address = await back();
    clock.set(clock.now().add({ minutes: 10, seconds: 1 }));
    await refusal(address.href, stale);
  });

  test("No at Slack's page", async () => {
    const page = server.oauth.decide(await browser.begin(), { workspace, allow: false });
    await refusal(String(page), "it was not allowed");
  });

  test("a code that was made up", async () => {
    const address = await back();
    address.searchParams.set("code", "1111.made.up");
    await refusal(address.href, "used already, or is too old");
  });

  test("a yes that was given to another app", async () => {
    const third = { token: "xoxb-1", name: "Third", app: "A0ROSTRUM1" };
    await vaultOf({ store, clock }).keep("T0THIRD", JSON.stringify(third));
    server.oauth.appId = "A0OTHER";
    const page = await browser.open((await back()).href);
    expect(page.status).toBe(403);
    expect(page.text).toContain("given to another app");
    expect(await installed()).toEqual(["T0THIRD"]);
  });

  test("a token that speaks for another workspace than the answer says", async () => {
    server.oauth.answerNext = (said) => ({ ...said, team: { id: "T0OTHER", name: "Other" } });
    await refusal((await back()).href, "given to another app");
  });
});

test("an answer that comes twice installs once; the second time it says so", async () => {
  const address = allow(server, await browser.begin(), { workspace });
  const kept = [...browser.jar];
  expect((await browser.open(address)).status).toBe(200);
  for (const [name, value] of kept) browser.jar.set(name, value);
  expect((await browser.open(address)).status).toBe(403);
  expect(server.requests.filter(({ method }) => method === "oauth.v2.access")).toHaveLength(1);
});

test("a code that was used already, behind a ticket of one's own, is refused by Slack's word", async () => {
  const address = new URL(allow(server, await browser.begin(), { workspace }));
  expect((await browser.open(address.href)).status).toBe(200);
  const thief = createBrowser(one.address);
  const own = new URL(await thief.begin());
  address.searchParams.set("state", own.searchParams.get("state") ?? "");
  const page = await thief.open(address.href);
  expect(page.status).toBe(403);
  expect(page.text).toContain("used already, or is too old");
});

test.each([
  ["bad_client_secret", 502, "does not accept how Rostrum is set up", "SLACK_CLIENT_SECRET is not the app's"],
  ["invalid_client_id", 502, "does not accept how Rostrum is set up", "SLACK_CLIENT_ID is not an app's"],
  ["bad_redirect_uri", 502, "does not accept how Rostrum is set up", "Redirect URLs"],
  ["invalid_team_for_non_distributed_app", 502, "does not accept", "Activate Public Distribution"],
  ["no_scopes", 502, "does not accept how Rostrum is set up", "paste the manifest anew"],
  ["invalid_code", 403, "used already", ""],
  ["code_already_used", 403, "used already", ""],
  ["internal_error", 502, "could not be reached", ""],
  ["never_heard_of", 502, "could not be reached", ""],
])(
  "when Slack answers %s the person reads it in words, the operator what to change",
  async (word, status, said, cure) => {
    const address = allow(server, await browser.begin(), { workspace });
    server.oauth.answerNext = () => ({ ok: false, error: word });
    const page = await browser.open(address);
    expect(page.status).toBe(status);
    expect(page.text).toContain(said);
    expect(page.text).not.toContain(word);
    expect(one.lines.join("\n")).toContain(cure);
    await nothing();
  },
);

test.each([...USED_UP.map((word) => [word, 403] as const), ...MISSET.map((word) => [word, 502] as const)])(
  "oauth.v2.access's %s is known",
  async (word, status) => {
    const address = allow(server, await browser.begin(), { workspace });
    server.oauth.answerNext = () => ({ ok: false, error: word });
    const page = await browser.open(address);
    expect(page.status).toBe(status);
    expect(page.text).not.toContain("could not be reached");
    await nothing();
  },
);

test("an error that Slack's page did not write is not repeated", async () => {
  const page = new URL(String(server.oauth.decide(await browser.begin(), { workspace, allow: false })));
  page.searchParams.set("error", "<script>alert(1)</script>");
  const said = await browser.open(page.href);
  expect(said.status).toBe(502);
  expect(said.text).not.toContain("alert");
  expect(one.lines.join("\n")).not.toContain("alert");
});

test("the pages speak the browser's language", async () => {
  for (const wanted of ["de,ja;q=0.5,en;q=0.4", "en;q=0.2,ja-JP"]) {
    const page = await createBrowser(one.address, wanted).open("/slack/oauth_redirect");
    expect(page.text).toContain('<html lang="ja">');
    expect(page.text).toContain("最初からやり直す");
  }
  expect((await createBrowser(one.address, "fr").open("/slack/oauth_redirect")).text).toContain("Begin again");
});

test("the doors open in their own way only", async () => {
  for (const path of ["/slack/install", "/slack/oauth_redirect"])
    expect((await fetch(new URL(path, one.address), { method: "POST" })).status).toBe(404);
  expect((await fetch(new URL("/slack/events", one.address))).status).toBe(404);
});
