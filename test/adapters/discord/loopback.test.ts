import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type LoopbackDiscord, openLoopbackDiscord } from "../../support/discord/server.ts";
import { addChannel, addGuild, newId } from "../../support/discord/state.ts";

/** The server that all the others trust: it refuses what Discord refuses. */

let server: LoopbackDiscord;
let guild: string;
let channel: string;
beforeAll(async () => {
  server = await openLoopbackDiscord({ answerMs: 100 });
  guild = addGuild(server.state, "x").id;
});
/** A new one each time: ten messages a second and no more. */
beforeEach(() => {
  channel = addChannel(server.state, { guild, name: "x", type: 0 }).id;
  server.limits.rest();
});
afterAll(() => server.close());

const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await fetch(`${server.url}/v10${path}`, {
    method,
    headers: {
      "User-Agent": "DiscordBot (x, 1)",
      "Content-Type": "application/json",
      Authorization: `Bot ${server.state.token}`,
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  return {
    status: answer.status,
    body: said === "" ? undefined : (JSON.parse(said) as { code?: number; id?: string }),
  };
};

const V2 = 1 << 15;
const mute = { allowed_mentions: { parse: [] } };
const button = (given: object = {}) => ({ type: 2, style: 2, label: "a", custom_id: "a", ...given });
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const words = (content = "x") => ({ type: 10, content });
const box = (...components: readonly unknown[]) => ({ flags: V2, ...mute, components: [{ type: 17, components }] });

test.each<[string, object]>([
  ["an unknown key", { ...box(words()), colour: 1 }],
  ["content beside Components V2", { ...box(words()), content: "x" }],
  ["Components V2 without the flag", { ...box(words()), flags: 0 }],
  ["content over 2000 characters", { ...mute, content: "x".repeat(2001) }],
  ["more than forty components", box(...Array.from({ length: 40 }, () => words()))],
  ["more than 4000 characters", box(words("x".repeat(2001)), words("x".repeat(2000)))],
  ["the same custom_id twice", box(row(button(), button()))],
  ["nothing at all", { ...mute }],
  ["nothing but blanks", { ...mute, content: " \u200b" }],
  ["a link button without url", box(row(button({ style: 5, custom_id: undefined })))],
  ["a button without custom_id", box(row(button({ custom_id: undefined })))],
  ["a custom_id of 101 characters", box(row(button({ custom_id: "x".repeat(101) })))],
  ["a label of 81 characters", box(row(button({ label: "x".repeat(81) })))],
  ["a label of blanks", box(row(button({ label: " " })))],
  ["six buttons in a row", box(row(...Array.from({ length: 6 }, (_, n) => button({ custom_id: String(n) }))))],
  ["a select beside a button", box(row({ type: 3, custom_id: "s", options: [{ label: "a", value: "a" }] }, button()))],
  [
    "twenty-six options",
    box(
      row({
        type: 3,
        custom_id: "s",
        options: Array.from({ length: 26 }, (_, n) => ({ label: "a", value: String(n) })),
      }),
    ),
  ],
  [
    "the same value twice",
    box(
      row({
        type: 3,
        custom_id: "s",
        options: [
          { label: "a", value: "a" },
          { label: "b", value: "a" },
        ],
      }),
    ),
  ],
  ["a privacy that only answers have", { ...box(words()), flags: V2 | 64 }],
  ["a nonce of 26 characters", { ...box(words()), nonce: "x".repeat(26) }],
  ["enforce_nonce without a nonce", { ...box(words()), enforce_nonce: true }],
  ["half a character", box(words("\ud800"))],
])("a message with %s is refused and noted", async (_, body) => {
  const noted = server.violations.length;
  expect(await ask("POST", `/channels/${channel}/messages`, body)).toMatchObject({
    status: 400,
    body: { code: 50035 },
  });
  expect(server.violations.length).toBeGreaterThan(noted);
});

test("a message that does not say whom it mentions is taken, and noted", async () => {
  for (const allowed of [{}, { allowed_mentions: {} }, { allowed_mentions: { parse: ["users"] } }]) {
    const noted = server.violations.length;
    expect((await ask("POST", `/channels/${channel}/messages`, { content: "x", ...allowed })).status).toBe(200);
    expect(server.violations.length).toBe(noted + 1);
  }
});

const command = (given: object = {}) => ({ name: "a", description: "a", type: 1, ...given });
const choice = (given: object = {}) => ({ type: 3, name: "o", description: "o", ...given });
test.each<[string, readonly object[]]>([
  ["a name in capitals", [command({ name: "Webinar" })]],
  ["a name with a blank", [command({ name: "a b" })]],
  ["no description", [command({ description: "" })]],
  ["two of one name", [command(), command()]],
  [
    "a required option after an optional one",
    [command({ options: [choice(), choice({ name: "p", required: true })] })],
  ],
  [
    "choices that are completed",
    [command({ options: [choice({ autocomplete: true, choices: [{ name: "a", value: "a" }] })] })],
  ],
  ["two options of one name", [command({ options: [choice(), choice()] })]],
  ["an unknown language", [command({ description_localizations: { "en-AU": "x" } })]],
  ["commands beside options", [command({ options: [{ type: 1, name: "s", description: "s" }, choice()] })]],
  [
    "a group in a group",
    [
      command({
        options: [
          { type: 2, name: "g", description: "g", options: [{ type: 2, name: "h", description: "h", options: [] }] },
        ],
      }),
    ],
  ],
  [
    "over 8000 characters",
    [
      command({
        options: Array.from({ length: 25 }, (_, n) =>
          choice({
            name: `o${n}`,
            choices: Array.from({ length: 25 }, (__, m) => ({ name: `name ${m}`, value: `value ${m}` })),
          }),
        ),
      }),
    ],
  ],
  ["an unknown key", [command({ colour: 1 })]],
])("commands with %s are refused and noted", async (_, body) => {
  const noted = server.violations.length;
  expect((await ask("PUT", `/applications/${server.state.application}/commands`, body)).status).toBe(400);
  expect(server.violations.length).toBeGreaterThan(noted);
  expect(server.state.commands).toEqual([]);
});

const input = (given: object = {}) => ({
  type: 18,
  label: "l",
  component: { type: 4, custom_id: "a", style: 1, ...given },
});
const open = (type = 2, from?: Parameters<typeof server.interactions.open>[0]["from"]) => {
  const id = newId();
  const { token, outcome } = server.interactions.open({ id, type, user: "1", channel, from });
  outcome.catch(() => undefined);
  return { path: `/interactions/${id}/${token}/callback`, token };
};

test.each<[string, object]>([
  ["no fields", { components: [] }],
  ["six fields", { components: Array.from({ length: 6 }, (_, n) => input({ custom_id: String(n) })) }],
  ["the same field twice", { components: [input(), input()] }],
  ["a title of 46 characters", { title: "x".repeat(46), components: [input()] }],
  ["a label of 46 characters", { components: [{ ...input(), label: "x".repeat(46) }] }],
  ["a description of 101 characters", { components: [{ ...input(), description: "x".repeat(101) }] }],
  ["a value that is too long", { components: [input({ value: "abc", max_length: 2 })] }],
  ["words only", { components: [words()] }],
])("a window with %s is refused and noted", async (_, given) => {
  const noted = server.violations.length;
  const data = { custom_id: "m", title: "t", ...given };
  expect(await ask("POST", open().path, { type: 9, data })).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(server.violations.length).toBeGreaterThan(noted);
});

test("an interaction is answered once, in time, and with what fits it", async () => {
  const reply = { type: 4, data: box(words()) };
  const first = open();
  expect((await ask("POST", first.path, reply)).status).toBe(204);
  expect(await ask("POST", first.path, reply)).toMatchObject({ status: 400, body: { code: 40060 } });
  const late = open();
  await new Promise((resolve) => setTimeout(resolve, 130));
  expect(await ask("POST", late.path, reply)).toMatchObject({ status: 404, body: { code: 10062 } });
  // A window over a window, and an update of nothing.
  expect(
    (await ask("POST", open(5).path, { type: 9, data: { custom_id: "m", title: "t", components: [input()] } })).status,
  ).toBe(400);
  expect((await ask("POST", open(2).path, { type: 7, data: { ...box(words()) } })).status).toBe(400);
  expect((await ask("POST", open(2).path, { type: 6 })).status).toBe(400);
  expect((await ask("POST", open(2).path, { type: 8, data: { choices: [] } })).status).toBe(400);
  // A window after a deferral.
  const deferred = open();
  expect((await ask("POST", deferred.path, { type: 5, data: { flags: 64 } })).status).toBe(204);
  expect(
    await ask("POST", deferred.path, { type: 9, data: { custom_id: "m", title: "t", components: [input()] } }),
  ).toMatchObject({ body: { code: 40060 } });
  const original = `/webhooks/${server.state.application}/${deferred.token}/messages/@original`;
  expect((await ask("PATCH", original, box(words()))).status).toBe(200);
  // Who sees it cannot be changed.
  expect((await ask("PATCH", original, { ...box(words()), flags: V2 | 64 })).status).toBe(400);
  expect((await ask("POST", `/webhooks/${server.state.application}/${deferred.token}`, box(words()))).status).toBe(200);
  expect(
    (await ask("POST", `/webhooks/${server.state.application}/unknown-token-${"x".repeat(30)}`, box(words()))).status,
  ).toBe(404);
});

test("who does not say who they are, or lies, is refused", async () => {
  expect(await ask("GET", "/users/@me", undefined, { Authorization: "Bot other" })).toMatchObject({
    status: 401,
    body: { code: 0 },
  });
  expect(await ask("GET", "/users/@me", undefined, { "User-Agent": "curl" })).toMatchObject({
    status: 403,
    body: { code: 40333 },
  });
  expect((await ask("GET", "/applications/@me")).body?.id).toBe(server.state.application);
  expect((await ask("GET", "/nothing/here")).status).toBe(404);
});

test("the nonce is remembered while it is enforced", async () => {
  const send = (body: object) => ask("POST", `/channels/${channel}/messages`, { ...box(words()), ...body });
  const first = await send({ nonce: "n1", enforce_nonce: true });
  expect((await send({ nonce: "n1", enforce_nonce: true })).body?.id).toBe(first.body?.id);
  expect((await send({ nonce: "n1" })).body?.id).not.toBe(first.body?.id);
  expect((await send({ nonce: "n2", enforce_nonce: true })).body?.id).not.toBe(first.body?.id);
});
