import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Knock, knock as knockAt } from "../../support/web/knock.ts";
import { front as createFront, say, script, web } from "../../support/web/scripted.ts";

const bot = script(() => say("hello"));
const platform = web();
const front = createFront({ host: "0.0.0.0" });

beforeAll(async () => {
  await platform.start(bot);
  await front.start();
});
afterAll(async () => {
  await platform.stop();
  await front.stop();
});

const knock = (given: Omit<Knock, "to">) => knockAt({ to: platform.address(), ...given });

const json = { "Content-Type": "application/json" };
const line = {
  id: "0199b6f2-5a86-4d05-8b26-2b7c3ee9d1aa",
  user: "member",
  lang: "en",
  channel: "discussion",
  line: "/webinar next",
};

describe("only this machine's own pages are answered", () => {
  test.each(["/", "/health", "/api/posts?channel=discussion", "/page/playground.js"])(
    "a foreign name for this machine is refused at %s",
    async (path) => {
      const port = new URL(platform.address()).port;
      for (const host of [
        "evil.example",
        `evil.example:${port}`,
        "127.0.0.1",
        "127.0.0.1:1",
        `127.0.0.1.nip.io:${port}`,
      ])
        expect.soft((await knock({ path, headers: { Host: host } })).status, host).toBe(403);
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
        expect.soft((await knock({ path, headers: { Host: host } })).status, host).toBe(200);
    },
  );

  test("a foreign page is refused, and the bot hears nothing of it", async () => {
    const before = bot.calls.length;
    const port = new URL(platform.address()).port;
    for (const Origin of ["https://evil.example", "null", `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
      const answer = await knock({
        method: "POST",
        path: "/api/say",
        headers: { ...json, Origin },
        body: JSON.stringify(line),
      });
      expect.soft(answer.status, Origin).toBe(403);
    }
    expect(bot.calls.length).toBe(before);
    const own = await knock({
      method: "POST",
      path: "/api/say",
      headers: { ...json, Origin: platform.address() },
      body: JSON.stringify(line),
    });
    expect(own.status).toBe(200);
    expect(bot.calls.length).toBe(before + 1);
  });

  test("what a foreign page can send without asking the browser first is refused", async () => {
    const before = bot.calls.length;
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/jsonp",
    ])
      expect
        .soft(
          (
            await knock({
              method: "POST",
              path: "/api/say",
              headers: { "Content-Type": type },
              body: JSON.stringify(line),
            })
          ).status,
        )
        .toBe(415);
    expect(bot.calls.length).toBe(before);
  });

  test.each(["0.0.0.0", "192.168.1.5", "::", "rostrum.example"])(
    "with the playground on, listening on %s is refused in a sentence",
    (host) => {
      expect(() => web({ host })).toThrow(/this machine only.*not /u);
    },
  );
});

describe("what comes in", () => {
  test("a body of more than a megabyte is refused, or cut off when it does not say how long it is", async () => {
    const before = bot.calls.length;
    const body = JSON.stringify({ ...line, line: "x".repeat(1_100_000) });
    expect((await knock({ method: "POST", path: "/api/say", headers: json, body })).status).toBe(413);
    const unsized = knock({
      method: "POST",
      path: "/api/say",
      headers: { ...json, "Transfer-Encoding": "chunked" },
      body,
    }).then(({ status }) => status);
    expect([413, "cut off"]).toContain(await unsized.catch(() => "cut off"));
    expect(bot.calls.length).toBe(before);
  });

  test.each([
    "",
    "[]",
    "null",
    "{",
    '{"__proto__":{"user":"admin"}}',
    JSON.stringify({ ...line, user: "nobody" }),
    JSON.stringify({ ...line, user: { user: "admin", rights: ["administer"] } }),
    JSON.stringify({ ...line, channel: "elsewhere" }),
    JSON.stringify({ ...line, thread: '"><script>' }),
    JSON.stringify({ ...line, lang: "constructor" }),
    JSON.stringify({ ...line, id: "1" }),
  ])("what no page of ours sends is refused: %s", async (body) => {
    const before = bot.calls.length;
    expect((await knock({ method: "POST", path: "/api/say", headers: json, body })).status).toBe(400);
    expect(bot.calls.length).toBe(before);
  });

  test("who a persona is, what it may do and where it lives are never taken from the page", async () => {
    const forged = {
      ...line,
      rights: ["administer"],
      groups: ["x"],
      zone: "Asia/Tokyo",
      name: "boss",
      asker: { user: "admin" },
      at: { space: "other" },
    };
    await knock({ method: "POST", path: "/api/say", headers: json, body: JSON.stringify(forged) });
    const call = bot.calls.at(-1);
    expect(call?.asker).toEqual({
      platform: "web",
      space: "playground",
      user: "member",
      name: "A member",
      rights: ["post"],
      groups: [],
      zone: "Europe/London",
    });
    expect(call?.at).toEqual({ platform: "web", space: "playground", channel: "discussion" });
    expect(call?.id).toBe(line.id);
  });

  test("unknown paths and methods find nothing", async () => {
    for (const path of [
      "/nothing",
      "/page/../web.ts",
      "/page/..%2fweb.ts",
      "/page/%2e%2e/web.ts",
      "/page/",
      "/api/posts?channel=elsewhere",
    ])
      expect.soft((await knock({ path })).status, path).toBe(404);
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      expect.soft((await knock({ method })).status, method).toBe(404);
    expect((await knock({ path: "/api/say" })).status).toBe(404);
  });

  test("every answer forbids what the page does not need", async () => {
    for (const path of ["/", "/nothing", "/health", "/api/posts?channel=discussion", "/page/playground.css"]) {
      const { headers } = await knock({ path });
      expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers).not.toHaveProperty("access-control-allow-origin");
    }
  });

  test("the page has no script, style or handler of its own in it", async () => {
    const { body } = await knock({});
    expect(body.match(/<script/gu)).toHaveLength(1);
    expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=/iu);
  });
});

describe("listening", () => {
  test("a port that is taken is named in a sentence", async () => {
    const port = Number(new URL(platform.address()).port);
    const second = web({ port });
    await expect(second.start(bot)).rejects.toThrow(
      `Another program already uses port ${port} of 127.0.0.1. Stop that program or choose another port.`,
    );
    expect(second.state()).toBe("stopped");
    await second.stop();
  });

  test("without a port and with the usual one taken, it finds a free one", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.once("error", () => resolve()).listen(8080, "127.0.0.1", resolve));
    const second = web({ port: undefined });
    await second.start(bot);
    expect(second.address()).not.toBe("http://127.0.0.1:8080");
    expect((await fetch(second.address())).status).toBe(200);
    await second.stop();
    await new Promise((resolve) => other.close(resolve));
  });

  test("it says where it is, that the space is there, and stops with pages open", async () => {
    const second = web({ host: "localhost" });
    const hearing = script(() => say("hello"));
    expect(second.state()).toBe("stopped");
    await second.start(hearing);
    expect(second.state()).toBe("connected");
    expect(hearing.news).toEqual([
      { heard: "space", platform: "web", space: "playground", name: "Discord", connected: true },
      { heard: "space", platform: "web", space: "playground-slack", name: "Slack", connected: true },
    ]);
    const live = await fetch(`${second.address()}/api/live`);
    expect(live.headers.get("content-type")).toContain("text/event-stream");
    await second.stop();
    expect(second.state()).toBe("stopped");
    expect(await live.text()).toBe("");
  });
});

test("without the playground there are only the health and a word that it runs", async () => {
  const address = front.address().replace("0.0.0.0", "127.0.0.1");
  expect(await (await fetch(`${address}/health`)).json()).toEqual({ well: true });
  const page = await (await fetch(address, { headers: { "Accept-Language": "ja,en;q=0.8" } })).text();
  expect(page).toContain("Rostrum は動いています。");
  for (const path of ["/api/posts?channel=discussion", "/api/live", "/api/menu"])
    expect((await fetch(address + path)).status).toBe(404);
  const said = await fetch(`${address}/api/say`, { method: "POST", headers: json, body: JSON.stringify(line) });
  expect(said.status).toBe(404);
});
