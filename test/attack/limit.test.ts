import { describe, expect, it } from "vitest";
import { planNow } from "../../src/core/delivery/plan.ts";
import { addDeliveries } from "../../src/core/store/deliveries.ts";
import { openHouse } from "../support/house.ts";

describe("a place that says 429 with a time", () => {
  it("is left alone for that time by everything that waits for it", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z");
    house.discord.disturb(...Array.from({ length: 60 }, () => "limit" as const));
    await house.store.transact((trx) =>
      addDeliveries(
        trx,
        Array.from({ length: 50 }, (_, n) =>
          planNow({
            what: `share/${n}`,
            to: { platform: "discord", space: "guild", channel: "busy" },
            message: { kind: "message", blocks: [] },
            now: Temporal.Instant.from("2026-11-23T19:00:00Z").epochMilliseconds,
            lateMs: 1e7,
          }),
        ),
      ),
    );
    await house.dispatcher.tick();
    await new Promise((r) => setTimeout(r, 100));
    await house.dispatcher.tick();
    const n = house.discord.attempts();
    await house.close();
    expect(n).toBeLessThan(4);
  });
});
