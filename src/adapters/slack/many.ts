import type { Condition } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { News } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import type { Vault } from "../../core/vault.ts";
import type { Identity, Refusal } from "./client.ts";
import { fromWord, type Installation, isUnder, toWord, withToken } from "./installation.ts";
import type { Granted } from "./oauth.ts";
import type { Renewal } from "./renewal.ts";
import type { End, Envelope, Tenancy } from "./tenancy.ts";

/** Several workspaces: those that installed the app, from the vault, and the one of the environment's token, if there is one. */

interface Given {
  readonly vault: Vault;
  readonly renewal: Pick<Renewal, "current" | "renew" | "start" | "stop">;
  readonly clock: Clock;
  readonly log: Log;
  /** Whose token it is. Rejects with PlatformError. */
  readonly identify: (token: string) => Promise<Identity>;
  readonly botToken: string | undefined;
  /** The app's, where it is known beforehand. */
  readonly appId: string | undefined;
  readonly tell: (news: News) => Promise<void>;
  /** How many workspaces have lost us has changed. */
  readonly changed: () => void;
}

export interface Many extends Tenancy {
  /** Takes a workspace in. Rejects with PlatformError: `content` "another app" when the yes was given to somebody else. */
  admit(granted: Granted): Promise<void>;
  /** The renewal was refused for good: the workspace has to install again, whatever its token is still worth. */
  lose(key: string): Promise<void>;
  /** Why a workspace is not served; `undefined` when it is. */
  trouble(space: string): Promise<Pick<Condition, "since" | "why"> | undefined>;
  /** Whether some that were here are not any more; whether there was none yet. */
  isAnyLost(): boolean;
  isAlone(): boolean;
}

interface Found {
  readonly key: string;
  readonly installation: Installation;
}

const identityIn = (team: string, { name, bot, user, handle, url }: Installation): Identity => ({
  team,
  name,
  bot,
  user,
  handle,
  ...(url !== undefined && { url }),
});

/** What is in the vault, and the environment's own workspace where the vault has none. */
const createShelf = ({ vault }: Pick<Given, "vault">) => {
  let own: Found | undefined;
  const read = async (key: string) => {
    const kept = await vault.read(key);
    return kept && fromWord(kept);
  };
  const all = async () => (await vault.list()).map((kept) => ({ key: kept.key, entry: fromWord(kept) }));
  return {
    all,
    setOwn: (given: Found | undefined) => {
      own = given;
    },
    own: () => own,
    /** By the key of an installation. */
    installed: async (key: string): Promise<Installation | undefined> => {
      const entry = await read(key);
      return entry === undefined || isUnder(entry) ? undefined : entry;
    },
    /** What a workspace is served by. */
    async serving(space: string): Promise<Found | undefined> {
      const entry = await read(space);
      if (entry === undefined) return own?.key === space ? own : undefined;
      if (!isUnder(entry)) return { key: space, installation: entry };
      const org = await read(entry.under);
      return org === undefined || isUnder(org) ? undefined : { key: entry.under, installation: org };
    },
    /** The workspaces that an installation serves, as far as they were heard of. */
    servedBy: async (key: string): Promise<readonly string[]> => [
      key,
      ...(await all()).flatMap((one) =>
        one.entry !== undefined && isUnder(one.entry) && one.entry.under === key ? [one.key] : [],
      ),
    ],
  };
};

type Shelf = ReturnType<typeof createShelf>;

/** Installations that are of no use any more, until they are made anew; with the token that was refused, if one was. */
const createLosses = (shelf: Shelf, { clock, log, tell, changed }: Given) => {
  const lost = new Map<string, { readonly since: number; readonly token?: string }>();
  const note = (key: string, token?: string): void => {
    lost.set(key, { since: clock.now().epochMilliseconds, ...(token !== undefined && { token }) });
    changed();
  };
  const forget = (key: string): void => {
    lost.delete(key);
    changed();
  };
  /** How an installation was lost, unless it was made anew since, by whichever process. */
  const goneOf = ({ key, installation }: Found) => {
    const gone = lost.get(key);
    if (gone === undefined || installation.madeAt <= gone.since) return gone;
    forget(key);
    return undefined;
  };
  return {
    note,
    goneOf,
    at: (space: string) => lost.get(space),
    isAny: (): boolean => lost.size > 0,
    isRefused: (found: Found): boolean => goneOf(found)?.token === found.installation.token,
    async lose(key: string, token?: string): Promise<void> {
      note(key, token);
      log.warn({}, "A workspace on Slack has to install Rostrum again");
      for (const space of await shelf.servedBy(key))
        await tell({ heard: "stopped", platform: "slack", space, why: "install" });
    },
    forget,
  };
};
type Losses = ReturnType<typeof createLosses>;

/** Nothing has left yet: when the store fails it is looked at again. */
const surely = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw error instanceof PlatformError ? error : new PlatformError("wait", "our own store", 1000);
  }
};

