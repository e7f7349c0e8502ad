import { sql } from "kysely";
import { commands } from "../../../src/commands/commands.ts";
import { createBot } from "../../../src/core/bot/bot.ts";
import type { PlatformName } from "../../../src/core/bot/call.ts";
import { press, toOpenPress } from "../../../src/core/bot/press.ts";
import type { Log } from "../../../src/core/log.ts";
import { giveRank } from "../../../src/core/store/accounts.ts";
import { openStore, type Store } from "../../../src/core/store/database.ts";
import { furnish } from "../house.ts";
import { createSomebody, type Somebody } from "../somebody.ts";
import { type Bent, createInstance, type Instance } from "./instance.ts";
import { breachesIn } from "./invariants.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createDice, createTime, type Dice, type SimulatedTime } from "./time.ts";

/** What one world came to. `breaches`: what must not be; `happened`: how often what, faults and moves of deliveries alike. */
export interface Outcome {
  readonly breaches: readonly string[];
  readonly happened: ReadonlyMap<string, number>;
  readonly story: readonly string[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const START = Date.parse("2026-11-24T08:00:00Z");
const DUE = Date.parse("2026-11-24T09:00:00Z");
/** It goes wrong from a minute before until then; what a platform asked to wait an hour, and what a person settles, comes after. */
const CALM = DUE + 20 * MINUTE;
const LOOKS = [60, 120, 180, 240].map((minutes) => CALM + minutes * MINUTE);
const END = CALM + 300 * MINUTE;

/** The database keeps account of every move itself. */
const watch = (store: Store): Promise<void> =>
  store.transact(async (trx) => {
    await sql`create table moves (id text, before text, after text)`.execute(trx);
    await sql`create trigger moved after update on deliveries when old.state <> new.state or new.epoch < old.epoch
      begin insert into moves values (new.id, old.state, case when new.epoch < old.epoch then 'an older epoch' else new.state end); end`.execute(
      trx,
    );
  });

interface Scene {
  readonly time: SimulatedTime;
  readonly dice: Dice;
  readonly store: Store;
  readonly ledgers: ReadonlyMap<PlatformName, Ledger>;
  readonly instances: Instance[];
  readonly tell: (what: string) => void;
}

/** Processes are born, stand still and die; one that died has a successor. */
const disturb = ({ time, dice, instances, tell }: Scene, born: () => Instance): void => {
  const most = instances.length;
  const look = (): void => {
    for (const [n, instance] of instances.entries()) {
      if (instance.isAlive()) continue;
      tell("a successor");
      instances[n] = born();
    }
    if (time.now() < CALM && dice.chance(0.1)) {
      const instance = instances[dice.between(0, most)];
      const act = dice.pick(["kill", "stand", "disconnect", "misset"]);
      if (act === "kill") instance?.kill();
      if (act === "stand") instance?.stand(dice.between(1_000, 15 * MINUTE), dice.chance(0.5));
      if (act === "misset") instance?.misset(dice.pick([YEAR, -HOUR, 5 * MINUTE]), dice.between(1_000, 30 * MINUTE));
      if (act === "disconnect") instance?.disconnect(dice.pick(["discord", "slack"]), dice.between(1_000, 5 * MINUTE));
    }
    if (time.now() < END) time.at(time.now() + (time.now() < CALM ? 10_000 : 5 * MINUTE), look);
  };
  time.at(DUE - MINUTE, look);
};

/** What the organiser does with it, at any moment. */
const acts = ["nothing", "edit", "cancel", "withdraw", "snooze", "move", "call off"] as const;
export type Act = { readonly what: (typeof acts)[number]; readonly at: number; readonly done: boolean };

const change = async ({ time, tell }: Scene, oki: Somebody, what: Act["what"]): Promise<Act> => {
  const at = time.now();
  if (what === "nothing") return { what, at, done: true };
  const line = {
    edit: '/announce edit "Join us" text:"Join us at six"',
    cancel: '/announce cancel "Join us"',
    withdraw: '/announce withdraw "Join us"',
    snooze: '/announce snooze "Join us" when:"+30m"',
    move: '/manage webinar reschedule start:"2026-11-24 12:34 UTC" webinar:rivers',
    "call off": "/manage webinar cancel rivers",
  }[what];
  const said = await oki.say(line);
  const go = said.buttons.find((label) =>
    /^(Cancel “|Take it away everywhere|Move it|Cancel the webinar)/u.test(label),
  );
  const answer = go === undefined ? said : await oki.press(go);
  tell(`${what}: ${answer.text.split("\n")[0]}`);
  return { what, at, done: /It says now|is taken away|is moved|is cancelled/u.test(answer.text) };
};

/** Looks at what is unclear, and says truly whether it is there. */
const settle = async ({ store, ledgers, tell }: Scene, oki: Somebody): Promise<void> => {
  const held = await store.transact((trx) =>
    trx.selectFrom("deliveries").select(["id", "attempts"]).where("state", "=", "held").execute(),
  );
  for (const { id, attempts } of held) {
    const isThere = [...ledgers.values()].some(({ entries }) => entries.some((one) => one.id === id));
    tell(`a person says that it is ${isThere ? "" : "not "}there`);
    const options = { delivery: id, there: isThere ? "yes" : "no", attempt: String(attempts) };
    await oki.call({ said: { press: toOpenPress(press("announce settle", options)) } });
  }
};

/** Two announcements; where the webinar is to move or to be called off, the first counts from its start. */
const schedule = async (oki: Somebody, dice: Dice, what: Act["what"]): Promise<void> => {
  const withWebinar = what === "move" || what === "call off";
  if (withWebinar) {
    await oki.say('/manage webinar create title:Rivers start:"2026-11-24 10:00 UTC"');
    await oki.say("/manage webinar publish rivers");
    await oki.press("Publish");
  }
  const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const when = withWebinar ? 'when:"1h before" webinar:rivers' : `when:"${minute(DUE)}"`;
  await oki.say(`/announce schedule text:"Join us" ${when}`);
  await oki.press("Schedule");
  await oki.say(`/announce schedule text:"Read this" when:"${minute(DUE + dice.between(0, 5 * MINUTE))}"`);
  await oki.press("Schedule");
};

/** Keeps account of what happens, for the story and for counting. */
const createChronicle = (time: SimulatedTime) => {
  const happened = new Map<string, number>();
  const story: string[] = [];
  const note = (what: string): void => void happened.set(what, (happened.get(what) ?? 0) + 1);
  const tell = (what: string): void => {
    story.push(`${new Date(time.now()).toISOString().slice(11, 23)} ${what}`);
  };
  const line = (level: string) => (_: object, said: string) => tell(`${level}: ${said}`);
  const log: Log = { debug: line("debug"), info: line("info"), warn: line("warn"), error: line("error") };
  return {
    ...{ happened, story, note, tell, log },
    noted: (what: string): void => {
      note(what);
      tell(what);
    },
  };
};

/** The organiser, who is always awake and whose database never fails. */
const invite = async ({ time, store, ledgers, instances }: Scene, log: Log): Promise<Somebody> => {
  const clock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(time.now()),
    monotonicMs: time.now,
    wake: () => () => undefined,
    sleep: time.sleep,
  };
  const changed = (): void => void instances.find((one) => one.isAlive())?.dispatcher.tick();
  const bot = createBot({ ...{ commands, store, clock, log, changed }, platforms: new Map() });
  for (const ledger of ledgers.values()) ledger.echoes.add((id, post) => void bot.hear({ heard: "echo", id, post }));
  const who = {
    platform: "discord",
    space: "guild",
    user: "u-oki",
    name: "Oki",
    rights: ["post"],
    groups: [],
  } as const;
  await store.transact((trx) => giveRank(trx, who, { kind: "user", id: who.user, name: who.name, rank: "organiser" }));
  let calls = 0;
  return createSomebody(() => bot, who, { channel: "desk", locale: "en", nextId: () => `call-${++calls}` });
};

/** One story of two announcements in two places, from when they are scheduled until all has come to rest. */
export const live = async (seed: number, bent: Bent = {}): Promise<Outcome> => {
  const [time, dice] = [createTime(START), createDice(seed)];
  const { happened, story, note, noted, tell, log } = createChronicle(time);
  const rough = dice.pick([0.1, 0.4, 0.8]);
  const roughness = (): number => (time.now() >= DUE - MINUTE && time.now() < CALM ? rough : 0);
  const around = { time, dice, roughness, note: noted, ...bent };
  const store = await openStore(":memory:");
  const names: readonly PlatformName[] = ["discord", "slack"];
  const ledgers = new Map(names.map((name) => [name, createLedger(name, around)]));
  await store.transact(furnish);
  await watch(store);
  const alone = dice.chance(0.5);
  const born = (): Instance => createInstance({ ...around, store, alone, ledgers, log });
  const instances = alone ? [born()] : [born(), born()];
  const scene: Scene = { time, dice, store, ledgers, instances, tell };
  const oki = await invite(scene, log);
  let act: Act = { what: dice.pick(acts), at: 0, done: false };
  await schedule(oki, dice, act.what);
  disturb(scene, born);
  time.at(DUE + dice.between(-2 * MINUTE, 20 * MINUTE), () => {
    void change(scene, oki, act.what).then((done) => {
      act = done;
    });
  });
  for (const at of LOOKS) time.at(at, () => void settle(scene, oki));
  await time.run(END);
  const breaches = await breachesIn({ store, ledgers, act, note });
  await store.close();
  return { breaches, happened, story };
};
