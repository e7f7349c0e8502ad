import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PlatformError } from "../../../src/core/bot/errors.ts";
import { type House, openHouse, type Somebody } from "../../support/house.ts";

/** What one attempt comes to, and what follows. */

let house: House;
let organiser: Somebody;
const measured: unknown[] = [];
beforeEach(async () => {
  measured.splice(0);
  const meter = {
    count: (...what: unknown[]) => void measured.push(what),
    measure: (...what: unknown[]) => void measured.push(what),
  };
  house = await openHouse("2026-11-23T19:00:00Z", { meter });
  organiser = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const schedule = async (given = "where:discord", text = "Join us", time = "09:00"): Promise<void> => {
  await organiser.say(`/announce schedule text:"${text}" when:"2026-11-24 ${time} UTC" ${given}`);
  await organiser.press("Schedule");
};
const row = () =>
  house.store.transact((trx) =>
    trx.selectFrom("deliveries").selectAll().where("what", "like", "announcement/%").executeTakeFirstOrThrow(),
  );
const at = (time: string) => house.turnTo(`2026-11-24T09:${time}Z`);
const desk = (): readonly string[] => house.posts("desk").map(({ text }) => text);
/** The next post in a channel, the desk's excepted, ends in this way; those after it as they do. */
const next = (error: Error): void => {
  const { post } = house.discord;
  house.discord.post = async (frozen) => {
    if (frozen.to.channel === "desk") return post(frozen);
    house.discord.post = post;
    throw error;
  };
};

describe("what is measured", () => {
  it("is how late a post was, in seconds, and how often a platform made us wait", async () => {
    await schedule();
    house.discord.disturb("limit");
    await at("01:00");
    expect(measured).toEqual([
      ["limits", { platform: "discord" }],
      ["lateness", { platform: "discord" }, 4],
    ]);
  });
});

describe("a post that somebody took away before anybody knew that it was there", () => {
  it("counts as sent, and the desk is told", async () => {
    await schedule();
    next(new PlatformError("content", "gone"));
    await at("01:00");
    expect(await row()).toMatchObject({ state: "sent", message_id: null, attempts: 1 });
    expect(desk()).toEqual([expect.stringContaining("“Join us”")]);
  });
});

describe("a post whose content is refused", () => {
  it("is not tried again, and the desk is told", async () => {
    await schedule();
    next(new PlatformError("content", "50035"));
    await at("30:00");
    expect(await row()).toMatchObject({ state: "failed", cause: "50035", attempts: 1, next_at: null });
    expect(desk()).toHaveLength(1);
  });
});

describe("an error of our own after the request", () => {
  it("says nothing about the post: the place is read, and it goes out once", async () => {
    await schedule();
    next(new TypeError("a fault here"));
    await at("00:10");
    expect(await row()).toMatchObject({ state: "unknown", cause: "our own fault" });
    await at("05:00");
    expect(await row()).toMatchObject({ state: "sent", attempts: 2 });
    expect(house.posts("announcements")).toHaveLength(1);
    expect(house.log).toContainEqual(
      expect.objectContaining({
        said: "a post failed here",
        facts: expect.objectContaining({ delivery: (await row()).id }),
      }),
    );
  });
});

describe("who waits with whom", () => {
  const two = async (): Promise<void> => {
    await schedule();
    await schedule("where:discord", "Read this");
  };

  it("all in a place wait for as long as the platform told one of them", async () => {
    await two();
    next(new PlatformError("wait", "429", 30_000));
    await at("00:29");
    expect(house.posts("announcements")).toEqual([]);
    await at("00:31");
    expect(house.posts("announcements")).toHaveLength(2);
  });

  it("one that is told no time doubles its own, and no other waits for it", async () => {
    await two();
    next(new PlatformError("wait", "ECONNREFUSED"));
    await at("00:01");
    expect(house.posts("announcements")).toHaveLength(1);
    await at("00:04");
    expect(house.posts("announcements")).toHaveLength(2);
  });

  it("a whole space waits for five minutes where its token is refused", async () => {
    await schedule('where:"#announcements"');
    await schedule('where:"#discussion"', "Read this", "09:01");
    next(new PlatformError("stop", "401"));
    await at("04:59");
    expect([house.posts("announcements"), house.posts("discussion")]).toEqual([[], []]);
    await at("05:01");
    expect([house.posts("announcements").length, house.posts("discussion").length]).toEqual([1, 1]);
  });
});

describe("a place that refuses", () => {
  it("is asked once what is missing, and only what keeps posts out is told", async () => {
    const { standing } = house.discord;
    let asked = 0;
    house.discord.standing = async (...given) => {
      asked++;
      return standing(...given);
    };
    await schedule();
    asked = 0;
    house.discord.lacks.set("announcements", ["send", "history"]);
    house.discord.disturb("refuse", "refuse", "refuse");
    await at("02:30");
    expect(asked).toBe(1);
    expect(desk()).toEqual([expect.stringContaining("Send Messages")]);
    expect(desk()[0]).not.toContain("Read Message History");
  });
});

describe("a thread that cannot be opened below its post", () => {
  const post = async (error: () => Error): Promise<() => number> => {
    let asked = 0;
    house.discord.thread = async () => {
      asked++;
      throw error();
    };
    const mio = await house.somebody({ name: "Mio", rank: "moderator" });
    await mio.say("/discuss post 1");
    await mio.press("Post question 1 in Discord #discussion, Slack #討論 now");
    await house.turnTo("2026-11-23T19:00:01Z");
    return () => asked;
  };
  const notes = () => desk().filter((text) => text.includes("thread"));

  it("is tried again every quarter of a minute, for an hour, and then the desk is told", async () => {
    const asked = await post(() => new PlatformError("wait", "429"));
    await house.turnTo("2026-11-23T19:00:46Z");
    expect([asked(), notes()]).toEqual([4, []]);
    await house.turnTo("2026-11-23T19:59:00Z");
    expect(notes()).toEqual([]);
    await house.turnTo("2026-11-23T20:01:00Z");
    expect(notes()).toHaveLength(1);
    const before = asked();
    await house.turnTo("2026-11-23T21:00:00Z");
    expect(asked()).toBe(before);
  });

  it("after as long as the platform names", async () => {
    const asked = await post(() => new PlatformError("wait", "429", 120_000));
    await house.turnTo("2026-11-23T19:01:55Z");
    expect(asked()).toBe(1);
    await house.turnTo("2026-11-23T19:02:05Z");
    expect(asked()).toBe(2);
  });

  it("and never will be, is told at once", async () => {
    const asked = await post(() => new PlatformError("place", "50013"));
    await house.turnTo("2026-11-23T19:05:00Z");
    expect([asked(), notes().length]).toEqual([1, 1]);
  });

  it("for a fault of our own is tried again, and the log has it", async () => {
    const asked = await post(() => new TypeError("a fault here"));
    await house.turnTo("2026-11-23T19:00:20Z");
    expect(asked()).toBe(2);
    expect(house.log).toContainEqual(expect.objectContaining({ said: "a thread could not be opened" }));
  });
});

it("what was tried twice and says what the record says is not edited afterwards", async () => {
  await schedule("webinar:sample where:discord");
  house.discord.disturb("limit");
  await at("01:00");
  expect((await row()).attempts).toBe(2);
  await organiser.say('/announce edit "Join us" ja:"ご参加ください"');
  await at("02:00");
  expect(house.discord.edited).toEqual([]);
});
