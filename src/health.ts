import { statfsSync } from "node:fs";
import type { Platform } from "./core/bot/platform.ts";
import type { ClockFault } from "./core/delivery/steady.ts";
import { platformNames } from "./core/network/place.ts";
import { sayCondition } from "./core/say/condition.ts";
import type { Store } from "./core/store/database.ts";
import { sayFault } from "./core/store/fault.ts";
import { remember } from "./core/store/memory.ts";
import { wordsIn } from "./core/words/words.ts";
import type { Pulse } from "./pulse.ts";

const isoAt = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();
/** How it stands with a platform, and what to do. */
export const sentenceOf = ({ name, condition }: Platform): string =>
  sayCondition(wordsIn("en"), platformNames[name], { now: condition(), at: isoAt }).join(" ");

/** One thing that can be wrong. `says`: what is wrong and what to do, or that it is fine. */
interface Check {
  readonly well: boolean;
  readonly says: string;
}
const fine = (says: string): Check => ({ well: true, says });
const bad = (says: string): Check => ({ well: false, says });

/** Twelve beats of the heartbeat. */
const QUIET_MS = 120_000;
/** delivery.md, F22: health is red after the event loop stood still so long. */
const BLOCKED_MS = 5_000;
/** Less than this and SQLite's next checkpoint may not fit. */
const LEAST_MIB = 64;
const MIB = 1_048_576;
/** The database is tried no more often than this: it is written to. */
const AGAIN_MS = 2_000;

const seconds = (ms: number): number => Math.round(ms / 1_000);

const CLOCK: Readonly<Record<ClockFault, string>> = {
  unknown:
    "The clock of this machine jumped, and no platform could be asked what time it is: nothing is posted until one answers.",
  wrong:
    "The clock of this machine is wrong. Posts go out by the platforms' time; set the clock right, by the network's time if you can (timedatectl set-ntp true).",
};

const checkSchedule = ({
  pulse,
  clockFault,
}: Pick<Examined, "pulse" | "clockFault">): Check & { readonly live: boolean } => {
  const [quiet, blocked] = [pulse.quietMs(), pulse.blockedMs()];
  if (quiet > QUIET_MS)
    return {
      live: false,
      ...bad(
        `The schedule was not looked at for ${seconds(quiet)} s, so nothing is posted. Start Rostrum again; the log says more.`,
      ),
    };
  if (blocked > BLOCKED_MS)
    return {
      live: true,
      ...bad(
        `Rostrum stood still for ${seconds(blocked)} s within the last minute. If this comes again, the machine is too busy or short of memory.`,
      ),
    };
  const fault = clockFault();
  if (fault !== undefined) return { live: true, ...bad(CLOCK[fault]) };
  return { live: true, ...fine("The schedule is looked at every few seconds.") };
};

/** Something is written: that it can be read says nothing of a full disk. */
const checkStore = async (store: Store, now: number): Promise<Check> => {
  try {
    await store.transact((trx) => remember(trx, "probe", String(now)));
    return fine("The database can be read and written.");
  } catch (error) {
    return bad(sayFault(error) ?? "The database cannot be written; the log says why. Posts wait until it can.");
  }
};

const checkDisk = (folder: string | undefined): Check => {
  if (folder === undefined) return fine("The database is on another machine, or elsewhere.");
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = Math.floor((bavail * bsize) / MIB);
    return free < LEAST_MIB
      ? bad(`Only ${free} MiB are free where the database is. Make room: without it nothing can be kept or posted.`)
      : fine(`${free} MiB are free where the database is.`);
  } catch {
    return bad("The folder of the database cannot be looked at. Is it still there?");
  }
};

export interface Examined {
  readonly version: string;
  readonly pulse: Pulse;
  readonly now: () => number;
  /** Where the databases are; `undefined` for one elsewhere. */
  readonly folder: string | undefined;
  readonly platforms: () => readonly Platform[];
  readonly stores: () => readonly Store[];
  readonly clockFault: () => ClockFault | undefined;
  /** Whether the record has been read. */
  readonly isRead: () => boolean;
}

const examine = ({ version, pulse, clockFault, folder, platforms, isRead }: Examined, stored: readonly Check[]) => {
  const all = platforms();
  const states = all.map((platform) => platform.state());
  const database = stored.find(({ well }) => !well) ?? stored[0] ?? bad("The database is not open yet.");
  const record = isRead() ? fine("The record is read.") : bad("The record is being read.");
  const { live, ...schedule } = checkSchedule({ pulse, clockFault });
  const disk = checkDisk(folder);
  const checks = { database, record, schedule, disk };
  const isConnected = all.length > 0 && states.every((state) => state === "connected");
  return {
    version,
    /** `false`: something stands still until a person does something. */
    well: live && database.well && disk.well && !states.includes("stopped"),
    live,
    ready: live && isConnected && Object.values(checks).every(({ well }) => well),
    because: [
      ...Object.values(checks).flatMap(({ well, says }) => (well ? [] : [says])),
      ...all.filter((platform) => platform.state() !== "connected").map(sentenceOf),
      ...(all.length === 0 ? ["The platforms are being loaded."] : []),
    ],
    checks,
    platforms: Object.fromEntries(
      all.map((platform) => {
        const { state, since } = platform.condition();
        return [platform.name, { state, since: isoAt(since), says: sentenceOf(platform) }];
      }),
    ),
  };
};

export type Health = ReturnType<typeof examine>;

/** What GET /health answers, asked as often as anybody likes. */
export const createHealth = (given: Examined): (() => Promise<Health>) => {
  let last: { readonly at: number; readonly stored: Promise<readonly Check[]> } | undefined;
  return async () => {
    const at = given.now();
    if (last === undefined || Math.abs(at - last.at) > AGAIN_MS)
      last = { at, stored: Promise.all(given.stores().map((store) => checkStore(store, at))) };
    return examine(given, await last.stored);
  };
};
