import type { Jump, PlaygroundClock } from "./adapters/web/clock.ts";
import type { Dispatcher } from "./core/delivery/dispatcher.ts";
import type { Store } from "./core/store/database.ts";
import { nextLook, nextPost } from "./core/store/deliveries.ts";
import { recall, remember } from "./core/store/memory.ts";
import { type Clock, createJumpingClock, type JumpingClock } from "./core/time/clock.ts";

/** The playground's house lives by a clock of its own, which its reader may put ahead. */

const KEY = "clock ahead";
const ON_MS = { hour: 3_600_000, day: 86_400_000 } as const;
/** More than any day holds: a row that asks for the next look again and again must not hold the jump up. */
const STEPS = 1_000;

/**
 * As it was put when the program stopped: posts and deliveries bear its times, so a restart that went back to now would
 * leave them in the future.
 */
export const openJumpingClock = async (store: Store, clock: Clock): Promise<JumpingClock> =>
  createJumpingClock(clock, Number((await store.transact((trx) => recall(trx, KEY))) ?? 0));

/**
 * @param given `settle` does what a new day asks for, after each jump.
 */
export const createTimeTravel = (given: {
  readonly store: Store;
  readonly clock: JumpingClock;
  readonly dispatcher: Pick<Dispatcher, "tick">;
  readonly settle: () => Promise<void>;
}): PlaygroundClock => {
  const { store, clock, dispatcher, settle } = given;
  const now = (): number => clock.now().epochMilliseconds;
  const putAt = (at: number): void => clock.put(clock.ahead() + at - now());
  const next = (): Promise<number | undefined> => store.transact((trx) => nextLook(trx, now()));

  /** Stops at everything that is due on the way, so that it goes out at its time and not late. */
  const goOn = async (until: number): Promise<void> => {
    for (let step = 0; step < STEPS; step++) {
      const at = await next();
      if (at === undefined || at > until) break;
      putAt(at);
      await dispatcher.tick();
    }
    if (now() < until) putAt(until);
  };

  const go = async (to: Jump): Promise<boolean> => {
    const until =
      to === "post"
        ? await store.transact((trx) => nextPost(trx, now()))
        : to === "now"
          ? undefined
          : now() + ON_MS[to];
    if (to === "post" && until === undefined) return false;
    if (until === undefined) clock.put(0);
    else await goOn(until);
    await store.transact((trx) => remember(trx, KEY, String(clock.ahead())));
    await settle();
    await dispatcher.tick();
    return true;
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    now,
    ahead: clock.ahead,
    jump(to) {
      const mine = last.then(() => go(to));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
};
