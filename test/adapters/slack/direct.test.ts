import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../support/home.ts";
import { slashCommand } from "../../support/slack/bodies.ts";
import { createPerson, type SlackPerson } from "../../support/slack/client.ts";
import { openSlackHttpRig, openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createInteraction } from "../../support/slack/state.ts";

/** Reminders in direct messages, from the wire to the wire: what stands in their way, who may take them back, what comes twice. */

describe.each([
  ["Socket Mode", () => openSlackRig()],
  ["HTTP", openSlackHttpRig],
])("by %s", (_way, open) => {
  let rig: SlackRig;
  let home: Home;
  let mei: SlackPerson;
  let channel: string;
  let folder: string;
  beforeEach(async () => {
    rig = await open();
    folder = mkdtempSync(join(tmpdir(), "rostrum-"));
    home = await openHome(rig.platform, `${folder}/direct.db`);
    channel = rig.channel("general");
    const admin = rig.person({ name: "Aki", administers: true });
    await admin.fill(await admin.type("/rostrum setup", channel), { name: "Network" });
    mei = rig.person({ name: "Mei" });
  });
  afterEach(async () => {
    await home.close();
    await rig.close();
    rmSync(folder, { recursive: true });
    expect(rig.server.violations).toEqual([]);
    expect(home.errors).toEqual([]);
  });

  const count = (method: string): number => rig.server.requests.filter((one) => one.method === method).length;
  const reminders = () => home.store.transact((trx) => trx.selectFrom("reminders").selectAll().execute());

  test.each([
    ["may not open direct messages", () => void rig.server.workspace.scopes.delete("im:write")],
    ["has no tab of messages", () => Object.assign(rig.server.workspace, { messagesTab: false })],
  ])("an app of an older manifest that %s: what to do is said, and nothing is set", async (_name, age) => {
    age();
    const said = await mei.type("/webinar remind", channel);
    expect(said.text).toContain("the app needs the new manifest");
    expect(said.buttons).toEqual(["Try again"]);
    expect(await reminders()).toEqual([]);
    rig.server.workspace.scopes.add("im:write");
    rig.server.workspace.messagesTab = true;
    expect((await mei.press(said, "Try again")).text).toContain("I will remind you");
  });

  test.each(["conversations.open", "chat.postMessage"])(
    "a limit on %s: nothing is set, and it can be tried again",
    async (method) => {
      rig.server.limit(method, { retryAfter: "30" });
      const said = await mei.type("/webinar remind", channel);
      expect(said.text).toContain("could not be reached just now, so nothing is set");
      expect(await reminders()).toEqual([]);
      rig.server.limit(method, undefined);
      expect((await mei.press(said, "Try again")).text).toContain("I will remind you");
      expect(rig.direct(mei)).toHaveLength(1);
    },
  );

  test("from the Home it is asked for, and taken back, without a word typed", async () => {
    const shown = (await mei.home()) ?? expect.unreachable();
    const said = await mei.press(shown, "Remind me");
    expect(said).toMatchObject({ private: true, text: expect.stringContaining("I will remind you") });
    expect(rig.direct(mei)).toHaveLength(1);
    expect((await mei.press(said, "Do not remind me")).text).toContain("No reminder any more");
    expect(await reminders()).toEqual([]);
  });

  test("somebody else who presses *Do not remind me* takes back nothing of it", async () => {
    await mei.type("/webinar remind", channel);
    const [mine] = rig.direct(mei);
    const other = rig.person({ name: "Ken" });
    expect((await other.press(mine ?? expect.unreachable(), "Do not remind me")).text).toContain("No reminder is set");
    expect(await reminders()).toMatchObject([{ user_id: mei.user }]);
  });

  test("guests, and people of another company, get no direct message", async () => {
    const guest = rig.person({ name: "Gus", guest: true });
    expect((await guest.type("/webinar remind", channel)).text).toContain("Guests can use this only");
    const { users } = rig.server.workspace;
    const outside = { ...(users.get(guest.user) ?? expect.unreachable()), guest: false, team: "T0OTHER001" };
    users.set(outside.id, outside);
    expect((await createPerson(rig.server, outside).type("/webinar remind", channel)).text).toContain(
      "Guests can use this only",
    );
    expect(count("conversations.open")).toBe(0);
  });

  test("a command that comes again after a restart opens no second direct message, even when it was taken back since", async () => {
    const { workspace } = rig.server;
    const place = workspace.channels.get(channel) ?? expect.unreachable();
    const user = workspace.users.get(mei.user) ?? expect.unreachable();
    const nothing = { ephemeral: undefined, message: undefined, view: undefined };
    const interaction = createInteraction(workspace, { user: mei.user, channel, ...nothing });
    const body = slashCommand(rig.server, user, { line: "/webinar remind", channel: place, interaction });
    await rig.server.sockets.deliver("slash_commands", body);
    await interaction.outcome;
    const [mine] = rig.direct(mei);
    await mei.press(mine ?? expect.unreachable(), "Do not remind me");
    await home.close();
    await rig.restart();
    home = await openHome(rig.platform, `${folder}/direct.db`);
    await rig.server.sockets.deliver("slash_commands", body);
    await expect.poll(() => interaction.uses).toBe(2);
    expect(rig.direct(mei)).toHaveLength(1);
    expect(await reminders()).toEqual([]);
  });
});
