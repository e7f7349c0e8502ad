import { type APIInteraction, type Client, Events, GatewayDispatchEvents, type Guild, Routes } from "discord.js";
import type { Conditions, Final } from "../../core/bot/condition.ts";
import type { Bot } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import { answer, decline } from "./answer.ts";
import { type Guild as KnownGuild, toReceived } from "./call.ts";
import { causeOf, fatalCloses } from "./fault.ts";
import { hear } from "./hear.ts";
import type { Patience } from "./patience.ts";
import { isRegistered, toCommands } from "./register.ts";
import { type Session, toStartError } from "./session.ts";

/** What a session is connected with. */
export interface Room {
  readonly bot: Bot;
  readonly token: string;
  readonly guilds: readonly string[];
  readonly log: Log;
  readonly clock: Clock;
  readonly patience: Patience;
  readonly conditions: Conditions;
  /** Whether an interaction comes for the first time. */
  readonly once: (id: string) => boolean;
  readonly refused: (why: Final) => void;
}

/** A callback of discord.js cannot be awaited: nothing may escape from it. */
const guarded = (log: Log, run: () => Promise<void>): void => {
  run().catch((error: unknown) =>
    log.error({ cause: causeOf(error) }, "Something that Discord sent was not dealt with"),
  );
};

const hearGuild = ({ bot, guilds }: Room, { id, name }: Guild): Promise<void> =>
  bot.hear({ heard: "space", platform: "discord", space: id, name, connected: guilds.includes(id) });

/** The library keeps it as GUILD_CREATE and GUILD_ROLE_* of the intent Guilds tell, so a role that changed counts at once. */
const knownGuild = (client: Client, id: string): KnownGuild | undefined => {
  const guild = client.guilds.cache.get(id);
  if (guild === undefined) return undefined;
  return { owner: guild.ownerId, roles: guild.roles.cache.mapValues(({ permissions }) => permissions.bitfield) };
};

const take = async ({ client }: Session, room: Room, interaction: APIInteraction): Promise<void> => {
  const { log, clock, once } = room;
  const nowMs = clock.now().epochMilliseconds;
  const received = toReceived(interaction, { nowMs, guild: (id) => knownGuild(client, id) });
  if (!once(interaction.id)) return log.debug({}, "An interaction came again and is answered already");
  const ways = { ...room, rest: client.rest };
  await ("because" in received ? decline(interaction, received, ways) : answer(received, ways));
};

/** How the connection is, as discord.js tells it. */
const listenToState = (session: Session, { log, clock, conditions, refused }: Room): void => {
  const { client, over } = session;
  const stands = (): void => {
    if (client.isReady() && !over.signal.aborted) conditions.set("connected");
  };
  client.on(Events.ClientReady, stands);
  client.on(Events.ShardReady, stands);
  client.on(Events.ShardResume, stands);
  client.on(Events.ShardReconnecting, () => {
    if (over.signal.aborted || conditions.now().why === "lost") return;
    session.lostAt = clock.monotonicMs();
    log.info({}, "Connecting to Discord again");
    conditions.set("connecting", { why: "lost" });
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (over.signal.aborted) return;
    log.error({ code }, "Discord closed the connection for good");
    refused(fatalCloses[code] ?? "version");
  });
  client.on(Events.Error, (error) => log.error({ cause: causeOf(error) }, "Discord's connection reported an error"));
  client.on(Events.ShardError, (error) => log.warn({ cause: causeOf(error) }, "The gateway connection failed"));
};

/** Once, before login: `ready` comes again after a lost session, and a listener added there would then be two. */
const listen = (session: Session, room: Room): void => {
  const { client, over } = session;
  const { bot, log } = room;
  // The ones that are there from the beginning are told of when all are known.
  const heard = (guild: Guild): void => {
    if (client.isReady()) guarded(log, () => hearGuild(room, guild));
  };
  listenToState(session, room);
  client.on(Events.GuildCreate, heard);
  client.on(Events.GuildAvailable, heard);
  // The envelope as Discord sent it: the library's objects would add lookups, and a second way to answer.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    if (!over.signal.aborted) guarded(log, () => take(session, room, interaction));
  });
  hear(client, (read) =>
    guarded(log, async () => {
      const news = read();
      if (news !== undefined) await bot.hear(news);
    }),
  );
};

const register = async ({ rest, application }: Client, { menu }: Bot): Promise<boolean> => {
  if (application === null) return false;
  const route = Routes.applicationCommands(application.id);
  const commands = toCommands(menu);
  // What cannot be read is written anew.
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = await rest.get(route, { query }).catch(() => undefined);
  if (isRegistered(commands, registered)) return false;
  await rest.put(route, { body: commands });
  return true;
};

const open = async (session: Session, room: Room): Promise<void> => {
  const { client } = session;
  const { bot, log, token } = room;
  // All servers are known, or Discord says for longer than the library waits (15 s) that some are down.
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    throw await toStartError(session, error);
  }
  await ready;
  for (const guild of client.guilds.cache.values()) await hearGuild(room, guild);
  // In no server at all the terminal says so by itself, with the link.
  const missing = room.guilds.filter((id) => client.guilds.cache.size > 0 && !client.guilds.cache.has(id));
  if (missing.length > 0)
    log.warn({ missing }, "DISCORD_GUILDS names a server that I am not in: correct its id, or let me in there");
  try {
    const changed = await register(client, bot);
    if (changed) log.debug({ commands: bot.menu.length }, "The commands were registered with Discord");
  } catch (error) {
    // The bot can still post, and what was registered before still works.
    log.error({ cause: causeOf(error) }, "The commands could not be registered with Discord");
  }
};

/** Resolves when the session stands and the bot has heard of its servers. Rejects with why it does not. */
export const connect = async (session: Session, room: Room): Promise<void> => {
  const { signal } = session.over;
  listen(session, room);
  const over = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  // Once it stands nobody waits for this any more.
  over.catch(() => undefined);
  const opening = open(session, room);
  opening.catch(() => undefined);
  await Promise.race([opening, over]);
};
