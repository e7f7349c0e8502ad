import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PlatformError } from "../../../src/core/bot/errors.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import { resolve } from "../../../src/core/delivery/doubt.ts";
import { createPauses } from "../../../src/core/delivery/pauses.ts";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { addDeliveries, readDelivery } from "../../../src/core/store/deliveries.ts";
import { createTurnedClock } from "../../support/clock.ts";
import { type House, openHouse, type Somebody } from "../../support/house.ts";

/** A post of which nobody knows whether it arrived: the answer was lost, at 9:00 sharp. */

let house: House;
let organiser: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  organiser = await house.somebody({ name: "Oki", rank: "organiser" });
  await organiser.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:discord');
  await organiser.press("Schedule");
});
afterEach(() => house.close());

const row = () =>
  house.store.transact((trx) =>
    trx
      .selectFrom("deliveries")
      .select(["id", "state", "attempts", "evidence", "message_id", "cause"])
      .where("what", "like", "announcement/%")
      .executeTakeFirstOrThrow(),
  );
const at = (time: string) => house.turnTo(`2026-11-24T09:${time}Z`);
const desk = (): readonly string[] => house.posts("desk").map(({ text }) => text);
const ASKED =
  "It is unclear whether “Join us” arrived in Discord #announcements: the connection broke before Discord #announcements answered. Please look there.";

