import {
  type APIInteraction,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type Guild,
  Routes,
  Status,
} from "discord.js";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Bot, Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { type Clock, createClock } from "../../core/time/clock.ts";
import { answer, decline, PATIENCE, type Patience } from "./answer.ts";
import { type Guild as KnownGuild, toReceived } from "./call.ts";
import { withCalls } from "./calling.ts";
import { createChannels } from "./channels.ts";
import { causeOf, toAskingError } from "./fault.ts";
import { createPosts } from "./post.ts";
import { isRegistered, toCommands } from "./register.ts";
import { inviteLink } from "./rights.ts";
import { createStanding } from "./standing.ts";
import { createUnseen } from "./visible.ts";
import { createWire } from "./wire.ts";

interface Given {
  readonly token: string;
  /** Ids of the servers that are the network's own. */
  readonly guilds: readonly string[];
  /** The REST root without its version, "https://discord.com/api"; the gateway's address is asked there. */
  readonly apiUrl: string;
  readonly log: Log;
  readonly clock?: Clock;
  readonly patience?: Patience;
}
type Settings = Required<Given>;

/** A callback of discord.js cannot be awaited: nothing may escape from it. */
const guarded = (log: Log, run: () => Promise<void>): void => {
  run().catch((error: unknown) =>
    log.error({ cause: causeOf(error) }, "Something that Discord sent was not dealt with"),
  );
};

interface Session {
  readonly client: Client;
  readonly closed: AbortController;
}

const createClient = (apiUrl: string): Client =>
  new Client({
    // The least there is: commands, presses and forms need no intent at all, and this one names the servers.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
  });

const hearGuild = (bot: Bot, guilds: readonly string[], { id, name }: Guild): Promise<void> =>
  bot.hear({ heard: "space", platform: "discord", space: id, name, connected: guilds.includes(id) });

/** The library keeps it as GUILD_CREATE and GUILD_ROLE_* of the intent Guilds tell, so a role that changed counts at once. */
const knownGuild = (client: Client, id: string): KnownGuild | undefined => {
  const guild = client.guilds.cache.get(id);
  if (guild === undefined) return undefined;
  return { owner: guild.ownerId, roles: guild.roles.cache.mapValues(({ permissions }) => permissions.bitfield) };
};

/** Once, before login: `ready` comes again after a lost session, and a listener added there would then be two. */
const listen = (client: Client, bot: Bot, { guilds, log, clock, patience }: Settings): void => {
  // The ones that are there from the beginning are told of when all are known.
  const heard = (guild: Guild): void => {
    if (client.isReady()) guarded(log, () => hearGuild(bot, guilds, guild));
  };
  client.on(Events.GuildCreate, heard);
  client.on(Events.GuildAvailable, heard);
  client.on(Events.Error, (error) => log.error({ cause: causeOf(error) }, "Discord's connection reported an error"));
  client.on(Events.ShardError, (error) => log.warn({ cause: causeOf(error) }, "The gateway connection failed"));
  client.on(Events.ShardReconnecting, () => log.info({}, "Connecting to Discord again"));
  // The envelope as Discord sent it: the library's objects would add lookups, and a second way to answer.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
    guarded(log, async () => {
      const received = toReceived(interaction, {
        nowMs: clock.now().epochMilliseconds,
        guild: (id) => knownGuild(client, id),
      });
      const ways = { bot, rest: client.rest, log, patience };
      await ("because" in received ? decline(interaction, received, ways) : answer(received, ways));
    }),
  );
};

/** Discord's fatal close codes (docs, gateway close event codes), in the words that @discordjs/ws puts them. */
const FATAL = /^(?:Authentication failed|Invalid shard|Sharding is required|Used )/u;

const toStartError = (error: unknown): PlatformError => {
  if (!(error instanceof Error)) return toAskingError(error);
  if ("code" in error && error.code === "TokenInvalid") return new PlatformError("stop", "token");
  return FATAL.test(error.message) ? new PlatformError("stop", error.message) : toAskingError(error);
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

/** All servers are known, or Discord says for longer than the library waits (15 s) that some are down. */
const waitUntilReady = (client: Client, closed: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    closed.addEventListener("abort", () => reject(new PlatformError("wait", "closed while connecting", 1000)));
  });

const connect = async ({ client, closed }: Session, bot: Bot, settings: Settings): Promise<void> => {
  const { token, guilds, log } = settings;
  listen(client, bot, settings);
  const ready = waitUntilReady(client, closed.signal);
  // Awaited below; until then nobody listens to it.
  ready.catch(() => undefined);
  try {
    await client.login(token);
  } catch (error) {
    throw toStartError(error);
  }
  await ready;
  for (const guild of client.guilds.cache.values()) await hearGuild(bot, guilds, guild);
  try {
    const changed = await register(client, bot);
    if (changed) log.info({ commands: bot.menu.length }, "The commands were registered with Discord");
  } catch (error) {
    // The bot can still post, and what was registered before still works.
    log.error({ cause: causeOf(error) }, "The commands could not be registered with Discord");
  }
};

const isConnected = (client: Client): boolean =>
  client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);

/** Discord through its gateway: nothing of ours has to be reachable from outside. */
export const createDiscord = (given: Given): Platform => {
  const settings: Settings = { clock: createClock(), patience: PATIENCE, ...given };
  const wire = createWire({ ...settings, requestMs: settings.patience.requestMs });
  let session: Session | undefined;
  let menu: Bot["menu"] = [];
  const unseen = createUnseen(wire);
  const channels = createChannels(wire, (id) => session?.client.channels.cache.get(id)?.type);
  const drop = async (): Promise<void> => {
    const closing = session;
    session = undefined;
    closing?.closed.abort();
    await closing?.client.destroy();
  };
  return {
    name: "discord",
    start: async (bot) => {
      const opening: Session = { client: createClient(settings.apiUrl), closed: new AbortController() };
      session = opening;
      menu = bot.menu;
      opening.client.on(Events.ShardDisconnect, ({ code }) => {
        if (session !== opening) return;
        settings.log.error({ code }, "Discord closed the connection for good");
        guarded(settings.log, drop);
      });
      try {
        await connect(opening, bot, settings);
      } catch (error) {
        if (session === opening) await drop();
        throw error;
      }
    },
    stop: drop,
    state: () => {
      if (session === undefined) return "stopped";
      return isConnected(session.client) ? "connected" : "connecting";
    },
    ...createPosts(wire, channels),
    standing: withCalls(wire, {
      standing: createStanding(wire, { channels, clock: settings.clock }),
      now: settings.clock.now,
    }),
    unseen: async (space, holders) => {
      const client = session?.client;
      if (!client?.isReady()) return [];
      const owner = client.guilds.cache.get(space)?.ownerId;
      return unseen({ application: client.application.id, owner, menu }, space, holders);
    },
    invitation: () => {
      const client = session?.client;
      return client?.isReady()
        ? { link: inviteLink(client.application.id), alone: client.guilds.cache.size === 0 }
        : undefined;
    },
  };
};
