import { App, webApi } from "@slack/bolt";
import { createConditions, type Final } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Bot, Door, Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { type Clock, createClock } from "../../core/time/clock.ts";
import { wordsIn } from "../../core/words/words.ts";
import { callsAt } from "./calling.ts";
import { type Identity, identify, toClientOptions } from "./client.ts";
import { createDesk } from "./desk.ts";
import { sayDirectly } from "./direct.ts";
import { isTokenRefused, toAskingFault, wordOf } from "./fault.ts";
import { findPost } from "./find.ts";
import { type Here, hear } from "./hear.ts";
import { createHttp } from "./http.ts";
import { listen } from "./listen.ts";
import { createPace } from "./pace.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { editPost, postOnce, standingAt, toBody } from "./post.ts";
import { toBoltLogger } from "./quiet.ts";
import { EVENTS_PATH } from "./register.ts";
import { OFF } from "./session.ts";
import { createSockets, type Entrance, type Rooms } from "./socket.ts";

interface Given {
  readonly botToken: string;
  /** Socket Mode by the app token, or HTTP by the signing secret. */
  readonly entrance: { readonly appToken: string } | { readonly signingSecret: string };
  /** "https://slack.com/api/", or a server on loopback. */
  readonly apiUrl: string;
  /** Signs the markers on posts, so that they can be told from copies. */
  readonly secret: string;
  readonly log: Log;
  readonly clock?: Clock;
  readonly patience?: Patience;
}

interface Whole extends Given {
  readonly clock: Clock;
  readonly patience: Patience;
  readonly refused?: (why: Final) => void;
}

const createApp = (given: Whole, { bot, user }: Identity, { receiver }: Entrance): App => {
  const app = new App({
    receiver,
    token: given.botToken,
    // Known already; else Bolt would ask in its constructor, where nobody awaits the answer.
    botId: bot,
    botUserId: user,
    tokenVerificationEnabled: false,
    // Our own posts are evidence for what was sent (hear.ts).
    ignoreSelf: false,
    clientOptions: toClientOptions(given),
    logger: toBoltLogger(given.log),
    convoStore: false,
  });
  app.error(async (error) => given.log.error({ word: wordOf(error) }, "A request of Slack's was not understood"));
  return app;
};

type Way = Whole & Omit<Rooms, "appToken">;

/** By sockets anew at each start; by HTTP through a door that is there from the beginning, and shut until the start. */
const toWayIn = (given: Way): { readonly enter: () => Entrance; readonly door?: Door } => {
  const { entrance } = given;
  if ("appToken" in entrance) return { enter: () => createSockets({ ...given, appToken: entrance.appToken }) };
  const http = createHttp({ ...given, signingSecret: entrance.signingSecret });
  return { enter: () => http, door: { path: EVENTS_PATH, answer: http.answer } };
};

interface Open {
  readonly entrance: Entrance;
  readonly space: string;
  readonly handle: string;
  readonly here: Here;
}

const connect = async (given: Way, bot: Bot, entrance: Entrance): Promise<Open> => {
  // Before it has stood, a refusal is said by whoever starts it.
  const { refused: _refused, ...before } = given;
  const identity = await identify(new webApi.WebClient(given.botToken, toClientOptions(before)));
  const client = new webApi.WebClient(given.botToken, toClientOptions(given));
  const space = identity.team;
  const app = createApp(given, identity, entrance);
  const room = {
    app,
    bot,
    space,
    ways: { client, apiUrl: given.apiUrl, log: given.log },
    desk: createDesk(bot, { client, space, log: given.log }),
  };
  listen(room);
  const here: Here = { ...identity, space, secret: given.secret };
  hear(app, here, async (news) => {
    if (news.heard === "stopped") return given.refused(news.why);
    await bot.hear(news);
  });
  try {
    await entrance.start();
  } catch (error) {
    await entrance.stop();
    throw error;
  }
  await bot.hear({ heard: "space", platform: "slack", space, name: identity.name, connected: true });
  return { entrance, space, handle: identity.handle, here };
};

