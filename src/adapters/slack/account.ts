import type { webApi } from "@slack/bolt";
import type { Account, Right } from "../../core/bot/call.ts";
import type { Log } from "../../core/log.ts";
import { NOBODY, toAskingFault, wordOf } from "./fault.ts";

/** How long an answer of users.info is believed: a right taken away counts from then on at the latest. */
const FRESH_MS = 60_000;
/** People asked about within a minute; beyond it the cache starts anew. */
const PEOPLE = 1000;

export interface Asker {
  readonly account: Account;
  readonly locale?: string;
}

/** Who typed, as the envelope says it: the user and the workspaces that it names (where it happened, where the user is at home). */
export interface Typist {
  readonly user: string;
  readonly teams: readonly (string | undefined)[];
  /** Asked afresh: what is done with it needs a right, or changes something. A look-up is answered from what is known. */
  readonly fresh: boolean;
}

type User = NonNullable<webApi.UsersInfoResponse["user"]>;

/** Somebody whose account is closed is no member any more. */
const isGuest = (user: User, space: string): boolean =>
  Boolean(user.is_restricted || user.is_ultra_restricted || user.is_stranger || user.deleted) ||
  (user.team_id !== undefined && user.team_id !== space && !user.teams?.includes(space));

const rightsOf = (user: User, guest: boolean): readonly Right[] => {
  if (user.deleted || user.is_bot) return [];
  const administers = user.is_admin || user.is_owner || user.is_primary_owner;
  if (!guest && administers) return ["administer", "manage-events", "manage-messages", "post"];
  return guest ? [] : ["post"];
};

export const toAsker = (
  user: User,
  { id, space, groups }: { id: string; space: string; groups: readonly string[] },
): Asker => {
  const guest = isGuest(user, space);
  const name = user.profile?.display_name || user.real_name || user.name || id;
  return {
    account: {
      platform: "slack",
      space,
      user: id,
      name,
      rights: rightsOf(user, guest),
      groups,
      guest,
      ...(user.tz && { zone: user.tz }),
    },
    ...(user.locale && { locale: user.locale }),
  };
};

type Groups = ReadonlyMap<string, readonly string[]>;

/** An organisation's token is one for all its workspaces: of these methods usergroups.list alone asks which is meant, and minds no other token. */
export const inTeam = (space: string) => ({ team_id: space });

/**
 * Group id → its members; for look-ups asked at most once a minute for everybody together. Slack allows twenty a minute
 * (Tier 2): beyond that what is known counts for its minute. A free workspace has no user groups (paid_teams_only), and an
 * app installed before this scope may not ask: nobody is in a group then.
 */
const createGroups = ({
  client,
  space,
  log,
}: {
  client: webApi.WebClient;
  space: string;
  log: Log;
}): ((fresh: boolean) => Promise<Groups>) => {
  let asked: { readonly at: number; readonly groups: Promise<Groups> } | undefined;
  const ask = async (known: Promise<Groups> | undefined): Promise<Groups> => {
    try {
      const { usergroups = [] } = await client.usergroups.list({ ...inTeam(space), include_users: true });
      return new Map(usergroups.flatMap(({ id, users = [] }) => (id === undefined ? [] : [[id, users]])));
    } catch (error) {
      log.debug({ word: wordOf(error) }, "Slack's user groups cannot be read");
      return toAskingFault(error).cause === "ratelimited" && known !== undefined ? known : new Map();
    }
  };
  return async (fresh) => {
    const known = asked !== undefined && performance.now() - asked.at < FRESH_MS ? asked : undefined;
    if (known !== undefined && !fresh) return known.groups;
    const groups = ask(known?.groups);
    const mine = { at: performance.now(), groups };
    asked = mine;
    // What was not answered anew is no younger than it was.
    if (known !== undefined && (await groups) === (await known.groups) && asked === mine) asked = known;
    return groups;
  };
};

interface Known {
  readonly at: number;
  readonly asker: Promise<Asker>;
}

/**
 * Who somebody is, from users.info; one request at a time for each person. When Slack does not say, it is somebody
 * without any rights, and a guest if the envelope names another workspace. Slack allows a hundred a minute (Tier 4):
 * beyond that what is known counts for its minute.
 */
export const createAskers = (given: { client: webApi.WebClient; space: string; log: Log }) => {
  const all = new Map<string, Known>();
  const groupsNow = createGroups(given);
  const ask = async (
    id: string,
    { isFresh, known }: { isFresh: boolean; known: Known | undefined },
  ): Promise<Asker> => {
    try {
      const [{ user }, every] = await Promise.all([
        given.client.users.info({ user: id, include_locale: true }),
        groupsNow(isFresh),
      ]);
      const groups = [...every].filter(([, members]) => members.includes(id)).map(([group]) => group);
      return toAsker(user ?? {}, { id, space: given.space, groups });
    } catch (error) {
      if (known !== undefined && toAskingFault(error).cause === "ratelimited") return known.asker;
      throw error;
    }
  };
  const look = async (user: string, isFresh: boolean): Promise<Asker> => {
    const entry = all.get(user);
    const known = entry !== undefined && performance.now() - entry.at < FRESH_MS ? entry : undefined;
    if (known !== undefined && !isFresh) return known.asker;
    const mine = { at: performance.now(), asker: ask(user, { isFresh, known }) };
    if (all.size >= PEOPLE) all.clear();
    all.set(user, mine);
    try {
      const found = await mine.asker;
      // What was not answered anew is no younger than it was.
      if (known !== undefined && found === (await known.asker) && all.get(user) === mine) all.set(user, known);
      return found;
    } catch (error) {
      if (all.get(user) === mine) all.delete(user);
      throw error;
    }
  };
  return async ({ user, teams, fresh }: Typist): Promise<Asker> => {
    const outside = teams.some((team) => team !== undefined && team !== given.space);
    try {
      const found = await look(user, fresh);
      return outside ? { ...found, account: { ...found.account, guest: true, rights: [] } } : found;
    } catch (error) {
      given.log.warn({ word: wordOf(error) }, "Slack did not say who is asking; taken for somebody without rights");
      // Who cannot be seen from here is somebody else's guest, or was closed.
      const isOutside = outside || NOBODY.includes(wordOf(error));
      const nobody: Account = { platform: "slack", space: given.space, user, name: user, rights: [], groups: [] };
      return { account: isOutside ? { ...nobody, guest: true } : nobody };
    }
  };
};
