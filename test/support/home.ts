import { commands } from "../../src/commands/commands.ts";
import { createBot } from "../../src/core/bot/bot.ts";
import type { Platform } from "../../src/core/bot/platform.ts";
import { createDispatcher, type Dispatcher } from "../../src/core/delivery/dispatcher.ts";
import type { Log } from "../../src/core/log.ts";
import { openStore, type Store } from "../../src/core/store/database.ts";
import { type Clock, createClock } from "../../src/core/time/clock.ts";
import { loadRecord } from "../../src/record/load.ts";
import { readRecord } from "../../src/record/read.ts";

/** The real house behind a real adapter, on a clock that runs and can be put forward. */
export interface Home {
  readonly store: Store;
  readonly dispatcher: Dispatcher;
  /** Errors that the house has logged. */
  readonly errors: readonly { readonly facts: object; readonly said: string }[];
  /** The record's files come again with another title of a webinar. */
  retitle(webinar: string, title: string): Promise<void>;
  now(): Temporal.Instant;
  /** Puts the clock forward and does what has come due. */
  later(by: Temporal.DurationLike): Promise<void>;
  close(): Promise<void>;
}

const createForwardClock = (): Clock & { forward(by: Temporal.DurationLike): void } => {
  const clock = createClock();
  let ahead = new Temporal.Duration();
  return {
    ...clock,
    now: () => clock.now().add(ahead),
    wake: (at, call) => clock.wake(at.subtract(ahead), call),
    forward: (by) => {
      ahead = ahead.add(by);
    },
  };
};

/** @param data the record's folder; the network's own, with the sample, where none is given. */
export const openHome = async (
  given: Platform | readonly Platform[],
  url = ":memory:",
  data?: string,
): Promise<Home> => {
  const all = [given].flat();
  const clock = createForwardClock();
  const store = await openStore(url);
  const errors: { facts: object; said: string }[] = [];
  const quiet = (): void => undefined;
  const log: Log = {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (facts, said) => void errors.push({ facts, said }),
  };
  await loadRecord(store, readRecord(data ?? "data", data === undefined), clock.now());
  const platforms = new Map(all.map((platform) => [platform.name, platform]));
  const dispatcher = createDispatcher({ store, clock, platforms, log });
  const bot = createBot({ commands, store, clock, platforms, log, changed: () => void dispatcher.tick() });
  for (const platform of all) await platform.start(bot);
  await dispatcher.start();
  return {
    store,
    dispatcher,
    errors,
    now: clock.now,
    async retitle(key, title) {
      const record = readRecord("data", true);
      const webinars = record.webinars.map((one) => (one.webinar === key ? { ...one, title: { en: title } } : one));
      await loadRecord(store, { ...record, webinars }, clock.now());
    },
    async later(by) {
      clock.forward(by);
      await dispatcher.tick();
    },
    async close() {
      for (const platform of all) await platform.stop();
      await dispatcher.stop();
      await store.close();
    },
  };
};
