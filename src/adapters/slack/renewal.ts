import { setTimeout as pause } from "node:timers/promises";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import type { Kept, Vault } from "../../core/vault.ts";
import { fromWord, type Installation, isUnder, toWord, withToken } from "./installation.ts";
import type { Oauth } from "./oauth.ts";

/**
 * Token rotation: a token lives for 12 h, and its successor is made of a refresh token that works once. Two that refresh at
 * the same time leave one of them with a dead token (node-slack-sdk#2504), so one does, of all processes.
 */

/** Renewed when less is left; Bolt does the same. */
const SPARE_MS = 2 * 3_600_000;
/** So long nobody else tries: longer than a refresh takes, and a pause after one that failed. */
const CLAIM_MS = 30_000;
/** How often workspaces that nobody uses are looked at. */
const LOOK_MS = 600_000;
/** Somebody else is renewing a token that has ended: looked at again so often, so long. */
const WAIT_MS = 100;
const WAITS = 30;
const KEEP_TRIES = 5;

interface Given {
  readonly vault: Vault;
  readonly oauth: Pick<Oauth, "refresh">;
  readonly clock: Clock;
  readonly log: Log;
  /** Slack refuses to renew: the workspace has to install again. */
  readonly lost: (key: string) => Promise<void>;
}

/** What was refreshed is kept before anybody uses it: the old refresh token is worth nothing any more. */
const keepHard = async (vault: Vault, kept: Kept, word: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await vault.exchange(kept, word);
      return;
    } catch (error) {
      if (tries === KEEP_TRIES) throw error;
      await pause(WAIT_MS * tries);
    }
  }
};

/** One renewal, from the look at what is kept to what is kept then. */
const createRefresh = ({ vault, oauth, clock, log, lost }: Given) => {
  /** Stamps of what Slack will never renew. */
  const refused = new Set<string>();
  /** What Slack gave and the store would not take yet: worth more than anything that is kept. */
  const owed = new Map<string, { readonly kept: Kept; readonly word: string }>();
  const now = (): number => clock.now().epochMilliseconds;
  const left = ({ endsAt }: Installation): number => (endsAt ?? Number.POSITIVE_INFINITY) - now();

  const read = async (key: string): Promise<{ kept: Kept; installation: Installation } | undefined> => {
    const kept = await vault.read(key);
    const installation = kept && fromWord(kept);
    return kept === undefined || installation === undefined || isUnder(installation)
      ? undefined
      : { kept, installation };
  };

  const pay = async (key: string): Promise<void> => {
    const due = owed.get(key);
    if (due === undefined) return;
    await keepHard(vault, due.kept, due.word);
    owed.delete(key);
  };

  const refresh = async (key: string, spareMs: number): Promise<void> => {
    await pay(key);
    const found = await read(key);
    if (found === undefined) return;
    const { kept, installation } = found;
    if (installation.refresh === undefined || left(installation) >= spareMs || refused.has(kept.stamp)) return;
    if (!(await vault.claim(kept, CLAIM_MS))) return;
    try {
      const token = await oauth.refresh(installation.refresh);
      owed.set(key, { kept, word: toWord(withToken(installation, token, now())) });
      await pay(key);
    } catch (error) {
      const cause = error instanceof PlatformError ? String(error.cause) : "the store failed";
      log.warn({ cause }, "A workspace's token on Slack could not be renewed");
      if (!(error instanceof PlatformError) || error.fault === "wait") return;
      refused.add(kept.stamp);
      await lost(key);
    }
  };

  return { read, left, refresh, isRefused: ({ stamp }: Kept): boolean => refused.has(stamp) };
};

export const createRenewal = (given: Given) => {
  const { vault, clock, log } = given;
  const { read, left, refresh, isRefused } = createRefresh(given);
  const running = new Map<string, Promise<void>>();
  let unwake = (): void => undefined;

  /** One at a time for each; who asks meanwhile gets the same end. */
  const renew = (key: string, spareMs: number): Promise<void> => {
    const mine = running.get(key) ?? refresh(key, spareMs).finally(() => running.delete(key));
    running.set(key, mine);
    return mine;
  };

  /** What has ended is of no use: waits until it is renewed, by us or by another process. */
  const ended = async (key: string): Promise<Installation | undefined> => {
    for (let waits = 0; waits < WAITS; waits++) {
      await renew(key, SPARE_MS);
      const found = await read(key);
      if (found === undefined || left(found.installation) > 0) return found?.installation;
      if (isRefused(found.kept)) return undefined;
      await pause(WAIT_MS);
    }
    throw new PlatformError("wait", "token not renewed", CLAIM_MS);
  };

  const look = async (): Promise<void> => {
    for (const { key } of await vault.list()) await renew(key, SPARE_MS);
  };
  const beat = (): void => {
    unwake = clock.wake(clock.now().add({ milliseconds: LOOK_MS }), () => {
      beat();
      look().catch((error: unknown) => log.error({ err: error }, "tokens on Slack could not be looked at"));
    });
  };

  return {
    /** The installation with a token that works now. One that ends soon is renewed meanwhile, nobody waits for it. */
    async current(key: string, installation: Installation): Promise<Installation | undefined> {
      const rest = left(installation);
      if (rest <= 0) return ended(key);
      if (rest < SPARE_MS)
        renew(key, SPARE_MS).catch((error: unknown) => log.error({ err: error }, "a token could not be renewed"));
      return installation;
    },
    /** Slack says that it has ended, whatever the clock says. */
    renew: (key: string) => renew(key, Number.POSITIVE_INFINITY),
    start: async (): Promise<void> => {
      unwake();
      beat();
      await look();
    },
    stop: (): void => unwake(),
  };
};
export type Renewal = ReturnType<typeof createRenewal>;
