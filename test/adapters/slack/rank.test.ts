import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toTypist } from "../../../src/adapters/slack/desk.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import { openHome } from "../../support/home.ts";
import { slashCommand } from "../../support/slack/bodies.ts";
import { createPerson } from "../../support/slack/client.ts";
import { openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, field, form, pause, type ScriptedBot } from "../../support/slack/script.ts";
import { createInteraction, newId, TEAM, type User } from "../../support/slack/state.ts";

/** Who asks, and how fresh that is. */

let rig: SlackRig;
let bot: ScriptedBot;
let channel: string;
beforeEach(async () => {
  rig = await openSlackRig();
  bot = createScriptedBot(() => message(text("Here you are.")));
  const privileged = bot.menu.map((entry) =>
    entry.name === "announce schedule" ? ({ ...entry, rank: "organiser" } as const) : entry,
  );
  await rig.platform.start(Object.assign(bot, { menu: privileged }));
  channel = rig.channel("general");
});
afterEach(async () => {
  const { violations } = rig.server;
  await rig.close();
  expect(violations).toEqual([]);
});

const somebody = (more: Partial<User>): User => {
  const user: User = {
    id: newId("U"),
    name: "Sam",
    administers: false,
    guest: false,
    team: TEAM.id,
    locale: "en-US",
    zone: "Europe/London",
    ...more,
  };
  rig.server.workspace.users.set(user.id, user);
  return user;
};
const asked = (method: string): number => rig.server.requests.filter((one) => one.method === method).length;

test.each<[string, Partial<User>]>([
  ["a guest of several channels", { guest: true, administers: true }],
  ["a guest of one channel", { guest: true, single: true }],
  ["somebody of another workspace", { team: "T0ELSEWHERE", administers: true }],
  ["a stranger, of whom Slack tells no team", { team: "", stranger: true }],
  ["a closed account", { deleted: true, administers: true }],
])("%s is a guest without rights", async (_, more) => {
  await createPerson(rig.server, somebody(more)).type("/announce schedule 3", channel);
  expect(bot.calls[0]?.asker).toMatchObject({ guest: true, rights: [] });
});

test("somebody whom Slack does not show is a guest; where Slack only fails, somebody without rights", async () => {
  const ann = rig.person({ name: "Ann", administers: true });
  rig.server.refuse("users.info", "user_not_visible");
  await ann.type("/announce schedule 3", channel);
  rig.server.refuse("users.info", "internal_error");
  await ann.type("/announce schedule 3", channel);
  expect(bot.calls.map(({ asker: { guest, rights } }) => [guest, rights])).toEqual([
    [true, []],
    [undefined, []],
  ]);
});

describe("A right that is taken away", () => {
  test("counts at once for what needs one, and within a minute for a look-up", async () => {
    const ada = somebody({ administers: true });
    const person = createPerson(rig.server, ada);
    await person.type("/webinar next", channel);
    rig.server.workspace.users.set(ada.id, { ...ada, administers: false });
    await person.type("/webinar next", channel);
    expect(asked("users.info")).toBe(1);
    await person.type("/announce schedule 3", channel);
    expect(asked("users.info")).toBe(2);
    expect(bot.calls.map(({ asker }) => asker.rights.includes("administer"))).toEqual([true, true, false]);
  });

  test("counts for a form that was opened before", async () => {
    const ann = rig.person({ name: "Ann" });
    rig.server.workspace.groups.set("S0ORGANISERS", [ann.user]);
    bot.answer = (_, nth) => (nth === 1 ? form("announce confirm", field("text")) : message(text("Done.")));
    const seen = await ann.type("/announce schedule 3", channel);
    rig.server.workspace.groups.set("S0ORGANISERS", []);
    await ann.fill(seen, { text: "Soon." });
    expect(bot.calls.map(({ asker }) => asker.groups)).toEqual([["S0ORGANISERS"], []]);
  });

  test("counts at the latest after a minute where Slack limits how often groups are asked for", async () => {
    const ann = rig.person({ name: "Ann" });
    rig.server.workspace.groups.set("S0ORGANISERS", [ann.user]);
    await ann.type("/announce schedule 3", channel);
    rig.server.limit("usergroups.list", { retryAfter: "30" });
    await ann.type("/announce schedule 3", channel);
    rig.server.limit("usergroups.list", undefined);
    rig.server.refuse("usergroups.list", "internal_error");
    await ann.type("/announce schedule 3", channel);
    expect(bot.calls.map(({ asker }) => asker.groups)).toEqual([["S0ORGANISERS"], ["S0ORGANISERS"], []]);
  });

  test("counts at the latest after a minute where Slack limits how often people are asked about", async () => {
    const ada = somebody({ administers: true });
    const person = createPerson(rig.server, ada);
    await person.type("/announce schedule 3", channel);
    rig.server.workspace.users.set(ada.id, { ...ada, administers: false });
    rig.server.limit("users.info", { retryAfter: "30" });
    await person.type("/announce schedule 3", channel);
    const now = performance.now();
    const spy = vi.spyOn(performance, "now").mockImplementation(() => now + 60_001);
    await person.type("/announce schedule 3", channel);
    spy.mockRestore();
    rig.server.limit("users.info", undefined);
    await person.type("/announce schedule 3", channel);
    expect(bot.calls.map(({ asker }) => asker.rights.includes("administer"))).toEqual([true, true, false, false]);
  });
});

