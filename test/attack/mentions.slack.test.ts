import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/commands.ts";
import { giveRank } from "../../src/core/store/accounts.ts";
import { type Home, openHome } from "../support/home.ts";
import type { Person } from "../support/rig.ts";
import { openSlackRig, type SlackRig } from "../support/slack/rig.ts";
import { type Json, listOf } from "../support/slack/rules.ts";
import type { Channel, Message } from "../support/slack/state.ts";

/** Abuse cases 3–6 and 22 on the bytes that leave for Slack: a workspace that works out whom each message would really call. */

let rig: SlackRig;
let home: Home;
let admin: Person;
let oki: Person;
let place: Channel;
let channels: { announcements: string; discussion: string; desk: string };

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("not there");
  return value;
};

beforeEach(async () => {
  rig = await openSlackRig();
  channels = {
    announcements: rig.channel("announcements"),
    discussion: rig.channel("discussion"),
    desk: rig.channel("desk"),
  };
  place = found(rig.server.workspace.channels.get(channels.announcements));
  admin = rig.person({ name: "Aki", administers: true });
  oki = rig.person({ name: "Oki" });
  home = await openHome(rig.platform);
  const network = await admin.type("/rostrum setup", channels.discussion);
  const space = await admin.press(await admin.fill(network, { name: "Education network" }), "Continue");
  await admin.fill(space, Object.fromEntries(Object.entries(channels).map(([purpose, id]) => [purpose, `<#${id}>`])));
  await home.store.transact((trx) =>
    giveRank(
      trx,
      { platform: "slack", space: rig.space },
      { kind: "user", id: oki.user, name: "Oki", rank: "organiser" },
    ),
  );
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
  expect(rig.server.violations).toEqual([]);
});

const schedule = async (mention: string, text = "Join us") => {
  const preview = await oki.type(`/announce schedule when:+2h mention:${mention} text:"${text}"`, channels.discussion);
  if (!preview.buttons.includes("Schedule")) return preview.text;
  return `${preview.text}\n${(await oki.press(preview, "Schedule")).text}`;
};
const all = (): readonly (readonly [string, Message])[] =>
  [...rig.server.workspace.channels.values()].flatMap(({ id, messages }) =>
    messages.map((message) => [id, message] as const),
  );
/** Whom every message there is has called. */
const pings = () => all().flatMap(([id, message]) => (message.pings.length > 0 ? [[id, message.pings] as const] : []));
const posted = async (id: string): Promise<Message> => {
  const last = () => rig.server.workspace.channels.get(id)?.messages.at(-1);
  await expect.poll(last).toBeDefined();
  return found(last());
};
const send = async (): Promise<Message> => {
  await home.later({ hours: 2, seconds: 60 });
  return posted(channels.announcements);
};
const deskSays = async (): Promise<string> => {
  await posted(channels.desk);
  return rig.posts(channels.desk).at(-1)?.text ?? "";
};
const firstElements = ({ blocks }: Message): unknown =>
  listOf(listOf(blocks[0]?.elements)[0]?.elements).map((element: Json) => element);
const change = (how: { deleted?: boolean; guest?: boolean }): void => {
  const { users } = rig.server.workspace;
  users.set(oki.user, { ...found(users.get(oki.user)), ...how });
};

describe("a mention that the organiser chose", () => {
  it.each([
    ["everyone", "channel", "calls @channel (about "],
    ["here", "here", "calls @here (at most "],
  ])("%s is an element of its own in the first line, and calls once", async (mention, range, sentence) => {
    expect(await schedule(mention, "Join us, <!channel> <!here> @channel")).toContain(sentence);
    const post = await send();
    expect(firstElements(post)).toEqual([{ type: "broadcast", range }]);
    expect(pings()).toEqual([[channels.announcements, [`!${range}`]]]);
  });

  it("a user group, by its mark or its handle", async () => {
    rig.server.workspace.groups.set("S0GROUP01", [oki.user, admin.user]);
    expect(await schedule("<!subteam^S0GROUP01>")).toContain("calls @s0group01 (at most 2 members)");
    const post = await send();
    expect(firstElements(post)).toEqual([{ type: "usergroup", usergroup_id: "S0GROUP01" }]);
    expect(pings()).toEqual([[channels.announcements, ["!subteam^S0GROUP01"]]]);
    expect(await schedule("@s0group01")).toContain("calls @s0group01 (at most 2 members)");
  });

  it("is refused to a guest, whatever rank they were given", async () => {
    const guest = rig.person({ name: "Gus", guest: true });
    await home.store.transact(async (trx) => {
      const at = { platform: "slack", space: rig.space } as const;
      await giveRank(trx, at, { kind: "user", id: guest.user, name: "Gus", rank: "organiser" });
      await trx
        .insertInto("ties")
        .values({ ...at, account: guest.user, person: "sample-cleo" })
        .execute();
    });
    const said = await guest.type('/announce schedule when:+2h mention:everyone text:"x"', channels.discussion);
    expect(said.text).toContain("You may not call @channel in Slack #announcements");
    expect(pings()).toEqual([]);
  });

  it("is refused where Slack does not say who somebody is", async () => {
    expect(await schedule("everyone")).toContain("Scheduled for");
    rig.server.refuse("conversations.info", "internal_error");
    expect(await schedule("everyone")).toContain("I could not find out whom you may call");
  });

  it("of more than 500 is asked at the desk", async () => {
    place.size = 612;
    expect(await schedule("everyone")).toContain("a second organiser is asked at the desk");
    const note = await deskSays();
    expect(note).toContain("calls @channel (about 612 members)");
    const seen = found(rig.posts(channels.desk).at(-1));
    expect((await oki.press(seen, "Approve the mention")).text).toContain("You scheduled it yourself");
    expect((await admin.press(seen, "Approve the mention")).text).toContain("Approved");
    expect((await send()).pings).toEqual(["!channel"]);
  });
});