/** How it stands with the workspace, from start to stop. */
const createLink = (given: Given) => {
  const apiUrl = given.apiUrl.endsWith("/") ? given.apiUrl : `${given.apiUrl}/`;
  const { clock = createClock(), patience = PATIENCE } = given;
  const conditions = createConditions(clock);
  let open: Open | undefined;
  let listener: Bot | undefined;
  let isShared = false;
  const isStopped = (): boolean => conditions.now().state === "stopped";
  const stand = (): void => conditions.set("connected", isShared ? { why: "shared" } : {});
  const close = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    await closing?.entrance.stop();
  };
  /** Only a person can change it: no further attempt. */
  const refused = (why: Final): void => {
    if (isStopped() || open === undefined) return;
    conditions.set("stopped", { why });
    given.log.error({ why }, wordsIn("en").condition.why[why]("Slack"));
    void listener?.hear({ heard: "stopped", platform: "slack", why });
    void close();
  };
  const rooms: Way = {
    ...given,
    apiUrl,
    clock,
    patience,
    refused,
    changed: (isConnected, why = "lost") => {
      if (isStopped()) return;
      if (isConnected) stand();
      else conditions.set("connecting", { why });
    },
    shared: (now) => {
      isShared = now;
      if (conditions.now().state === "connected") stand();
    },
  };
  const { enter, door } = toWayIn(rooms);
  const start = async (bot: Bot): Promise<void> => {
    listener = bot;
    conditions.set("connecting");
    try {
      open = await connect(rooms, bot, enter());
      // Stopped before it was connected.
      if (isStopped()) await close();
    } catch (error) {
      const known = toAskingFault(error);
      const why = known.fault !== "stop" ? "unreachable" : known.cause === OFF ? "socket" : "token";
      conditions.set("stopped", { why });
      throw known;
    }
  };
  const stop = (): Promise<void> => {
    conditions.set("stopped");
    return close();
  };
  return { rooms, door, refused, start, stop, conditions, open: () => open };
};

/** Slack through Socket Mode, where nothing of ours has to be reachable from outside, or through HTTP on our own port. */
export const createSlack = (given: Given): Platform => {
  const { rooms, door, refused, start, stop, conditions, open } = createLink(given);
  const asking = new webApi.WebClient(given.botToken, toClientOptions(rooms));
  const pace = createPace(rooms);
  const way = { apiUrl: rooms.apiUrl, token: given.botToken };
  /** No request to a place of another workspace, whatever a row says. */
  const isElsewhere = (space: string): boolean => (open()?.space ?? space) !== space;
  const sending = async <T>(space: string, send: () => Promise<T>): Promise<T> => {
    if (isElsewhere(space)) throw new PlatformError("place", "another workspace");
    try {
      return await send();
    } catch (error) {
      if (error instanceof PlatformError && isTokenRefused(error.cause)) refused("token");
      throw error;
    }
  };
  return {
    name: "slack",
    ...(door !== undefined && { door }),
    start,
    stop,
    state: () => conditions.now().state,
    condition: conditions.now,
    render: (posting) => toBody(posting, given.secret),
    post: (frozen) =>
      sending(frozen.to.space, async () => {
        await pace(frozen.to.channel);
        return postOnce(frozen, way);
      }),
    find: (sought) =>
      sending(sought.to.space, async () => {
        const here = open()?.here;
        if (here === undefined) throw new PlatformError("wait", "not connected");
        return findPost(sought, asking, here);
      }),
    direct: (to, said) => sending(to.space, () => sayDirectly(to, said, asking)),
    edit: (post, said) => sending(post.at.space, () => editPost(post, said, way)),
    thread: async (post) => ({ ...post.at, thread: post.at.thread ?? post.message }),
    standing: async (at, account) => {
      if (isElsewhere(at.space)) return { name: at.channel, lacks: ["gone"] };
      const found = await standingAt(at, asking);
      const handle = open()?.handle;
      const isOutside = found.lacks.includes("membership") && handle !== undefined;
      const whole = isOutside ? { ...found, self: handle } : found;
      const isHere = account !== undefined && account.platform === "slack" && account.space === at.space;
      return isHere ? { ...whole, calls: await callsAt(at, account.user, asking) } : whole;
    },
  };
};
