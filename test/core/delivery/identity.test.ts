import { describe, expect, it } from "vitest";
import { deliveryId, hashOf, isDeliveryId } from "../../../src/core/delivery/identity.ts";

const to = { platform: "discord", space: "1", channel: "2" } as const;
const plain = { what: "announcement/1", occurrence: "2026-12-05T17:00[Asia/Tokyo]", to };

describe("the id of a delivery", () => {
  // Written down once: another id for the same would post everything anew after an upgrade.
  it("is the same for ever", () => {
    expect(deliveryId(plain)).toBe("gssqombvgkmtc6vstauu4qph");
    expect(deliveryId({ ...plain, to: { ...to, thread: "3" }, part: "edit" })).toBe("ptnet2ljaiat4accbwqq6irv");
    expect(hashOf("Join us")).toBe("Lh5OGK2K4HUB6pJaxWtJ6b8Rr1LiPCTCQDxe07rtw10");
  });

  it("is another for another text, occurrence, place or part", () => {
    const others = [
      plain,
      { ...plain, what: "announcement/2" },
      { ...plain, occurrence: "2026-12-06T17:00[Asia/Tokyo]" },
      { ...plain, part: "x" },
      ...[{ platform: "slack" as const }, { space: "2" }, { channel: "3" }, { thread: "3" }].map((more) => ({
        ...plain,
        to: { ...to, ...more },
      })),
      // What stands beside each other never reads as one.
      { ...plain, what: "announcement", occurrence: `1|${plain.occurrence}` },
      { ...plain, what: "announcement|1", occurrence: plain.occurrence },
    ];
    expect(new Set(others.map(deliveryId)).size).toBe(others.length);
  });

  it("is as long as Discord's nonce may be, and is known by its shape", () => {
    const id = deliveryId(plain);
    expect(id).toMatch(/^[a-z2-7]{24}$/);
    expect([id, `${id}a`, `a${id}`, id.slice(1), id.toUpperCase(), `${id.slice(1)}1`].map(isDeliveryId)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("uses all of its letters", () => {
    const letters = new Set(Array.from({ length: 200 }, (_, n) => deliveryId({ ...plain, part: `${n}` })).join(""));
    expect(letters.size).toBe(32);
  });
});