/** What each workspace is served by, and what becomes of it when Slack refuses. */
const createServing = (
  given: Given,
  { shelf, losses }: { shelf: Shelf; losses: Losses },
): Omit<Tenancy, "start" | "stop" | "end"> => {
  const { vault, renewal, log, tell } = given;
  const usable = async (space: string): Promise<Found | undefined> => {
    const found = await shelf.serving(space);
    return found === undefined || losses.isRefused(found) ? undefined : found;
  };
  /** A workspace of an organisation that installed us for all: remembered, so that posts find the way. */
  const settle = async ({ teams: [team], enterprise, name }: Envelope): Promise<Identity | undefined> => {
    if (team === undefined || enterprise === undefined) return undefined;
    const installation = await shelf.installed(enterprise);
    if (installation?.org !== true || losses.isRefused({ key: enterprise, installation })) return undefined;
    await vault.keep(team, toWord({ under: enterprise }));
    await tell({ heard: "space", platform: "slack", space: team, name: name ?? installation.name, connected: false });
    return identityIn(team, installation);
  };
  const refuse = async (space: string, { token, word }: Refusal): Promise<void> => {
    const found = await shelf.serving(space);
    // Renewed or removed meanwhile.
    if (found === undefined || found.installation.token !== token || losses.isRefused(found)) return;
    if (word === "token_expired" && found.installation.refresh !== undefined) return renewal.renew(found.key);
    await losses.lose(found.key, token);
  };
  return {
    async find(envelope) {
      for (const team of envelope.teams) {
        const found = await usable(team);
        if (found !== undefined) return identityIn(team, found.installation);
      }
      return settle(envelope);
    },
    of: (space) =>
      surely(async () => {
        const found = await usable(space);
        return found && identityIn(space, found.installation);
      }),
    tokenOf: (space) =>
      surely(async () => {
        const found = await usable(space);
        return found && (await renewal.current(found.key, found.installation))?.token;
      }),
    refuse: (space, refusal) => {
      refuse(space, refusal).catch((error: unknown) => log.error({ err: error }, "a refusal could not be noted"));
    },
  };
};

/** The environment's own workspace. When its token is refused the others go on. */
const takeOwn = async (
  { botToken: token, identify, tell, log }: Given,
  { shelf, losses }: { shelf: Shelf; losses: Losses },
) => {
  if (token === undefined) return;
  try {
    const { team: key, ...rest } = await identify(token);
    shelf.setOwn({ key, installation: { ...rest, token, madeAt: 0 } });
    await tell({ heard: "space", platform: "slack", space: key, name: rest.name, connected: true });
  } catch (error) {
    if (!(error instanceof PlatformError) || error.fault !== "stop") throw error;
    losses.note("");
    log.error({ cause: error.cause }, "Slack does not accept SLACK_BOT_TOKEN: its workspace is not served");
  }
};

/** Takes an installation away, when Slack's word is about it and not about one that was there before. */
const createEnd = (given: Given, { shelf, losses }: { shelf: Shelf; losses: Losses }): Tenancy["end"] => {
  /** Slack tells again what it told before the workspace installed us anew: the token that works says so. */
  const isOld = async ({ madeAt, token }: Installation, { at }: End): Promise<boolean> => {
    if (at + 1000 > madeAt) return false;
    return given.identify(token).then(
      () => true,
      () => false,
    );
  };
  return async ({ teams: [team], enterprise, org }, end) => {
    const key = org ? enterprise : team;
    if (key === undefined) return;
    const own = shelf.own();
    const installation = (await shelf.installed(key)) ?? (own?.key === key ? own.installation : undefined);
    const { bots } = end;
    const isOurs =
      bots === undefined || (installation === undefined ? bots.length > 0 : bots.includes(installation.user));
    if (!isOurs || (installation !== undefined && (await isOld(installation, end)))) return;
    if (own?.key === key) shelf.setOwn(undefined);
    if ((await given.vault.remove(key)) || own?.key === key) await losses.lose(key);
  };
};

export const createMany = (given: Given): Many => {
  const { vault, renewal, clock, log, tell } = given;
  const shelf = createShelf(given);
  const losses = createLosses(shelf, given);
  const now = (): number => clock.now().epochMilliseconds;
  const since = now();
  let alone = true;
  return {
    ...createServing(given, { shelf, losses }),
    async start() {
      await takeOwn(given, { shelf, losses });
      const all = await shelf.all();
      alone = all.length === 0 && shelf.own() === undefined;
      const closed = all.filter(({ entry }) => entry === undefined);
      for (const { key } of closed) losses.note(key);
      if (closed.length > 0)
        log.error(
          { workspaces: closed.length },
          "Workspaces' tokens cannot be opened: SLACK_CLIENT_SECRET is another one than when they installed Rostrum. Put the old one back, or have them install again",
        );
      await renewal.start();
    },
    stop: renewal.stop,
    end: createEnd(given, { shelf, losses }),
    async admit(granted) {
      const known = (await shelf.all()).flatMap(({ entry }) => (entry && !isUnder(entry) ? (entry.app ?? []) : []));
      const expected = given.appId ?? known[0];
      if (expected !== undefined && expected !== granted.app) throw new PlatformError("content", "another app");
      const { team, bot, user, handle, url } = await given.identify(granted.token);
      if (user !== granted.user || (!granted.org && team !== granted.key))
        throw new PlatformError("content", "another app");
      const { key, org, name, app } = granted;
      const made = { name, app, bot, user, handle, madeAt: now(), ...(org ? { org: true as const } : url && { url }) };
      await vault.keep(key, toWord(withToken(made, granted, now())));
      alone = false;
      losses.forget(key);
      if (!org) await tell({ heard: "space", platform: "slack", space: key, name, connected: false });
    },
    lose: (key) => losses.lose(key),
    async trouble(space) {
      const found = await shelf.serving(space);
      const gone = found === undefined ? (losses.at(space) ?? { since }) : losses.goneOf(found);
      return gone && { since: gone.since, why: "install" };
    },
    isAnyLost: losses.isAny,
    isAlone: () => alone,
  };
};
