import {
  type APIApplicationCommand,
  type APIApplicationCommandPermission,
  type APIGuildApplicationCommandPermissions,
  type APIGuildMember,
  type APIRole,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { Entry } from "../../core/bot/entry.ts";
import type { Holder, Unseen } from "../../core/bot/platform.ts";
import { isAtLeast } from "../../core/network/rank.ts";
import { toAskingError } from "./fault.ts";
import type { Wire } from "./wire.ts";

/** Whom Discord's client does not show a command that they may use (docs application-commands, *Permissions*). */

/** So many people are looked at: each is a request. */
const MOST = 20;

interface Seen {
  readonly space: string;
  readonly roles: readonly APIRole[];
  readonly commands: readonly APIApplicationCommand[];
  readonly granted: readonly APIGuildApplicationCommandPermissions[];
}

interface Looked {
  readonly user: string;
  readonly roles: readonly string[];
}

/** The person's own, else any of their roles that allows, else any that denies, else everyone's; `undefined`: nothing is said. */
const saidOf = (said: readonly APIApplicationCommandPermission[], { user, roles }: Looked, space: string) => {
  const own = said.find(({ id }) => id === user);
  const theirs = said.filter(({ id }) => roles.includes(id));
  const all = said.find(({ id }) => id === space);
  if (own !== undefined) return own.permission;
  return theirs.length > 0 ? theirs.some(({ permission }) => permission) : all?.permission;
};

const isShown = (command: APIApplicationCommand, member: Looked, { space, roles, granted }: Seen): boolean => {
  const held = roles
    .filter(({ id }) => id === space || member.roles.includes(id))
    .reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if ((held & PermissionFlagsBits.Administrator) !== 0n) return true;
  // The command's own settings go before those of the whole application.
  for (const id of [command.id, command.application_id]) {
    const said = saidOf(granted.find((one) => one.id === id)?.permissions ?? [], member, space);
    if (said !== undefined) return said;
  }
  const wanted = command.default_member_permissions ?? undefined;
  if (wanted === undefined) return true;
  return BigInt(wanted) !== 0n && (held & BigInt(wanted)) === BigInt(wanted);
};

/** The roots with a command that is for this rank and not for everybody. */
const rootsOf = (menu: readonly Entry[], { rank }: Holder): readonly string[] => [
  ...new Set(
    menu
      .filter((entry) => entry.rank !== "member" && isAtLeast(rank, entry.rank))
      .map(({ name }) => name.split(" ")[0] ?? ""),
  ),
];

export const createUnseen = (wire: Wire) => {
  const get = async <T>(route: `/${string}`): Promise<T> => {
    try {
      return (await wire.send("GET", route)) as T;
    } catch (error) {
      throw toAskingError(error);
    }
  };
  /** Who has left the server sees nothing there, and misses nothing. */
  const lookAt = async (space: string, user: string): Promise<Looked | undefined> => {
    try {
      const { roles } = await get<APIGuildMember>(Routes.guildMember(space, user));
      return { user, roles };
    } catch (error) {
      if (toAskingError(error).cause === String(RESTJSONErrorCodes.UnknownMember)) return undefined;
      throw error;
    }
  };
  return async (
    given: { readonly application: string; readonly owner: string | undefined; readonly menu: readonly Entry[] },
    space: string,
    holders: readonly Holder[],
  ): Promise<readonly Unseen[]> => {
    const asked = holders.filter(({ user }) => user !== given.owner).slice(0, MOST);
    if (asked.length === 0) return [];
    const seen: Seen = {
      space,
      roles: await get(Routes.guildRoles(space)),
      commands: await get(Routes.applicationCommands(given.application)),
      granted: await get(Routes.guildApplicationCommandsPermissions(given.application, space)),
    };
    const unseen: Unseen[] = [];
    for (const holder of asked) {
      const member = await lookAt(space, holder.user);
      if (member === undefined) continue;
      const hidden = seen.commands.filter(
        (command) => rootsOf(given.menu, holder).includes(command.name) && !isShown(command, member, seen),
      );
      unseen.push(...hidden.map(({ name }) => ({ user: holder.user, root: `/${name}` })));
    }
    return unseen;
  };
};
