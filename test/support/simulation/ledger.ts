import type { Address, PlatformName } from "../../../src/core/bot/call.ts";
import { PlatformError } from "../../../src/core/bot/errors.ts";
import type { Frozen, Platform, Post } from "../../../src/core/bot/platform.ts";
import type { Dice, SimulatedTime } from "./time.ts";

/** What one platform has, whoever asks. Durations in milliseconds, of delivery.md. */

/** Our own abort (T_req); how late a request that was given up may still take effect (D_max); how late history may show it (L_max). */
const ABORT_MS = 10_000;
const EFFECT_MS = 20_000;
const LAG_MS = 10_000;

export interface Entry {
  readonly id: string;
  readonly to: Address;
  readonly message: string;
  /** When it took effect, and from when on history shows it. */
  readonly at: number;
  readonly shownAt: number;
  body: string;
  removed: boolean;
}

/** What became of a request, or what is answered without one. */
const troubles = [
  "slow",
  "delayed",
  "request lost",
  "answer lost",
  "5xx before",
  "5xx after",
  "limited",
  "limited long",
  "limited without a time",
  "refused by the place",
  "token refused",
  "the content is refused",
  "unreachable",
] as const;
export type Trouble = (typeof troubles)[number];
const unread = ["reading fails", "reading is limited", "reading hangs", "it may not read"] as const;

export interface Surroundings {
  readonly time: SimulatedTime;
  readonly dice: Dice;
  /** How likely trouble is at this moment. */
  readonly roughness: () => number;
  /** Counts what happened, so that a test can tell that it did. */
  readonly note: (what: string) => void;
  /** The one thing that goes wrong with requests to post. */
  readonly trouble?: Trouble;
}

export interface Ledger {
  readonly entries: Entry[];
  /** Every request to post, whatever came of it. */
  readonly asked: (Frozen & { readonly at: number })[];
  /** Who is told of what was posted. */
  readonly echoes: Set<(id: string, post: Post) => void>;
  /** What one instance sees of the platform; `awake` holds back what it may not do while it stands still. */
  readonly seenBy: (
    awake: () => Promise<void>,
    state: () => "connected" | "connecting",
  ) => Pick<Platform, "post" | "find" | "edit" | "remove" | "state">;
}

const ambiguous = (cause: string): PlatformError => new PlatformError("ambiguous", cause);

export const createLedger = (name: PlatformName, { time, dice, roughness, note, trouble }: Surroundings): Ledger => {
  const entries: Entry[] = [];
  const asked: Ledger["asked"] = [];
  const echoes: Ledger["echoes"] = new Set();
  const put = ({ id, to, body }: Frozen): Post => {
    const [at, message] = [time.now(), `${name}-${entries.length}`];
    entries.push({ id, to, message, at, shownAt: at + dice.between(0, LAG_MS), body, removed: false });
    const post = { at: to, message };
    if (dice.chance(0.5))
      for (const hear of echoes)
        time.at(at + dice.between(0, 5_000), () => {
          note("its echo");
          hear(id, post);
        });
    return post;
  };
  const draw = <T extends string>(from: readonly T[]): T | undefined => {
    if (!dice.chance(roughness())) return undefined;
    const drawn = from[dice.between(0, from.length)];
    if (drawn !== undefined) note(drawn);
    return drawn;
  };
  const takeEffect = async (frozen: Frozen, after: number): Promise<Post> => {
    await time.sleep(after);
    return put(frozen);
  };

  /** One request, to its end or until it is given up. */
  const request = async (frozen: Frozen, drawn: Trouble | undefined): Promise<Post> => {
    const travel = dice.between(20, 300);
    if (drawn === "unreachable") throw new PlatformError("wait", "ECONNREFUSED");
    if (drawn === "delayed") {
      void takeEffect(frozen, dice.between(ABORT_MS, EFFECT_MS));
      await time.sleep(ABORT_MS);
      throw ambiguous("timeout");
    }
    if (drawn === "slow") return takeEffect(frozen, dice.between(1_000, ABORT_MS));
    if (drawn === undefined) return takeEffect(frozen, travel);
    await time.sleep(travel);
    if (drawn === "request lost") await time.sleep(dice.between(0, ABORT_MS - travel));
    if (drawn === "answer lost" || drawn === "5xx after") put(frozen);
    if (drawn === "answer lost") await time.sleep(dice.between(0, ABORT_MS - travel));
    if (drawn === "limited") throw new PlatformError("wait", "429", dice.between(0, 5_000));
    if (drawn === "limited long") throw new PlatformError("wait", "429", 3_600_000);
    if (drawn === "limited without a time") throw new PlatformError("wait", "429");
    if (drawn === "refused by the place") throw new PlatformError("place", "50013");
    if (drawn === "the content is refused") throw new PlatformError("content", "200000");
    if (drawn === "token refused") throw new PlatformError("stop", "401");
    throw ambiguous(drawn);
  };

  const read = async (id: string, to: Address): Promise<Post | undefined> => {
    const failure = draw(unread);
    await time.sleep(failure === "reading hangs" ? ABORT_MS : dice.between(20, 500));
    if (failure === "reading is limited") throw new PlatformError("wait", "429", dice.between(0, 60_000));
    if (failure === "it may not read") throw new PlatformError("place", "history");
    if (failure !== undefined) throw new PlatformError("wait", failure);
    const found = entries.find(
      (one) => one.id === id && one.to.channel === to.channel && one.shownAt <= time.now() && !one.removed,
    );
    return found && { at: to, message: found.message };
  };

  /** An edit is idempotent, so whatever goes wrong with it is `wait`. */
  const change = async (post: Post, apply: (entry: Entry) => void): Promise<void> => {
    const failure = draw(["edit lost", "edit's answer lost"]);
    await time.sleep(dice.between(20, 300));
    const entry = entries.find(({ message }) => message === post.message);
    if (entry === undefined || entry.removed) throw new PlatformError("content", "gone");
    if (failure !== "edit lost") apply(entry);
    if (failure !== undefined) throw new PlatformError("wait", failure);
  };

  return {
    entries,
    asked,
    echoes,
    seenBy: (awake, state) => ({
      state,
      async post(frozen) {
        asked.push({ ...frozen, at: time.now() });
        const end = request(frozen, draw(trouble === undefined ? troubles : [trouble]));
        // The platform goes on while whoever asked stands still.
        end.catch(() => undefined);
        const settled = await end.then(
          (post) => ({ post }),
          (error: unknown) => ({ error }),
        );
        await awake();
        if ("error" in settled) throw settled.error;
        return settled.post;
      },
      async find({ id, to }) {
        const found = await read(id, to);
        await awake();
        return found;
      },
      async edit(post, { message }) {
        await change(post, (entry) => {
          entry.body = JSON.stringify(message);
        });
        await awake();
      },
      async remove(post) {
        await change(post, (entry) => {
          entry.removed = true;
        }).catch((error: unknown) => {
          if (!(error instanceof PlatformError && error.cause === "gone")) throw error;
        });
        await awake();
      },
    }),
  };
};
