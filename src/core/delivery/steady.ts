import type { Log } from "../log.ts";
import type { Clock } from "../time/clock.ts";

/** delivery.md, *When the clock or the schedule is late*: further from the monotonic clock, and the wall clock jumped … */
const JUMP_MS = 60_000;
/** … and this near to another's time it is right. */
const AGREE_MS = 30_000;
/** How often another is asked: while nobody has answered, and while this machine's clock is known to be wrong. */
export const ASK_AGAIN_MS = 5_000;
const WRONG_AGAIN_MS = 60_000;

/** `unknown`: it jumped, and nobody could be asked. `wrong`: others have another time, and deliveries go by theirs. */
export type ClockFault = "unknown" | "wrong";

export interface Steady {
  /** The time that deliveries go by: it goes on evenly while the wall clock is in doubt. */
  readonly clock: Clock;
  /** Looks whether the wall clock jumped; answers whether anything may leave. Never rejects. */
  look(): Promise<boolean>;
  fault(): ClockFault | undefined;
}

/**
 * A wall clock that jumps would let all that is scheduled go out early, or lapse. So another is asked then: after a machine
 * slept its clock is right again, and after a mistake it is not.
 *
 * @param askTime what time it is elsewhere; rejects when nobody answers
 */
export const createSteady = (given: {
  readonly clock: Clock;
  readonly log: Log;
  readonly askTime: () => Promise<Temporal.Instant>;
}): Steady => {
  const { clock, log, askTime } = given;
  const wall = (): number => clock.now().epochMilliseconds;
  const lead = (): number => wall() - clock.monotonicMs();
  /** By how much the time that is gone by is ahead of the monotonic clock. */
  let known = lead();
  let fault: ClockFault | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  const learn = (there: number | undefined): void => {
    const before = fault;
    const isRight = there !== undefined && Math.abs(there - wall()) <= AGREE_MS;
    if (there !== undefined) known = isRight ? lead() : there - clock.monotonicMs();
    fault = there === undefined ? "unknown" : isRight ? undefined : "wrong";
    if (fault !== before && fault !== undefined) log.error({ fault, offMs: lead() - known }, "the clock jumped");
  };
  return {
    clock: {
      ...clock,
      now: () => Temporal.Instant.fromEpochMilliseconds(Math.round(clock.monotonicMs() + known)),
      wake: (at, call) => clock.wake(at.add({ milliseconds: Math.round(lead() - known) }), call),
    },
    fault: () => fault,
    async look() {
      if (Math.abs(lead() - known) <= JUMP_MS) {
        known = lead();
        fault = undefined;
        return true;
      }
      const patience = fault === "wrong" ? WRONG_AGAIN_MS : ASK_AGAIN_MS;
      if (fault !== undefined && clock.monotonicMs() - askedAt < patience) return fault === "wrong";
      askedAt = clock.monotonicMs();
      learn((await askTime().catch(() => undefined))?.epochMilliseconds);
      return fault !== "unknown";
    },
  };
};

/** The wall clock, always believed: where nobody can be asked, and where it is put ahead on purpose. */
export const believe = (clock: Clock): Steady => ({ clock, look: async () => true, fault: () => undefined });
