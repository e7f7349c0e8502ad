import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttons, message, text } from "../../../src/core/bot/message.ts";
import { bold } from "../../../src/core/bot/text.ts";
import { type Knock, knock as knockAt } from "../../support/web/knock.ts";
import { front as createFront, say, script, web } from "../../support/web/scripted.ts";

const bot = script(() => say("hello"));
const platform = web();
beforeAll(() => platform.start(bot));
afterAll(() => platform.stop());
const knock = (given: Partial<Knock>) => knockAt({ to: platform.address(), ...given });

const json = { "Content-Type": "application/json" };
const line = {
  id: "0199b6f2-5a86-4d05-8b26-2b7c3ee9d1aa",
  user: "member",
  lang: "en",
  channel: "discussion",
  line: "/webinar next",
};

describe("the doctor's page", () => {
  const doctored = createFront({
    doctor: async (language) =>
      message(
        text(bold(`Well in ${language}`), "<script>alert(1)</script>"),
        buttons({ label: "Check again", press: "rostrum doctor" }),
      ),
  });
  beforeAll(() => doctored.start());
  afterAll(() => doctored.stop());
  const see = (headers: Readonly<Record<string, string>> = {}) => knock({ headers, to: doctored.address() });
  const port = () => new URL(doctored.address()).port;

  test("is there for whoever sits at this machine, escaped, in their language, with nothing to press", async () => {
    const { body, headers } = await see();
    expect(body).toContain("<b>Well in en</b>");
    expect(body).toContain("&lt;script&gt;");
    expect(body).not.toContain("<button");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect((await see({ "Accept-Language": "ja" })).body).toContain("Well in ja");
    expect((await see({ Host: `localhost:${port()}` })).body).toContain("Well in en");
  });

  test.each([
    ["by a foreign name for this machine", () => ({ Host: `evil.example:${port()}` })],
    ["through a proxy", () => ({ "X-Forwarded-For": "203.0.113.5" })],
    ["through another proxy", () => ({ Forwarded: "for=203.0.113.5" })],
  ])("is not there for who comes %s", async (_name, headers) => {
    const { status, body } = await see(headers());
    expect(status).toBe(200);
    expect(body).toContain("Rostrum is running.");
    expect(body).not.toContain("Well in");
  });
});

describe("what is asked for besides lines", () => {
  const post = (path: string, body: object) =>
    knock({ method: "POST", path, headers: json, body: JSON.stringify(body) });

  test("the clock takes the four jumps only, and from this machine's own pages only", async () => {
    expect(JSON.parse((await post("/api/jump", { to: "post" })).body)).toEqual({ found: false, ahead: 0 });
    for (const to of ["year", "", 5, null, { ms: 1 }]) expect((await post("/api/jump", { to })).status).toBe(400);
    const foreign = { ...json, Origin: "https://evil.example" };
    expect((await knock({ method: "POST", path: "/api/jump", headers: foreign, body: '{"to":"now"}' })).status).toBe(
      403,
    );
  });

  test("direct messages are shown to their persona only, and nobody else writes there", async () => {
    for (const path of ["/api/posts", "/api/looks"]) {
      const query = `${path}?channel=direct-member&message=x`;
      expect((await knock({ path: query })).status).toBe(404);
      expect((await knock({ path: `${query}&user=admin` })).status).toBe(404);
    }
    expect((await knock({ path: "/api/posts?channel=direct-member&user=member" })).status).toBe(200);
    expect((await post("/api/say", { ...line, user: "admin", channel: "direct-member" })).status).toBe(400);
    expect((await post("/api/say", { ...line, channel: "direct-member" })).status).toBe(200);
  });

  test("a call is made in the space that its channel is in", async () => {
    await post("/api/say", { ...line, channel: "slack-discussion" });
    expect(bot.calls.at(-1)).toMatchObject({
      at: { space: "playground-slack", channel: "slack-discussion" },
      asker: { space: "playground-slack" },
    });
  });
});
