import { Client, GatewayDispatchEvents, GatewayIntentBits, Options, SimpleShardingStrategy } from "discord.js";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import { causeOf, toAskingError, toRetryMs } from "./fault.ts";
import type { Patience } from "./patience.ts";
import type { Starts } from "./starts.ts";
import type { Transport } from "./transport.ts";

/** One client of discord.js, from its login to its end. A client that is over never comes up again. */
export interface Session {
  readonly client: Client;
  /** Aborted with a PlatformError, which says why it is over. */
  readonly over: AbortController;
  /** When something last came from the gateway, and since when the connection is down; monotonic. */
  heardAt: number;
  lostAt: number;
  /** What @discordjs/ws makes of it, once there is a login. */
  manager?: SocketManager;
}

interface Given {
  readonly apiUrl: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly patience: Patience;
  readonly starts: Starts;
  readonly transport: Transport;
}
type SocketManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

const INTENTS = [
  // Names the servers, and says when one of them or a channel is gone.
  GatewayIntentBits.Guilds,
  // Shows our own posts, and when somebody deletes one. Of others' messages it shows no word, and none is looked at.
  GatewayIntentBits.GuildMessages,
];

/** WebSocketShardEvents of @discordjs/ws, whose name discord.js gives to another list: an acknowledged heartbeat, any event. */
const SIGNS_OF_LIFE = ["heartbeat", "dispatch"] as const;

const toSocketOptions = (session: () => Session, { clock, starts }: Given) => ({
  buildStrategy(manager: SocketManager) {
    session().manager = manager;
    // discord.js 14.28 goes on reconnecting after it was destroyed between two attempts: here it asks and never hears.
    const { retrieveSessionInfo } = manager.options;
    manager.options.retrieveSessionInfo = (shard) =>
      session().over.signal.aborted ? new Promise(() => undefined) : retrieveSessionInfo(shard);
    const alive = (): void => {
      session().heardAt = clock.monotonicMs();
    };
    for (const sign of SIGNS_OF_LIFE) manager.on(sign, alive);
    return new SimpleShardingStrategy(manager);
  },
  buildIdentifyThrottler(manager: SocketManager) {
    // At the first one the answer is fresh: the address of the gateway stood in it.
    let asked = false;
    const ask = async () => {
      const again = asked;
      asked = true;
      return (await manager.fetchGatewayInformation(again)).session_start_limit;
    };
    const waitForIdentify = (_shard: number, signal: AbortSignal): Promise<void> =>
      starts(ask, AbortSignal.any([signal, session().over.signal]));
    return { waitForIdentify };
  },
});

/** What is read from the raw events alone. */
const READ_HERE: ReadonlySet<unknown> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
]);

/**
 * discord.js 14.28 makes objects of its own of every event, in a promise that nobody awaits: one that it does not expect
 * (an interaction without entitlements) would end the process. What we read ourselves it is not given.
 */
const guardEvents = ({ ws }: Client, log: Log): void => {
  const inner = ws as unknown as { handlePacket(packet?: { readonly t?: unknown }, shard?: unknown): boolean };
  const take = inner.handlePacket.bind(ws);
  inner.handlePacket = (packet, shard) => {
    try {
      return READ_HERE.has(packet?.t) || take(packet, shard);
    } catch (error) {
      log.error({ event: packet?.t, cause: causeOf(error) }, "discord.js did not understand an event");
      return true;
    }
  };
};

export const createSession = (given: Given): Session => {
  const now = given.clock.monotonicMs();
  const session: Session = {
    client: new Client({
      intents: INTENTS,
      allowedMentions: { parse: [] },
      // Nobody's messages are kept.
      makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
      rest: {
        api: given.apiUrl,
        makeRequest: given.transport.answering,
        // wire.ts has the other 45 of Discord's 50; answers to interactions are not counted.
        globalRequestsPerSecond: 5,
        // An answer that sleeps is an answer that comes too late: what is limited is told, and answer.ts decides.
        rejectOnRateLimit: () => true,
      },
      ws: toSocketOptions(() => session, given),
    }),
    over: new AbortController(),
    heardAt: now,
    lostAt: now,
  };
  guardEvents(session.client, given.log);
  return session;
};

export const closed = (): PlatformError => new PlatformError("wait", "closed while connecting", 1000);

/** Ends it, and does not wait long for the other side. */
export const endSession = async ({ client, over }: Session, { why, closeMs }: { why: unknown; closeMs: number }) => {
  over.abort(why);
  const late = new Promise((resolve) => setTimeout(resolve, closeMs).unref());
  await Promise.race([client.destroy().catch(() => undefined), late]);
};

/** The cause of a start that has to wait until Discord gives new sessions. */
export const SESSIONS = "sessions";

/** What kept a login from succeeding. */
export const toStartError = async ({ manager }: Session, error: unknown): Promise<PlatformError> => {
  if (!(error instanceof Error)) return toAskingError(error);
  if ("code" in error && error.code === "TokenInvalid") return new PlatformError("stop", "token");
  if (manager === undefined || !error.message.startsWith("Not enough sessions")) return toAskingError(error);
  // Its sentence names the time for people only; what it has just asked for is still known.
  const { session_start_limit } = await manager.fetchGatewayInformation();
  return new PlatformError("wait", SESSIONS, toRetryMs(session_start_limit.reset_after));
};
