import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { createConditions } from "../../core/bot/condition.ts";
import type { Bot, Door, Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { createClock } from "../../core/time/clock.ts";
import type { Board, Channel } from "./board.ts";
import { isLoopback } from "./guard.ts";
import { close, listen, portOf } from "./listen.ts";
import { createLive } from "./live.ts";
import { type Persona, SPACE } from "./persona.ts";
import { createPosts } from "./post.ts";
import { createFront, createPlayground } from "./routes.ts";

/** Whoever sends a request byte by byte is answered with 408 by Node. Looked at every so often. */
const SLOW = { requestTimeout: 10_000, connectionsCheckingInterval: 2_000 };

/** `well` false: something stands still until a person does something; answered with 503. */
export interface Health {
  readonly well: boolean;
}

/** What the web platform is made of. `personas` and `channels` may grow while it runs. */
export interface WebGiven {
  readonly host: string;
  /** `undefined`: 8080, or any free one when that is taken. */
  readonly port: number | undefined;
  readonly board: Board;
  readonly personas: readonly Persona[];
  readonly channels: readonly Channel[];
  /** What GET /health answers. */
  readonly health: () => Health;
  /** Where other platforms come in through this port. */
  readonly doors?: () => readonly Door[];
  readonly log: Log;
  /** Off: only /health and a page that says that the bot is running. */
  readonly playground: boolean;
}

/** `address()` is where the pages are, "http://127.0.0.1:8080"; only after `start`. */
export type Web = Platform & { readonly address: () => string };

/**
 * The browser as a platform. Everybody who can open the page can be every persona: with the playground on, it listens
 * on this machine only, and says so in an Error when it is told otherwise.
 */
export const createWeb = (given: WebGiven): Web => {
  const { host, playground } = given;
  if (playground && !isLoopback(host))
    throw new Error(
      `The playground lets everybody be an admin, so it runs on this machine only: 127.0.0.1, ::1 or localhost, not ${host}.`,
    );
  const live = createLive();
  let server: Server | undefined;
  const conditions = createConditions(createClock());
  const port = (): number => (server === undefined ? 0 : portOf(server));

  const open = async (bot: Bot): Promise<void> => {
    const { doors = () => [] } = given;
    const app = playground ? createPlayground({ ...given, doors, bot, live, port }) : createFront({ ...given, doors });
    server = createAdaptorServer({ fetch: app.fetch, serverOptions: SLOW }) as Server;
    await listen(server, given);
    given.log.info({ port: port() }, "listening");
  };

  return {
    name: "web",
    ...createPosts({ ...given, live }),
    async start(bot) {
      conditions.set("connecting");
      try {
        await open(bot);
      } catch (error) {
        conditions.set("stopped", { why: "unreachable" });
        throw error;
      }
      conditions.set("connected");
      if (playground)
        await bot.hear({ heard: "space", platform: "web", space: SPACE, name: "Playground", connected: true });
    },
    async stop() {
      const closing = server;
      server = undefined;
      conditions.set("stopped");
      live.close();
      if (closing !== undefined) await close(closing);
    },
    state: () => conditions.now().state,
    condition: conditions.now,
    address: () => `http://${host === "::1" ? "[::1]" : host}:${port()}`,
  };
};
