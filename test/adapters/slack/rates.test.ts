import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { message, text } from "../../../src/core/bot/message.ts";
import { beginEffort } from "../../support/effort.ts";
import { createRates } from "../../support/slack/rates.ts";
import { openSlackHttpRig, openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, field, form, type ScriptedBot } from "../../support/slack/script.ts";
import { TEAM } from "../../support/slack/state.ts";

/** What Slack holds back of one method holds up nothing else. */

describe("Slack's rates", () => {
  const given = { token: "one", channel: "C1" };
  test.each([
    ["usergroups.list", 20],
    ["conversations.info", 50],
    ["apps.connections.open", 50],
    ["views.open", 100],
    ["users.info", 100],
    ["chat.postMessage", 300],
    ["some.thing", 1],
  ])("of %s are %d a minute, for each token, and stop no other method", (method, most) => {
    let now = 0;
    const rates = createRates(() => now);
    for (let n = 0; n < most; n++) expect(rates.refuse(method, given)).toBeUndefined();
    now = 20_500;
    expect(rates.refuse(method, given)).toBe(40);
    expect(rates.refuse("auth.test", given)).toBeUndefined();
    expect(rates.refuse(method, { ...given, token: "another" })).toBeUndefined();
    now = 60_000;
    expect(rates.refuse(method, given)).toBeUndefined();
  });

  test("of posts are one a second in a channel, with a short burst", () => {
    let now = 0;
    const rates = createRates(() => now);
    rates.pace(true);
    const post = (channel: string) => rates.refuse("chat.postMessage", { token: "one", channel });
    expect([post("C1"), post("C1"), post("C1"), post("C1"), post("C2")]).toEqual([
      undefined,
      undefined,
      undefined,
      1,
      undefined,
    ]);
    now = 1000;
    expect([post("C1"), post("C1")]).toEqual([undefined, 1]);
  });
});

describe.each([
  ["Socket Mode", () => openSlackRig()],
  ["HTTP", openSlackHttpRig],
])("by %s", (_way, open) => {
  let rig: SlackRig;
  let bot: ScriptedBot;
  let channel: string;
  let serial = 0;

  beforeEach(async () => {
    rig = await open();
    bot = createScriptedBot(() => message(text("Here you are.")));
    await rig.platform.start(bot);
    channel = rig.channel("general");
  });
  afterEach(async () => {
    await rig.close();
    expect(rig.server.violations).toEqual([]);
  });

  const post = () => {
    const posting = {
      id: `${++serial}`.padStart(24, "a"),
      to: { platform: "slack" as const, space: TEAM.id, channel },
      message: message(text("A post")),
    };
    return rig.platform.post({ id: posting.id, to: posting.to, body: rig.platform.render(posting) });
  };

  /** What each method is asked for; what of it works shows in what the person sees. */
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    "chat.postMessage": post,
    "chat.update": async () => rig.platform.edit(await post(), { id: "x", message: message(text("Another")) }),
    "conversations.info": () => rig.platform.standing({ platform: "slack", space: TEAM.id, channel }),
    "views.open": async () => {
      bot.answer = () => form("x", field("a"));
      const seen = await rig.person({ name: "Form" }).type("/webinar next", channel);
      bot.answer = () => message(text("Here you are."));
      if (seen.form === undefined) throw new Error("no form");
    },
    "views.publish": async () => {
      if ((await rig.person({ name: "Home" }).home()) === undefined) throw new Error("no home");
    },
    "a response": async () => {
      const { text: said } = await rig.person({ name: "Ann" }).type("/webinar next", channel);
      if (said !== "Here you are.") throw new Error("no answer");
    },
  };

  const methods = Object.keys(ways).filter((name) => name.includes("."));
  test.each([...methods, "views.update", "users.info", "usergroups.list", "chat.postEphemeral"])(
    "%s held back for half a minute holds up nothing else",
    async (limited) => {
      rig.server.limit(limited, { retryAfter: "30" });
      const effort = beginEffort();
      const failed: string[] = [];
      for (const [name, way] of Object.entries(ways)) await way().catch(() => failed.push(name));
      // An edit here is of a post that is made first.
      const needing = limited === "chat.postMessage" ? ["chat.update"] : [];
      expect(failed).toEqual(limited in ways ? [limited, ...needing] : []);
      expect(effort.waitedMs()).toBeLessThan(2000);
      rig.server.limit(limited, undefined);
      for (const way of Object.values(ways)) await way();
    },
  );
});

test("answers never wait behind deliveries, however many are due in their channel", async () => {
  const rig = await openSlackRig({ placeMs: 10_000, spaceMs: 200 });
  rig.server.limitPosts(true);
  const bot = createScriptedBot(() => message(text("Here you are.")));
  await rig.platform.start(bot);
  const channel = rig.channel("general");
  const to = { platform: "slack" as const, space: TEAM.id, channel };
  const due = Array.from({ length: 5 }, (_, n) => {
    const id = `${n}`.padStart(24, "a");
    const body = rig.platform.render({ id, to, message: message(text("A post")) });
    return rig.platform.post({ id, to, body }).catch(() => undefined);
  });
  const effort = beginEffort();
  const ann = rig.person({ name: "Ann" });
  expect((await ann.type("/webinar next", channel)).text).toBe("Here you are.");
  expect((await ann.shortcut("menu")).text).toBe("Here you are.");
  expect(effort.waitedMs()).toBeLessThan(900);
  expect(rig.attempts()).toBe(1);
  await rig.close();
  void Promise.all(due);
});
