import { createConditions, type Final } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { type Clock, createClock } from "../../core/time/clock.ts";
import { wordsIn } from "../../core/words/words.ts";
import { withCalls } from "./calling.ts";
import { createChannels } from "./channels.ts";
import { createDirect } from "./direct.ts";
import { createFind } from "./find.ts";
import { createOnce } from "./once.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { createPosts } from "./post.ts";
import { inviteLink } from "./rights.ts";
import { createRun, type Run } from "./run.ts";
import { closed } from "./session.ts";
import { createStanding } from "./standing.ts";
import { createStarts } from "./starts.ts";
import { createTransport } from "./transport.ts";
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

const createRooms = (given: Given, refused: (why: Final) => void) => {
  const { log, clock = createClock(), patience = PATIENCE } = given;
  const conditions = createConditions(clock);
  const transport = createTransport({ clock, refused: () => refused("token") });
  const used = (resetMs: number): void => {
    const until = clock.now().epochMilliseconds + resetMs;
    log.error({ resetMs }, wordsIn("en").condition.why.sessions("Discord"));
    conditions.set("connecting", { why: "sessions", until });
  };
  const starts = createStarts({ ...patience, clock, used });
  return { ...given, clock, patience, conditions, transport, starts, used, refused, once: createOnce(clock) };
};

/** Discord through its gateway: nothing of ours has to be reachable from outside. */
export const createDiscord = (given: Given): Platform => {
  let run: Run | undefined;
  /** Only a person can change it: no further attempt. */
  const refuse = (why: Final): void => {
    const { state, why: known } = conditions.now();
    if (state === "stopped" && known !== undefined && known !== "unreachable") return;
    conditions.set("stopped", { why });
    // Whoever starts the program with a wrong token reads it there; a note would reach the desk when it is right again.
    if (run?.stood() === true) {
      given.log.error({ why }, wordsIn("en").condition.why[why]("Discord"));
      void run.bot.hear({ heard: "stopped", platform: "discord", why });
    }
    void end(new PlatformError("stop", why));
  };
  const rooms = createRooms(given, refuse);
  const { conditions, patience, transport } = rooms;
  const wire = createWire({ ...given, requestMs: patience.requestMs, transport });
  const unseen = createUnseen(wire);
  const channels = createChannels(wire, (id) => run?.client()?.channels.cache.get(id)?.type);
  const standing = createStanding(wire, { channels, clock: rooms.clock });
  const end = async (why: PlatformError): Promise<void> => {
    const ending = run;
    run = undefined;
    await ending?.end(why);
  };
  return {
    name: "discord",
    start: async (bot) => {
      const starting = createRun(bot, rooms);
      run = starting;
      conditions.set("connecting");
      try {
        await starting.start();
      } catch (error) {
        if (error instanceof PlatformError && error.fault === "stop") refuse("token");
        if (run === starting) run = undefined;
        if (conditions.now().state !== "stopped") conditions.set("stopped", { why: "unreachable" });
        throw error;
      }
    },
    stop: async () => {
      conditions.set("stopped");
      await end(closed());
    },
    state: () => conditions.now().state,
    condition: conditions.now,
    ...createPosts(wire, channels),
    find: createFind(wire, { channels, standing }),
    direct: createDirect(wire),
    standing: withCalls(wire, { standing, now: rooms.clock.now }),
    unseen: async (space, holders) => {
      const client = run?.client();
      if (run === undefined || !client?.isReady()) return [];
      const owner = client.guilds.cache.get(space)?.ownerId;
      return unseen({ application: client.application.id, owner, menu: run.bot.menu }, space, holders);
    },
    invitation: () => {
      const client = run?.client();
      return client?.isReady()
        ? { link: inviteLink(client.application.id), alone: client.guilds.cache.size === 0 }
        : undefined;
    },
  };
};
