import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClock, createJumpingClock } from "../../../src/core/time/clock.ts";

const DAY_MS = 86_400_000;
const NOW = "2026-12-05T08:00:00Z";

describe("the clock", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Temporal.Instant.from(NOW).epochMilliseconds });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const comes = (ms: number) => Temporal.Instant.fromEpochMilliseconds(Date.now() + ms);

  it("wakes once, at its time or at once when that is past, and not at all when it is taken back", () => {
    const woken: string[] = [];
    const clock = createClock();
    clock.wake(comes(1000), () => woken.push("soon"));
    clock.wake(comes(-1000), () => woken.push("past"));
    const takeBack = clock.wake(comes(500), () => woken.push("never"));
    takeBack();
    vi.advanceTimersByTime(1);
    expect(woken).toEqual(["past"]);
    vi.advanceTimersByTime(998);
    expect(woken).toEqual(["past"]);
    vi.advanceTimersByTime(1);
    expect(woken).toEqual(["past", "soon"]);
    vi.advanceTimersByTime(DAY_MS);
    expect(woken).toHaveLength(2);
  });

  it("looks again after 24 days where the time is further away than a timer can wait", () => {
    let woken = 0;
    createClock().wake(comes(100 * DAY_MS), () => woken++);
    vi.advanceTimersByTime(24 * DAY_MS);
    expect(woken).toBe(0);
    vi.advanceTimersByTime(DAY_MS);
    expect(woken).toBe(1);
  });

  it("that is put ahead tells a later time, and wakes as much earlier", () => {
    const still = {
      now: () => Temporal.Instant.from(NOW),
      monotonicMs: () => 7,
      wake: vi.fn(() => () => undefined),
      sleep: async () => undefined,
    };
    const clock = createJumpingClock(still, DAY_MS);
    expect(clock.now().toString()).toBe("2026-12-06T08:00:00Z");
    expect(clock.ahead()).toBe(DAY_MS);
    clock.put(2 * DAY_MS);
    expect([clock.now().toString(), clock.ahead(), clock.monotonicMs()]).toEqual([
      "2026-12-07T08:00:00Z",
      2 * DAY_MS,
      7,
    ]);
    const call = (): void => undefined;
    clock.wake(Temporal.Instant.from("2026-12-08T08:00:00Z"), call);
    expect(still.wake.mock.calls).toEqual([[Temporal.Instant.from("2026-12-06T08:00:00Z"), call]]);
  });
});

describe("the real clock", () => {
  it("tells the time of the machine, and keeps no process alive", () => {
    const clock = createClock();
    const [before, told, after] = [Date.now(), clock.now().epochMilliseconds, Date.now()];
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(after);
    expect(clock.monotonicMs()).toBeLessThanOrEqual(clock.monotonicMs());
    const kept = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const timers = kept();
    clock.wake(clock.now().add({ hours: 1 }), () => undefined);
    expect(kept()).toBe(timers);
  });
});
