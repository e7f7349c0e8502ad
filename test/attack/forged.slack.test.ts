import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { message, text } from "../../src/core/bot/message.ts";
import { type Home, openHome } from "../support/home.ts";
import type { Seen } from "../support/rig.ts";
import {
  blockActions,
  blockSuggestion,
  homeOpened,
  messageAction,
  shortcut,
  submission,
} from "../support/slack/bodies.ts";
import { createPerson, type SlackPerson } from "../support/slack/client.ts";
import { openSlackHttpRig, openSlackRig, type SlackRig } from "../support/slack/rig.ts";
import type { Json } from "../support/slack/rules.ts";
import { createScriptedBot, type ScriptedBot } from "../support/slack/script.ts";
import { createInteraction, newId, TEAM, type User } from "../support/slack/state.ts";
import { toOutput } from "../support/slack/views.ts";

/** Presses, forms, shortcuts and looks at the Home that nobody was offered, or by whom they are not for (abuse 18, 24, 25). */

const ways = [
  ["Socket Mode", () => openSlackRig()],
  ["HTTP", openSlackHttpRig],
] as const;
let rig: SlackRig;
const found = <T>(value: T | undefined): T => value ?? expect.unreachable();

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
const begin = (user: User, channel?: string) =>
  createInteraction(rig.server.workspace, {
    user: user.id,
    channel,
    ephemeral: undefined,
    message: undefined,
    view: undefined,
  });

