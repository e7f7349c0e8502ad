import { commands } from "../../src/commands/commands.ts";
import { createBot } from "../../src/core/bot/bot.ts";
import type { Account, PlatformName } from "../../src/core/bot/call.ts";
import type { Bot } from "../../src/core/bot/platform.ts";
import { createDispatcher, type Dispatcher } from "../../src/core/delivery/dispatcher.ts";
import type { Log } from "../../src/core/log.ts";
import type { Meter } from "../../src/core/meter.ts";
import type { Purpose } from "../../src/core/network/place.ts";
import type { Rank } from "../../src/core/network/rank.ts";
import { giveRank, tie } from "../../src/core/store/accounts.ts";
import { openStore, type Store, type Transaction } from "../../src/core/store/database.ts";
import { noteSpace, setPlace, setSpaceLanguage } from "../../src/core/store/spaces.ts";
import type { Clock } from "../../src/core/time/clock.ts";
import type { Language } from "../../src/core/words/language.ts";
import { loadRecord } from "../../src/record/load.ts";
import { readRecord } from "../../src/record/read.ts";
import { createTurnedClock } from "./clock.ts";
import { createMemoryPlatform, type MemoryPlatform } from "./memory.ts";
import { createSomebody, type Said, type Somebody, toSaid } from "./somebody.ts";

export { type Said, type Somebody, toSaid };

export interface House {
  readonly discord: MemoryPlatform;
  readonly slack: MemoryPlatform;
  readonly store: Store;
  readonly dispatcher: Dispatcher;
  readonly bot: Bot;
  readonly clock: Pick<Clock, "now">;
  readonly log: readonly { readonly level: string; readonly facts: object; readonly said: string }[];
  somebody(given?: {
    readonly name?: string;
    readonly platform?: PlatformName;
    readonly space?: string;
    readonly channel?: string;
    readonly rank?: Rank;
    readonly person?: string;
    readonly rights?: Account["rights"];
    readonly guest?: boolean;
    readonly locale?: string;
    readonly zone?: string;
  }): Promise<Somebody>;
  now(): Temporal.Instant;
  /** The clock goes on to this time; all that comes due on the way happens. */
  turnTo(time: string): Promise<void>;
  /** What everybody reads in a channel, oldest first. */
  posts(channel: string, platform?: PlatformName): readonly Said[];
  /** Another process of the same house on the same database, the first having died without a word. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const places: readonly (readonly [PlatformName, string, Purpose, string])[] = [
  ["discord", "guild", "announcements", "announcements"],
  ["discord", "guild", "discussion", "discussion"],
  ["discord", "guild", "desk", "desk"],
  ["slack", "team", "announcements", "お知らせ"],
  ["slack", "team", "discussion", "討論"],
];

/** A network with a Discord server in English and a Slack workspace in Japanese, set up. */
export const furnish = async (trx: Transaction): Promise<void> => {
  await noteSpace(trx, { platform: "discord", space: "guild" }, { name: "Education network", connected: true });
  await noteSpace(trx, { platform: "slack", space: "team" }, { name: "教育ネットワーク", connected: true });
  await noteSpace(trx, { platform: "discord", space: "stranger" }, { name: "Another server", connected: false });
  await setSpaceLanguage(trx, { platform: "slack", space: "team" }, "ja" satisfies Language);
  for (const [platform, space, purpose, channel] of places)
    await setPlace(trx, { platform, space, channel }, { purpose, name: `#${channel}` });
};

/** The whole bot on a fresh database, with platforms in memory and a clock to turn. The record holds the 3rd webinar and the sample. */
export const openHouse = async (
  now: string,
  given: { readonly url?: string; readonly data?: string; readonly meter?: Meter } = {},
): Promise<House> => {
  const clock = createTurnedClock(now);
  const store = await openStore(given.url ?? ":memory:");
  const [discord, slack] = [createMemoryPlatform("discord"), createMemoryPlatform("slack")];
  const platforms = new Map<PlatformName, MemoryPlatform>([
    ["discord", discord],
    ["slack", slack],
  ]);
  const lines: { level: string; facts: object; said: string }[] = [];
  const note = (level: string) => (facts: object, said: string) => void lines.push({ level, facts, said });
  const log: Log = { debug: note("debug"), info: note("info"), warn: note("warn"), error: note("error") };
  await loadRecord(store, readRecord(given.data ?? "data", given.data === undefined), clock.now());
  await store.transact(furnish);
  const build = () => {
    const dispatcher = createDispatcher({ store, clock, platforms, log, ...(given.meter && { meter: given.meter }) });
    const pending: Promise<void>[] = [];
    const bot = createBot({
      commands,
      store,
      clock,
      platforms,
      log,
      changed: () => void pending.push(dispatcher.tick()),
    });
    return { dispatcher, bot, pending };
  };
  let house = build();
  let calls = 0;
  await house.dispatcher.start();
  const settle = async (): Promise<void> => {
    while (house.pending.length > 0) await house.pending.pop();
    await house.dispatcher.tick();
  };
  return {
    clock,
    discord,
    slack,
    store,
    get dispatcher() {
      return house.dispatcher;
    },
    get bot() {
      return house.bot;
    },
    log: lines,
    now: clock.now,
    async somebody({
      name = "Mei",
      platform = "discord",
      space = platform === "discord" ? "guild" : "team",
      channel = "discussion",
      rank,
      person,
      rights = ["post"] as const,
      guest,
      locale = "en",
      zone,
    } = {}) {
      const account: Account = {
        platform,
        space,
        user: `u-${name}`,
        name,
        rights,
        groups: [],
        ...(guest && { guest }),
        ...(zone && { zone }),
      };
      platforms.get(platform)?.members.set(account.user, account);
      await store.transact(async (trx) => {
        if (rank !== undefined) await giveRank(trx, account, { kind: "user", id: account.user, name, rank });
        if (person !== undefined) await tie(trx, account, { account: account.user, person });
      });
      const one = createSomebody(() => house.bot, account, { channel, locale, nextId: () => `call-${++calls}` });
      const settled =
        <A extends unknown[]>(act: (...args: A) => Promise<Said>) =>
        async (...args: A): Promise<Said> => {
          const said = await act(...args);
          await settle();
          return said;
        };
      return {
        ...one,
        say: settled(one.say),
        press: settled(one.press),
        choose: settled(one.choose),
        fillIn: settled(one.fillIn),
        call: settled(one.call),
      };
    },
    async turnTo(time) {
      const until = Temporal.Instant.from(time);
      await settle();
      while (clock.step(until)) await settle();
      clock.set(until);
      await settle();
    },
    posts: (channel, platform) =>
      [...platforms.values()]
        .filter((one) => platform === undefined || one.name === platform)
        .flatMap((one) => one.posted)
        .filter((post) => post.channel === channel)
        .map(({ message }) => toSaid(message)),
    async restart() {
      house = build();
      await house.dispatcher.start();
      await settle();
    },
    async close() {
      await house.dispatcher.stop();
      await store.close();
    },
  };
};
