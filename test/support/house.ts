import { commands } from "../../src/commands/commands.ts";
import { createBot } from "../../src/core/bot/bot.ts";
import type { Account, Call, PlatformName } from "../../src/core/bot/call.ts";
import type { Form } from "../../src/core/bot/form.ts";
import { parseLine } from "../../src/core/bot/line.ts";
import type { Message } from "../../src/core/bot/message.ts";
import type { Bot } from "../../src/core/bot/platform.ts";
import { toPlain } from "../../src/core/bot/text.ts";
import { createDispatcher, type Dispatcher } from "../../src/core/delivery/dispatcher.ts";
import type { Log } from "../../src/core/log.ts";
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

/** What the bot said to somebody, as they read it. */
export interface Said {
  readonly answer: Message | Form;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** Somebody who uses the bot. What they press and fill in is of the last answer they got. */
export interface Somebody {
  readonly account: Account;
  say(line: string): Promise<Said>;
  press(label: string): Promise<Said>;
  choose(value: string): Promise<Said>;
  fillIn(values: Readonly<Record<string, string>>): Promise<Said>;
  /** Any call at all, as a forged or repeated request would be. */
  call(call: Partial<Call>): Promise<Said>;
  suggest(line: string, option: string, typed: string): Promise<readonly string[]>;
}

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

export const toSaid = (answer: Message | Form): Said =>
  answer.kind === "form"
    ? {
        answer,
        text: [
          answer.title,
          ...answer.fields.map(({ label, value, problem }) =>
            [`${label}: ${value ?? ""}`, problem].filter(Boolean).join(" – "),
          ),
        ].join("\n"),
        buttons: [answer.labels.submit],
      }
    : {
        answer,
        text: answer.blocks.flatMap((block) => ("text" in block ? [toPlain(block.text)] : [])).join("\n"),
        buttons: answer.blocks.flatMap((block) =>
          block.block === "buttons" ? block.buttons.map(({ label }) => label) : [],
        ),
      };

const places: readonly (readonly [PlatformName, string, Purpose, string])[] = [
  ["discord", "guild", "announcements", "announcements"],
  ["discord", "guild", "discussion", "discussion"],
  ["discord", "guild", "desk", "desk"],
  ["slack", "team", "announcements", "お知らせ"],
  ["slack", "team", "discussion", "討論"],
];

/** A network with a Discord server in English and a Slack workspace in Japanese, set up. */
const furnish = async (trx: Transaction): Promise<void> => {
  await noteSpace(trx, { platform: "discord", space: "guild" }, { name: "Education network", connected: true });
  await noteSpace(trx, { platform: "slack", space: "team" }, { name: "教育ネットワーク", connected: true });
  await noteSpace(trx, { platform: "discord", space: "stranger" }, { name: "Another server", connected: false });
  await setSpaceLanguage(trx, { platform: "slack", space: "team" }, "ja" satisfies Language);
  for (const [platform, space, purpose, channel] of places)
    await setPlace(trx, { platform, space, channel }, { purpose, name: `#${channel}` });
};

const createSomebody = (
  bot: () => ReturnType<typeof createBot>,
  account: Account,
  at: { channel: string; locale: string | undefined; nextId: () => string },
): Somebody => {
  let last: Message | Form | undefined;
  const call = async (given: Partial<Call>): Promise<Said> => {
    const whole: Call = {
      id: at.nextId(),
      asker: account,
      at: { platform: account.platform, space: account.space, channel: at.channel },
      ...(at.locale !== undefined && { locale: at.locale }),
      said: { command: "webinar next" },
      options: {},
      ...given,
    };
    last = await bot().handle(whole);
    return toSaid(last);
  };
  const blocks = () => (last?.kind === "message" ? last.blocks : []);
  return {
    account,
    call,
    say(line) {
      const { command, options } = parseLine(bot().menu, line);
      return call({ said: { command }, options });
    },
    press(label) {
      const buttons = blocks().flatMap((block) => (block.block === "buttons" ? block.buttons : []));
      const button = buttons.find((one) => one.label === label);
      if (button === undefined)
        throw new Error(`no button “${label}” among ${buttons.map((one) => one.label).join(", ")}`);
      return call({ said: { press: button.press } });
    },
    choose(value) {
      const block = blocks().find((one) => one.block === "choice");
      if (block?.block !== "choice") throw new Error("nothing to choose from");
      return call({ said: { press: block.choice.press }, options: { [block.choice.option]: value } });
    },
    fillIn(values) {
      if (last?.kind !== "form") throw new Error("no form is open");
      const standing = Object.fromEntries(last.fields.map(({ option, value }) => [option, value ?? ""]));
      return call({ said: { press: last.press }, options: { ...standing, ...values } });
    },
    async suggest(line, option, typed) {
      const found = await bot().suggest(
        {
          id: "s",
          asker: account,
          at: { platform: account.platform, space: account.space, channel: at.channel },
          said: { command: line },
          options: { [option]: typed },
        },
        option,
      );
      return found.map(({ label }) => label);
    },
  };
};

/** The whole bot on a fresh database, with platforms in memory and a clock to turn. The record holds the 3rd webinar and the sample. */
export const openHouse = async (
  now: string,
  given: { readonly url?: string; readonly data?: string } = {},
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
    const dispatcher = createDispatcher({ store, clock, platforms, log });
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
