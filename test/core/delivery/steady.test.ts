import { describe, expect, it } from "vitest";
import { createSteady } from "../../../src/core/delivery/steady.ts";

const START = Date.parse("2026-11-24T09:00:00Z");

/** A machine's two clocks, and what time it really is. */
const openMachine = () => {
  const at = { passed: 0, slept: 0, off: 0 };
  const real = (): number => START + at.passed + at.slept;
  const woken: number[] = [];
  const asked: ("answers" | "nobody")[] = [];
  const manner = { answers: true };
  const lines: object[] = [];
  const line = (facts: object): void => void lines.push(facts);
  const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
  const steady = createSteady({
    clock: {
      now: () => instant(real() + at.off),
      monotonicMs: () => at.passed,
      wake: (when) => {
        woken.push(when.epochMilliseconds - (real() + at.off));
        return () => undefined;
      },
      sleep: async () => undefined,
    },
    log: { debug: line, info: line, warn: line, error: line },
    askTime: async () => {
      asked.push(manner.answers ? "answers" : "nobody");
      if (!manner.answers) throw new Error("no answer");
      return instant(Math.floor(real() / 1_000) * 1_000);
    },
  });
  return {
    ...{ steady, manner, asked, woken, lines },
    go(what: keyof typeof at, ms: number) {
      at[what] += ms;
    },
    /** How far the time that deliveries go by is from the real one. */
    error: () => steady.clock.now().epochMilliseconds - real(),
  };
};

describe("the time that deliveries go by", () => {
  it("is the wall clock's, and nobody is asked, while that goes evenly or is put right by less than a minute", async () => {
    const machine = openMachine();
    machine.go("passed", 3_600_000);
    expect([await machine.steady.look(), machine.error()]).toEqual([true, 0]);
    machine.go("off", 59_000);
    expect([await machine.steady.look(), machine.error()]).toEqual([true, 59_000]);
    expect(machine.asked).toEqual([]);
  });

  it("goes on evenly when the wall clock jumps, and by the others' when they know better", async () => {
    const machine = openMachine();
    machine.go("off", 365 * 86_400_000);
    expect(machine.error()).toBe(0);
    expect(await machine.steady.look()).toBe(true);
    expect(Math.abs(machine.error())).toBeLessThan(1_000);
    expect(machine.steady.fault()).toBe("wrong");
    machine.go("passed", 10_000);
    expect([await machine.steady.look(), machine.asked.length]).toEqual([true, 1]);
    machine.go("passed", 60_000);
    expect([await machine.steady.look(), machine.asked.length]).toEqual([true, 2]);
    machine.go("off", -365 * 86_400_000);
    expect([await machine.steady.look(), machine.error(), machine.steady.fault()]).toEqual([true, 0, undefined]);
    expect(machine.lines).toHaveLength(1);
  });

  it("after the machine slept is the wall clock's again as soon as somebody confirms it, and nothing leaves before", async () => {
    const machine = openMachine();
    machine.go("slept", 7_200_000);
    machine.manner.answers = false;
    expect([await machine.steady.look(), machine.steady.fault()]).toEqual([false, "unknown"]);
    machine.go("passed", 4_999);
    expect([await machine.steady.look(), machine.asked.length]).toEqual([false, 1]);
    machine.manner.answers = true;
    machine.go("passed", 1);
    expect([await machine.steady.look(), machine.error(), machine.steady.fault()]).toEqual([true, 0, undefined]);
    expect(machine.asked).toEqual(["nobody", "answers"]);
  });

  it("wakes after as long as it is until then by itself, whatever the wall clock says", () => {
    const machine = openMachine();
    machine.go("off", -86_400_000);
    machine.steady.clock.wake(Temporal.Instant.fromEpochMilliseconds(START + 5_000), () => undefined);
    expect(machine.woken).toEqual([5_000]);
  });
});