describe("a post whose answer was lost", () => {
  it("is looked for when all that was under way must have arrived, and found", async () => {
    house.discord.disturb("lose");
    await at("00:34");
    expect(await row()).toMatchObject({ state: "unknown" });
    expect((await organiser.say("/announce list")).text).toContain("checking whether it arrived");
    await at("00:36");
    expect(await row()).toMatchObject({
      state: "sent",
      attempts: 1,
      evidence: "history",
      message_id: "m1",
      cause: null,
    });
    expect(desk()).toEqual([]);
  });

  it("and is not there goes out again, after two looks half a minute apart", async () => {
    house.discord.disturb("fail");
    await at("01:04");
    expect(await row()).toMatchObject({ state: "unknown", attempts: 1 });
    await at("01:06");
    expect(await row()).toMatchObject({ state: "sent", attempts: 2, evidence: "response" });
    expect(house.posts("announcements")).toHaveLength(1);
    expect(desk()).toEqual([]);
  });

  it("and lost again is looked for again", async () => {
    house.discord.disturb("fail", "lose");
    await at("03:00");
    expect(await row()).toMatchObject({ state: "sent", attempts: 2, evidence: "history" });
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("is not sent again when it was cancelled meanwhile", async () => {
    house.discord.disturb("fail");
    await at("00:01");
    await house.store.transact((trx) => trx.deleteFrom("announcements").execute());
    await at("03:00");
    expect(await row()).toMatchObject({ state: "cancelled" });
    expect(house.posts("announcements")).toEqual([]);
  });

  it("is proved by its own echo at any time", async () => {
    house.discord.disturb("lose");
    await at("00:01");
    const { id } = await row();
    await house.bot.hear({
      heard: "echo",
      id,
      post: { at: { platform: "discord", space: "guild", channel: "announcements" }, message: "m1" },
    });
    expect(await row()).toMatchObject({ state: "sent", evidence: "gateway" });
  });

  it("waits while the platform is away, and is looked for when it is back", async () => {
    house.discord.disturb("lose");
    await at("00:01");
    house.discord.connect("connecting");
    await at("20:00");
    expect(await row()).toMatchObject({ state: "unknown" });
    house.discord.connect("connected");
    await at("21:30");
    expect(await row()).toMatchObject({ state: "sent", evidence: "history" });
  });
});

it("two instances that look at the same time have looked once", async () => {
  house.discord.disturb("fail");
  await at("00:34");
  const { id } = await row();
  const quiet = (): void => undefined;
  const clock = createTurnedClock("2026-11-24T09:00:36Z");
  const instance = {
    store: house.store,
    ...{ clock, machine: clock },
    platforms: new Map([["discord" as const, house.discord]]),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    pauses: createPauses(),
    reads: createPauses(),
    unread: new Map<string, number>(),
  };
  const due = await house.store.transact((trx) => readDelivery(trx, id));
  if (due === undefined) expect.unreachable();
  await Promise.all([resolve(instance, due, house.discord), resolve(instance, due, house.discord)]);
  expect(await house.store.transact((trx) => readDelivery(trx, id))).toMatchObject({ state: "unknown", negReads: 1 });
});

describe("a place that cannot be read", () => {
  it("for a while is read again, and no failed reading counts as a look", async () => {
    house.discord.disturb("fail");
    house.discord.disturbReads("garble", "garble");
    await at("02:04");
    expect(await row()).toMatchObject({ state: "unknown", attempts: 1 });
    await at("02:10");
    expect(await row()).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("at the first look after a long time away is read again, like any other", async () => {
    house.discord.disturb("lose");
    await at("00:01");
    house.discord.connect("connecting");
    await at("45:00");
    house.discord.disturbReads("garble");
    house.discord.connect("connected");
    await at("46:31");
    expect(await row()).toMatchObject({ state: "sent", evidence: "history" });
    expect(desk()).toEqual([]);
  });

  it("for ten minutes is asked of a person", async () => {
    house.discord.disturb("lose");
    house.discord.disturbReads(...Array<"garble">(40).fill("garble"));
    await at("09:30");
    expect(await row()).toMatchObject({ state: "unknown" });
    await at("11:30");
    expect(await row()).toMatchObject({ state: "held" });
    expect(desk()).toEqual([ASKED]);
  });
});

it("a reading that worked ends the patience with those that failed before: a person is asked after ten more minutes", async () => {
  const nineMinutes = Array<"garble">(18).fill("garble");
  house.discord.disturb("fail");
  house.discord.disturbReads(...nineMinutes);
  await at("10:00");
  expect(await row()).toMatchObject({ state: "unknown" });
  house.discord.disturbReads(...nineMinutes);
  await at("18:30");
  expect(await row()).toMatchObject({ state: "unknown", attempts: 1 });
  expect(desk()).toEqual([]);
  await at("22:00");
  expect(await row()).toMatchObject({ state: "sent", attempts: 2 });
});

describe("without the right to read, a person decides", () => {
  const lose = async (trouble: "lose" | "fail"): Promise<void> => {
    house.discord.disturb(trouble);
    house.discord.disturbReads("forbid");
    await at("00:36");
    expect(await row()).toMatchObject({ state: "held", attempts: 1 });
    expect(desk()).toEqual([ASKED]);
  };

  it.each(["lose", "fail"] as const)("and nothing is sent again by itself (%s)", async (trouble) => {
    await lose(trouble);
    await house.turnTo("2026-11-30T09:00:00Z");
    expect(await row()).toMatchObject({ state: "held", attempts: 1 });
    expect(desk()).toHaveLength(1);
    const list = await organiser.say("/announce list");
    expect(list.text).toContain("Discord #announcements: unclear whether it arrived");
    expect(list.buttons).toContain("Discord #announcements: It is there");
  });

  it("it is there: then it counts as posted", async () => {
    await lose("lose");
    await organiser.say("/announce list");
    expect((await organiser.press("Discord #announcements: It is there")).text).toBe("Noted: “Join us” is there.");
    await house.turnTo("2026-11-25T09:00:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
    expect(await row()).toMatchObject({ state: "sent", evidence: "operator" });
  });

  it("it is not there: then it goes out once more, and a second press does nothing", async () => {
    await lose("fail");
    const note = house.discord.posted.at(-1)?.message.blocks ?? [];
    const press = note.flatMap((block) => (block.block === "buttons" ? block.buttons : []))[1]?.press ?? "";
    expect((await organiser.call({ said: { press } })).text).toBe("Sending “Join us” again.");
    expect((await organiser.call({ said: { press } })).text).toBe("This was settled already.");
    expect(house.posts("announcements")).toHaveLength(1);
    expect(await row()).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("lost twice is told twice", async () => {
    await lose("fail");
    await organiser.say("/announce list");
    house.discord.disturb("fail");
    house.discord.disturbReads("forbid");
    await organiser.press("Discord #announcements: Send again");
    await at("03:00");
    expect(desk()).toHaveLength(2);
  });

  it("its own echo still proves it", async () => {
    await lose("lose");
    const { id } = await row();
    await house.bot.hear({
      heard: "echo",
      id,
      post: { at: { platform: "discord", space: "guild", channel: "announcements" }, message: "m1" },
    });
    expect(await row()).toMatchObject({ state: "sent", evidence: "gateway" });
  });
});

it("many in one place are looked for no faster than the platform lets them, and nobody is asked", async () => {
  const to = { platform: "discord", space: "guild", channel: "announcements" } as const;
  const now = Date.parse("2026-11-24T08:00:00Z");
  const ids = Array.from({ length: 60 }, (_, n) =>
    planNow({ what: `question/${n}`, to, message: message(text("x")), now, lateMs: 7_200_000 }),
  );
  await at("00:02");
  const past = now - 60_000;
  await house.store.transact(async (trx) => {
    await addDeliveries(trx, ids);
    const doubtful = { state: "unknown", attempts: 1, last_dispatch: past, neg_reads: 0 } as const;
    await trx.updateTable("deliveries").set(doubtful).where("what", "like", "question/%").execute();
  });
  // Five readings in five seconds.
  let asked: number[] = [];
  let refused = 0;
  const find: typeof house.discord.find = house.discord.find.bind(house.discord);
  Object.assign(house.discord, {
    find: async (sought: Parameters<typeof find>[0]) => {
      const time = house.clock.now().epochMilliseconds;
      asked = asked.filter((one) => one > time - 5000);
      if (asked.length >= 5) {
        refused++;
        throw new PlatformError("wait", "429", (asked[0] ?? time) + 5000 - time);
      }
      asked.push(time);
      return find(sought);
    },
  });
  await at("20:00");
  const states = await house.store.transact((trx) =>
    trx.selectFrom("deliveries").select(["state"]).where("what", "like", "question/%").execute(),
  );
  expect(states.filter(({ state }) => state !== "sent")).toEqual([]);
  // One to each wait, where each row for itself would ask in vain hundreds of times.
  expect(refused).toBeLessThan(40);
});

it("a note to the desk whose place cannot be read is sent again: better twice than not at all", async () => {
  house.discord.disturb("fail");
  house.discord.disturbReads("forbid");
  await at("00:30");
  const { post } = house.discord;
  let lost = 0;
  house.discord.post = async (frozen) => {
    if (frozen.to.channel !== "desk" || lost++ > 0) return post(frozen);
    throw new PlatformError("ambiguous", "lost");
  };
  await at("00:40");
  house.discord.disturbReads("forbid");
  await at("02:00");
  expect(desk()).toEqual([ASKED]);
  expect(lost).toBe(2);
});

describe("a place is read", () => {
  const lose = async (find: House["discord"]["find"]): Promise<void> => {
    house.discord.disturb("lose");
    house.discord.find = find;
    await at("00:36");
  };

  it("from ten minutes before the attempt, for the platform's clock may be another", async () => {
    const asked: number[] = [];
    await lose(async ({ sinceMs }) => {
      asked.push(sinceMs);
      return undefined;
    });
    expect(asked).toEqual([Date.parse("2026-11-24T08:50:00Z")]);
  });

  it("again after a fault of our own, which the log has", async () => {
    const { find } = house.discord;
    await lose(async () => {
      house.discord.find = find;
      throw new TypeError("a fault here");
    });
    expect(await row()).toMatchObject({ state: "unknown" });
    expect(house.log).toContainEqual(expect.objectContaining({ said: "reading a place failed" }));
    await at("02:00");
    expect(await row()).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("in vain where the platform will never tell: a person is asked", async () => {
    await lose(async () => {
      throw new PlatformError("content", "50001");
    });
    expect(await row()).toMatchObject({ state: "held" });
  });
});