describe.each(ways)("by %s, in the house", (_way, open) => {
  let home: Home;
  let ada: SlackPerson;
  let post: Seen;
  let channel: string;
  let desk: string;

  beforeEach(async () => {
    rig = await open();
    [channel, desk] = [rig.channel("discussion"), rig.channel("desk")];
    home = await openHome(rig.platform);
    ada = rig.person({ name: "Ada", administers: true });
    const network = await ada.type("/rostrum setup", channel);
    const space = await ada.press(await ada.fill(network, { name: "Network" }), "Continue");
    await ada.fill(space, { announcements: `<#${channel}>`, discussion: `<#${channel}>`, desk: `<#${desk}>` });
    await ada.press(await ada.type("/webinar show 3", channel), "Share here");
    await expect.poll(() => rig.posts(channel).length).toBe(1);
    post = found(rig.posts(channel)[0]);
  });
  afterEach(async () => {
    await home.close();
    await rig.close();
    expect(home.errors).toEqual([]);
    expect(rig.server.violations).toEqual([]);
    expect(rig.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  const kept = () =>
    home.store.transact(async (trx) => [
      await trx.selectFrom("ranks").selectAll().execute(),
      await trx.selectFrom("deliveries").select("id").execute(),
      await trx.selectFrom("places").selectAll().execute(),
    ]);

  it.each<[string, Partial<User>]>([
    ["a guest of several channels", { guest: true, administers: true }],
    ["a guest of one channel", { guest: true, single: true }],
    ["a Slack Connect outsider", { team: "T0ELSEWHERE", administers: true }],
    ["a stranger, of whom Slack tells no team", { team: "", stranger: true }],
    ["a closed account", { deleted: true, administers: true }],
  ])("%s learns nothing and changes nothing, by whatever way (24)", async (_who, more) => {
    const before = await kept();
    const user = somebody(more);
    const gus = createPerson(rig.server, user);
    const shown = found(await gus.home());
    const form = await ada.press(found(await ada.home()), "Find a speaker");
    const view = found([...rig.server.workspace.views.values()].at(-1));
    const said = [
      shown,
      await gus.shortcut("menu"),
      await gus.shortcut("webinar questions", post),
      await gus.type("/webinar next", channel),
      await gus.type("/rostrum setup", channel),
      await gus.press(post, found(post.buttons[0])),
    ];
    expect(new Set(said.map(({ text: words }) => words)).size).toBe(1);
    for (const { text: words, buttons } of said) {
      expect(words).toBe("Guests can use this only when the programme names them.");
      expect(buttons).toEqual([]);
    }
    // The form of somebody else, as if it were theirs.
    const typed = blockSuggestion(user, view, { option: "name", typed: "liu" });
    expect(await rig.server.sockets.deliver("interactive", typed)).toEqual({
      options: [{ text: { type: "plain_text", text: "liu", emoji: false }, value: "liu" }],
    });
    const values = { state: { values: { "name:1": { name: { type: "plain_text_input", value: "liu" } } } } };
    const sent = submission(user, { ...toOutput(view), ...values }, begin(user).trigger);
    expect(JSON.stringify(await rig.server.sockets.deliver("interactive", sent))).not.toContain("Liu");
    expect(form.form?.fields).toHaveLength(1);
    expect(await kept()).toEqual(before);
  });

  const FORGED = [
    "rostrum roles give?who=%3C%40U1%3E&role=admin",
    "rostrum space?announcements=%3C%23C1%3E&%3Fask=announcements",
    "announce confirm?id=1",
    "announce schedule?text=x&when=%2B1h&%3Fask=text",
    "discuss post?question=1&webinar=3&where=slack",
    "share?of=rostrum+roles+list",
    "#AAAAAAAAAAAAAAAAAAAAAA",
    "#",
    "webinar show?webinar=../../etc/passwd&__proto__=1&constructor=2",
    "?%3Fask=%3Fask&%3Fpage=99999&%3Flang=xx",
    "%%%\0\ud800",
    "x".repeat(100),
    "webinar show?webinar=".padEnd(2000, "9"),
    "__proto__",
    "",
  ];

  it("a member's press that nobody offered does nothing that a member may not do (18)", async () => {
    const before = await kept();
    const user = somebody({ name: "Mem" });
    const mem = createPerson(rig.server, user);
    const home_ = found(await mem.home());
    const view = found(rig.server.workspace.homes.get(user.id));
    const forge = async (press: string): Promise<void> => {
      const button = { type: "button", action_id: "press:0:0:0", block_id: "b", value: press };
      const choice = {
        type: "static_select",
        action_id: "choice",
        block_id: `choice:0:role:${press}`,
        selected_option: { value: "admin" },
      };
      for (const action of [button, choice]) {
        const interaction = begin(user);
        const origin = { kind: "view", view } as const;
        await rig.server.sockets.deliver(
          "interactive",
          blockActions(rig.server, user, { origin, action, interaction }),
        );
        await interaction.outcome;
      }
      const metadata = JSON.stringify({ press, channel, thread: "1.2" });
      const values = { "role:1": { role: { type: "plain_text_input", value: "admin" } } };
      const forged: Json = {
        ...toOutput(view),
        type: "modal",
        title: { type: "plain_text", text: "T", emoji: false },
        private_metadata: metadata,
        state: { values },
      };
      await rig.server.sockets.deliver("interactive", submission(user, forged, begin(user).trigger));
    };
    for (const press of FORGED) await forge(press);
    expect(home_.buttons.length).toBeGreaterThan(0);
    expect(await kept()).toEqual(before);
  });

  it("somebody else's preview is worth nothing, whoever sends its key (17, 18)", async () => {
    const preview = await ada.type(`/announce schedule when:+2h text:"${"Join us. ".repeat(20)}"`, channel);
    expect(preview.buttons).toContain("Schedule");
    const before = await kept();
    const key = /"(?:value)":"(#[\w-]{22})"/u.exec(JSON.stringify(preview.raw))?.[1];
    const eve = somebody({ name: "Eve", administers: true });
    const interaction = begin(eve, channel);
    const origin = { kind: "post", message: found(rig.server.workspace.channels.get(channel)?.messages[0]) } as const;
    const place = found(rig.server.workspace.channels.get(channel));
    const action = { type: "button", action_id: "press:0:0:0", block_id: "b", value: found(key) };
    const body = blockActions(rig.server, eve, { origin: { ...origin, channel: place }, action, interaction });
    await rig.server.sockets.deliver("interactive", body);
    const outcome = await interaction.outcome;
    expect(JSON.stringify(outcome)).toContain("somebody else");
    expect(await kept()).toEqual(before);
  });
});

describe.each(ways)("by %s, what the body says beside its envelope (25)", (_way, open) => {
  let bot: ScriptedBot;
  let channel: string;
  let ann: User;
  let ada: User;
  beforeEach(async () => {
    rig = await open();
    bot = createScriptedBot(() => message(text("Here you are.")));
    await rig.platform.start(bot);
    channel = rig.channel("general");
    [ann, ada] = [somebody({ name: "Ann" }), somebody({ name: "Ada", administers: true })];
  });
  afterEach(async () => {
    await rig.close();
    expect(rig.server.violations).toEqual([]);
  });

  type Sent = readonly ["slash_commands" | "interactive" | "events_api", Json];
  const all = async (): Promise<Readonly<Record<string, Sent>>> => {
    const id = "abcdefghijklmnopqrstuvwx";
    const to = { platform: "slack" as const, space: TEAM.id, channel };
    await rig.platform.post({ id, to, body: rig.platform.render({ id, to, message: message(text("A post")) }) });
    const place = found(rig.server.workspace.channels.get(channel));
    const post = found(place.messages[0]);
    const of = () => begin(ann, channel).trigger;
    const view = { id: newId("V"), hash: "1", type: "modal", blocks: [], state: { values: {} } };
    const modal = { ...view, private_metadata: '{"press":"p","channel":""}', title: { type: "plain_text", text: "T" } };
    const action = { type: "button", action_id: "press:0:0:0", block_id: "b", value: "webinar next" };
    const origin = { kind: "post", channel: place, message: post } as const;
    return {
      command: [
        "slash_commands",
        { command: "/webinar", text: "next", team_id: TEAM.id, user_id: ann.id, channel_id: channel, trigger_id: of() },
      ],
      press: ["interactive", blockActions(rig.server, ann, { origin, action, interaction: begin(ann, channel) })],
      form: ["interactive", submission(ann, modal, of())],
      shortcut: ["interactive", shortcut(ann, "menu", of())],
      "message shortcut": [
        "interactive",
        messageAction(rig.server, ann, { channel: place, message: post, callback: "webinar next", trigger: of() }),
      ],
      home: ["events_api", homeOpened(ann, "home", undefined)],
    };
  };
  const kinds = ["command", "press", "form", "shortcut", "message shortcut", "home"];
  /** An admin's id wherever Slack does not say who acts. */
  const plant = (body: Json): Json => ({
    ...(body.type !== undefined && { user_id: ada.id }),
    enterprise_user_id: ada.id,
    user_name: ada.name,
    authed_users: [ada.id],
    authorizations: [{ enterprise_id: null, team_id: TEAM.id, user_id: ada.id, is_bot: false }],
    acting_user: { id: ada.id },
    ...body,
    ...(body.event !== undefined && { event: { ...(body.event as Json), user_id: ada.id, inviter: ada.id } }),
    ...(body.view !== undefined && { view: { ...(body.view as Json), user: ada.id, user_id: ada.id } }),
    ...(body.message !== undefined && { message: { ...(body.message as Json), user: ada.id } }),
  });

  it.each(kinds)("of a %s does not make somebody an admin", async (kind) => {
    const [type, body] = found((await all())[kind]);
    await rig.server.sockets.deliver(type, plant(body), { user_id: ada.id, user: { id: ada.id } });
    await expect.poll(() => bot.calls.length).toBe(1);
    expect(bot.calls[0]?.asker).toMatchObject({ user: ann.id, rights: ["post"] });
  });

  it.each(kinds)("of a %s from another workspace makes it a guest's, whoever sends it", async (kind) => {
    const [type, sent] = found((await all())[kind]);
    const body = JSON.parse(JSON.stringify(sent).replaceAll(ann.id, ada.id)) as Json;
    const away =
      "team_id" in body
        ? { ...body, team_id: "T0ELSEWHERE" }
        : { ...body, user: { ...(body.user as Json), team_id: "T0ELSEWHERE" } };
    await rig.server.sockets.deliver(type, away);
    await expect.poll(() => bot.calls.length).toBe(1);
    expect(bot.calls[0]?.asker).toMatchObject({ user: ada.id, rights: [], guest: true });
  });
});