test("what comes twice is done once: through the other connection, and when all is said", async () => {
  const ann = somebody({});
  const place = rig.server.workspace.channels.get(channel) ?? expect.unreachable();
  await expect.poll(() => rig.server.sockets.connections(), { timeout: 3000 }).toBe(2);
  const interaction = createInteraction(rig.server.workspace, {
    user: ann.id,
    channel,
    ephemeral: undefined,
    message: undefined,
    view: undefined,
  });
  const body = slashCommand(rig.server, ann, { line: "/announce schedule 3", channel: place, interaction });
  const { promise, resolve } = Promise.withResolvers<void>();
  bot.answer = async () => {
    await promise;
    return message(text("Once."));
  };
  await Promise.all([
    rig.server.sockets.deliver("slash_commands", body),
    rig.server.sockets.deliver("slash_commands", body, { retry_attempt: 1, retry_reason: "timeout" }),
  ]);
  resolve();
  await interaction.outcome;
  expect(bot.calls).toHaveLength(1);
  expect(asked("response_url")).toBe(1);
  // And later, when all is said.
  await rig.server.sockets.deliver("slash_commands", body, { retry_attempt: 2 });
  await pause(50);
  expect(bot.calls).toHaveLength(1);
  expect(asked("response_url")).toBe(1);
});

test("a command that comes again after a restart gives a rank once, and the same answer", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rostrum-"));
  const first = await openSlackRig();
  try {
    let home = await openHome(first.platform, `${folder}/twice.db`);
    const ada = first.person({ name: "Ada", administers: true });
    const line = `/rostrum roles give who:<@${ada.user}> role:admin`;
    const place = first.server.workspace.channels.get(first.channel("general")) ?? expect.unreachable();
    const user = first.server.workspace.users.get(ada.user) ?? expect.unreachable();
    const nothing = { ephemeral: undefined, message: undefined, view: undefined };
    const interaction = createInteraction(first.server.workspace, { user: ada.user, channel: place.id, ...nothing });
    const body = slashCommand(first.server, user, { line, channel: place, interaction });
    await first.server.sockets.deliver("slash_commands", body);
    const said = await interaction.outcome;
    const done = () =>
      home.store.transact((trx) => trx.selectFrom("calls").select("id").execute()).then(({ length }) => length);
    expect(await done()).toBe(1);
    await home.close();
    home = await openHome(first.platform, `${folder}/twice.db`);
    await first.server.sockets.deliver("slash_commands", body, { retry_attempt: 1 });
    await expect.poll(() => interaction.uses).toBe(2);
    expect(await done()).toBe(1);
    const answers = first.server.requests
      .filter(({ method }) => method === "response_url")
      .map(({ args }) => args.text);
    expect(answers).toHaveLength(2);
    expect(answers[1]).toBe(answers[0]);
    expect(said.kind).toBe("ephemeral");
    await home.close();
  } finally {
    await first.close();
    rmSync(folder, { recursive: true });
  }
});

test("what the envelope says goes before what the body says", async () => {
  expect(toTypist({ userId: "U1", teamId: "T1" }, { user: "U2", team: "T2" })).toEqual({
    user: "U1",
    teams: ["T1", "T2"],
  });
});
