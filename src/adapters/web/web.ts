import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { createConditions } from "../../core/bot/condition.ts";
import type { Platform } from "../../core/bot/platform.ts";
import { createClock } from "../../core/time/clock.ts";
import { isLoopback } from "./guard.ts";
import { close, listen, portOf } from "./listen.ts";
import { createLive } from "./live.ts";
import { createPosts } from "./post.ts";
import { createFrontPages, createPlaygroundPages, type Outer, type Playground } from "./routes.ts";

/** Whoever sends a request byte by byte is answered with 408 by Node. Looked at every so often. */
const SLOW = { requestTimeout: 10_000, connectionsCheckingInterval: 2_000 };

/** Where it listens and what stands there whether there is a playground or not. */
export type FrontGiven = Omit<Outer, "port" | "doors"> &
  Partial<Pick<Outer, "doors">> & {
    readonly host: string;
    /** `undefined`: 8080, or any free one when that is taken. */
    readonly port: number | undefined;
  };
export type WebGiven = FrontGiven & Playground;

/** `address()` is where the pages are, "http://127.0.0.1:8080"; only after it listens. */
interface Port {
  open(app: Hono): Promise<void>;
  close(): Promise<void>;
  number(): number;
  address(): string;
}

/** As this machine reaches it: who listens everywhere listens here too. */
const hostOf = (host: string): string => {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
};

const createPort = ({ host, port, log }: Pick<FrontGiven, "host" | "port" | "log">): Port => {
  let server: Server | undefined;
  const number = (): number => (server === undefined ? 0 : portOf(server));
  return {
    number,
    address: () => `http://${hostOf(host)}:${number()}`,
    async open(app) {
      server = createAdaptorServer({ fetch: app.fetch, serverOptions: SLOW }) as Server;
      await listen(server, { host, port });
      log.debug({ port: number() }, "listening");
    },
    async close() {
      const closing = server;
      server = undefined;
      if (closing !== undefined) await close(closing);
    },
  };
};

/** What stands there without a playground: /health, the doctor's page for this machine, and other platforms' doors. */
export interface Front {
  start(): Promise<void>;
  stop(): Promise<void>;
  address(): string;
}

export const createFront = (given: FrontGiven): Front => {
  const port = createPort(given);
  return {
    start: () => port.open(createFrontPages({ doors: () => [], ...given, port: port.number })),
    stop: port.close,
    address: port.address,
  };
};

export type Web = Platform & { readonly address: () => string };

/**
 * The browser as a platform. Everybody who can open the page can be every persona: it listens on this machine only, and
 * says so in an Error when it is told otherwise.
 */
export const createWeb = (given: WebGiven): Web => {
  const { host } = given;
  if (!isLoopback(host))
    throw new Error(
      `The playground lets everybody be an admin, so it runs on this machine only: 127.0.0.1, ::1 or localhost, not ${host}.`,
    );
  const live = createLive();
  const port = createPort(given);
  const conditions = createConditions(createClock());
  return {
    name: "web",
    ...createPosts({ ...given, live }),
    link: async ({ at }) => `${port.address()}/#${at.channel}`,
    async start(bot) {
      conditions.set("connecting");
      try {
        await port.open(createPlaygroundPages({ doors: () => [], ...given, bot, live, port: port.number }));
      } catch (error) {
        conditions.set("stopped", { why: "unreachable" });
        throw error;
      }
      conditions.set("connected");
      for (const { id: space, name } of given.spaces)
        await bot.hear({ heard: "space", platform: "web", space, name, connected: true });
    },
    async stop() {
      conditions.set("stopped");
      live.close();
      await port.close();
    },
    state: () => conditions.now().state,
    condition: conditions.now,
    address: port.address,
  };
};
