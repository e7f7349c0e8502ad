import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Frozen, Post } from "../../../src/core/bot/platform.ts";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { addDeliveries } from "../../../src/core/store/deliveries.ts";
import { type House, openHouse } from "../../support/house.ts";

/** How many are served, in which order, and what becomes of one that cannot be. */

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

const add = (channel: string, what: string, words = "x") =>
  house.store.transact((trx) =>
    addDeliveries(trx, [
      planNow({
        what,
        to: { platform: "discord", space: "guild", channel },
        message: { kind: "message", blocks: [{ block: "text", text: [words] }] },
        now: house.now().epochMilliseconds,
        lateMs: 86_400_000,
      }),
    ]),
  );
const stateOf = async (what: string) =>
  (
    await house.store.transact((trx) =>
      trx.selectFrom("deliveries").select(["state", "cause"]).where("what", "=", what).executeTakeFirst(),
    )
  )?.state;
const desk = (): readonly string[] => house.posts("desk").map(({ text }) => text);

/** Posts that take until they are let go, and who is under way. */
const hold = () => {
  const { post } = house.discord;
  const waiting: { readonly to: string; readonly go: () => void }[] = [];
  house.discord.post = (frozen: Frozen) =>
    new Promise<Post>((resolve, reject) => {
      waiting.push({ to: frozen.to.channel, go: () => void post(frozen).then(resolve, reject) });
    });
  return {
    waiting,
    goOn: async (): Promise<void> => {
      for (const { go } of waiting.splice(0)) go();
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
};

describe("many places at once", () => {
  it("are served eight at a time, each place one post after the other, and a place with much to say lets others in between", async () => {
    for (let n = 1; n <= 8; n++) for (let k = 1; k <= 15; k++) await add(`talk-${n}`, `share/${n}-${k}`);
    await add("talk-9", "share/9");
    const { waiting, goOn } = hold();
    const order: string[] = [];
    const done = house.dispatcher.tick();
    await expect.poll(() => waiting.length).toBe(8);
    while (waiting.length > 0) {
      expect(new Set(waiting.map(({ to }) => to)).size).toBe(waiting.length);
      expect(waiting.length).toBeLessThanOrEqual(8);
      order.push(...waiting.map(({ to }) => to));
      await goOn();
    }
    await done;
    expect(order).toHaveLength(121);
    expect(order.indexOf("talk-9")).toBeLessThan(90);
  });
});

describe("a dispatcher that is stopped", () => {
  it("waits for the answer that is under way, sends nothing more, and looks no more", async () => {
    await add("talk-1", "share/1");
    await add("talk-1", "share/2");
    const { waiting, goOn } = hold();
    void house.dispatcher.tick();
    await expect.poll(() => waiting.length).toBe(1);
    let stopped = false;
    const stopping = house.dispatcher.stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(stopped).toBe(false);
    await goOn();
    await stopping;
    expect([await stateOf("share/1"), await stateOf("share/2")]).toEqual(["sent", "scheduled"]);
    await house.dispatcher.tick();
    expect([waiting.length, await stateOf("share/2")]).toEqual([0, "scheduled"]);
  });
});

describe("what cannot be put into words", () => {
  it("is looked at three times, a minute apart, and given up; the desk is told", async () => {
    await add("talk-1", "question/sample/q1");
    await house.store.transact((trx) => trx.updateTable("deliveries").set({ message_json: "{not json" }).execute());
    await house.dispatcher.tick();
    await house.turnTo("2026-11-23T19:01:59Z");
    expect([await stateOf("question/sample/q1"), desk()]).toEqual(["scheduled", []]);
    await house.turnTo("2026-11-23T19:02:01Z");
    expect(await stateOf("question/sample/q1")).toBe("failed");
    expect(desk()).toHaveLength(1);
    expect(house.log.filter(({ said }) => said === "a delivery cannot be handled")).toHaveLength(3);
  });

  it("that the platform would take, being too long, is given up at once", async () => {
    house.discord.limit(500);
    await add("talk-1", "share/1", "x".repeat(501));
    await house.dispatcher.tick();
    expect(await stateOf("share/1")).toBe("failed");
  });
});