describe("what is lost until it is sent (case 22)", () => {
  it.each<[string, () => unknown, RegExp]>([
    ["an account that was deactivated", () => change({ deleted: true }), /no longer a member there/],
    ["an account that became a guest", () => change({ guest: true }), /may no longer call people there/],
    [
      "a rank that was taken",
      () => home.store.transact((trx) => trx.deleteFrom("ranks").where("id", "=", oki.user).execute()),
      /no longer an organiser/,
    ],
    ["a channel that grew", () => (place.size = 501), /no second organiser approved it/],
  ])("%s: the post goes out on time, calls nobody, and the desk is told why", async (_name, lose, why) => {
    await schedule("everyone");
    // users.info is asked afresh, although it was asked a moment ago.
    await lose();
    const post = await send();
    expect(post.text).toBe("Join us");
    expect(await deskSays()).toMatch(why);
    expect(pings()).toEqual([]);
  });
});

describe("strings of people in every option of every command (cases 1, 5, 6)", () => {
  const HOSTILE = [
    "<!channel> <!here> <!everyone> <!subteam^S0GROUP01> <@U0ROSTRUM1>",
    "&lt;!here&gt; &amp;lt;!channel&amp;gt;",
    "@channel @here @everyone <!date^0^{ago}|x> <https://evil.example|zoom.us>",
  ];
  /** Everything that was sent to be read, by whatever way, as elements; and the mrkdwn in it. */
  const live = (): readonly string[] =>
    rig.server.requests
      .filter(({ method }) => /^(?:chat\.|response_url|views\.)/u.test(method))
      .flatMap(({ args }) => liveIn(args));
  const liveIn = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(liveIn);
    if (typeof value !== "object" || value === null) return [];
    const { type, text } = value as Json;
    const own = ["broadcast", "usergroup", "user", "mrkdwn"].includes(String(type)) ? [JSON.stringify(value)] : [];
    const summary = type === undefined && typeof text === "string" && /<[!@#h]/u.test(text) ? [text] : [];
    return [...own, ...summary, ...Object.values(value).flatMap(liveIn)];
  };
  const options = commands
    .filter(({ hidden }) => !hidden)
    .flatMap((command) => command.options.map((option) => [command.name, option.name] as const));

  it.each(options)("/%s %s: inert, answers and mistakes alike", async (command, option) => {
    rig.server.workspace.groups.set("S0GROUP01", [oki.user]);
    for (const hostile of HOSTILE) await admin.type(`/${command} ${option}:"${hostile}"`, channels.discussion);
    expect(pings()).toEqual([]);
    expect(live().filter((one) => !one.includes(`"user_id":"U0ROSTRUM1"`))).toEqual([]);
  });

  it("an announcement shows them letter by letter, decoded once", async () => {
    rig.server.workspace.groups.set("S0GROUP01", [oki.user]);
    for (const hostile of HOSTILE) expect(await schedule("none", hostile)).toContain("Scheduled for");
    await oki.type("/announce list", channels.discussion);
    await send();
    await expect.poll(() => rig.posts(channels.announcements).length).toBe(HOSTILE.length);
    const shown = rig.posts(channels.announcements).map(({ text }) => text);
    expect(shown.some((text) => text.includes("&lt;!here&gt;"))).toBe(true);
    expect(pings()).toEqual([]);
    expect(live()).toEqual([]);
  });
});
