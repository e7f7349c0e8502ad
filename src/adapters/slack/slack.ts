import { createConditions, type Final, type Why } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Bot, Door, News, Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { type Clock, createClock } from "../../core/time/clock.ts";
import { wordsIn } from "../../core/words/words.ts";
import { createApp, createClients } from "./app.ts";
import { callsAt } from "./calling.ts";
import type { Identity } from "./client.ts";
import { sayDirectly } from "./direct.ts";
import { toAskingFault } from "./fault.ts";
import { findPost } from "./find.ts";
import { createHttp } from "./http.ts";
import { createLodging, type Install, type Lodging } from "./lodging.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { standingAt, toBody } from "./post.ts";
import { EVENTS_PATH } from "./register.ts";
import { createSending } from "./sending.ts";
import { OFF } from "./session.ts";
import { createSockets, type Entrance, type Rooms } from "./socket.ts";

interface Given {
  /** Of one workspace; left out where workspaces install the app by themselves. */
  readonly botToken?: string | undefined;
  /** Socket Mode by the app token, or HTTP by the signing secret. */
  readonly entrance: { readonly appToken: string } | { readonly signingSecret: string };
  /** Several workspaces, each by its admin's yes. */
  readonly install?: Install | undefined;
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
}
type Way = Whole & Omit<Rooms, "appToken">;

/** By sockets anew at each start; by HTTP through a door that is there from the beginning, and shut until the start. */
const toWayIn = (given: Way): { readonly enter: () => Entrance; readonly doors: readonly Door[] } => {
  const { entrance } = given;
  if ("appToken" in entrance)
    return { enter: () => createSockets({ ...given, appToken: entrance.appToken }), doors: [] };
  const http = createHttp({ ...given, signingSecret: entrance.signingSecret });
  return { enter: () => http, doors: [{ path: EVENTS_PATH, method: "POST", answer: http.answer }] };
};

const begin = async (entrance: Entrance): Promise<void> => {
  try {
    await entrance.start();
  } catch (error) {
    await entrance.stop();
    throw error;
  }
};

/** What Slack refuses once it knows the bot's token is the app's. */
const whyNot = ({ fault, cause }: PlatformError, isKnown: boolean): Why => {
  if (fault !== "stop") return "unreachable";
  if (cause === OFF) return "socket";
  return isKnown ? "appToken" : "token";
};

/** How it stands with Slack, from start to stop. */
const createLink = (given: Whole) => {
  const conditions = createConditions(given.clock);
  let open: Entrance | undefined;
  let listener: Bot | undefined;
  let [isShared, isKnown] = [false, false];
  const isStopped = (): boolean => conditions.now().state === "stopped";
  const tell = async (news: News): Promise<void> => listener?.hear(news);
  const close = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    await closing?.stop();
  };
  /** Only a person can change it: no further attempt. */
  const refused = (why: Final): void => {
    if (isStopped() || open === undefined) return;
    conditions.set("stopped", { why });
    given.log.error({ why }, wordsIn("en").condition.why[why]("Slack"));
    void tell({ heard: "stopped", platform: "slack", why });
    void close();
  };
  const lodging: Lodging = createLodging(given, { tell, refused: () => refused("token"), changed: () => stand() });
  const why = (): Why | undefined => (isShared ? "shared" : lodging.many?.isAnyLost() ? "absent" : undefined);
  const stand = (): void => {
    const because = why();
    if (conditions.now().state === "connected")
      conditions.set("connected", because === undefined ? {} : { why: because });
  };
  const rooms: Way = {
    ...given,
    refused,
    changed: (isConnected, lost = "lost") => {
      if (isStopped()) return;
      conditions.set(isConnected ? "connected" : "connecting", isConnected ? {} : { why: lost });
      stand();
    },
    shared: (now) => {
      isShared = now;
      stand();
    },
  };
  const { enter, doors } = toWayIn(rooms);
  const { tenancy } = lodging;
  const clientOf = createClients(given, tenancy);
  const connect = async (bot: Bot): Promise<void> => {
    const entrance = enter();
    isKnown = false;
    await tenancy.start();
    isKnown = true;
    createApp({ ...given, tenancy, bot, entrance, clientOf, installUrl: lodging.installUrl }, tell);
    await begin(entrance);
    const own = await lodging.own();
    if (own !== undefined)
      await bot.hear({ heard: "space", platform: "slack", space: own.team, name: own.name, connected: true });
    open = entrance;
  };
  const start = async (bot: Bot): Promise<void> => {
    listener = bot;
    conditions.set("connecting");
    try {
      await connect(bot);
      // Stopped before it was connected.
      if (isStopped()) await close();
    } catch (error) {
      const known = toAskingFault(error);
      conditions.set("stopped", { why: whyNot(known, isKnown) });
      throw known;
    }
  };
  const stop = (): Promise<void> => {
    conditions.set("stopped");
    tenancy.stop();
    return close();
  };
  return { ...lodging, doors: [...doors, ...lodging.doors], clientOf, start, stop, conditions };
};

/** Slack through Socket Mode, where nothing of ours has to be reachable from outside, or through HTTP on our own port. */
export const createSlack = (options: Given): Platform => {
  const { clock = createClock(), patience = PATIENCE } = options;
  const apiUrl = options.apiUrl.endsWith("/") ? options.apiUrl : `${options.apiUrl}/`;
  const given: Whole = { ...options, apiUrl, clock, patience };
  const { tenancy, many, installUrl, doors, clientOf, start, stop, conditions } = createLink(given);
  const { post, edit, remove } = createSending(given, { tenancy, many });
  /** Who we are there. */
  const lodger = async (space: string): Promise<Identity> => {
    const self = await tenancy.of(space);
    if (self !== undefined) return self;
    throw many === undefined
      ? new PlatformError("place", "another workspace")
      : new PlatformError("wait", "not installed");
  };
  return {
    name: "slack",
    doors,
    start,
    stop,
    state: () => conditions.now().state,
    condition: conditions.now,
    ...(many !== undefined && {
      conditionIn: async (space: string) => {
        const { why, ...rest } = conditions.now();
        const trouble = rest.state === "connected" ? await many.trouble(space) : undefined;
        if (trouble !== undefined) return { state: "stopped" as const, ...trouble };
        return why === undefined || why === "absent" ? rest : { ...rest, why };
      },
    }),
    ...(installUrl !== undefined && {
      invitation: () => ({ link: installUrl, alone: many?.isAlone() === true }),
    }),
    render: (posting) => toBody(posting, given.secret),
    post,
    edit,
    remove,
    find: async (sought) => {
      const self = await lodger(sought.to.space);
      const here = { ...self, space: self.team, secret: given.secret };
      return findPost(sought, clientOf(self.team), here);
    },
    direct: async (to, said) => {
      const self = await lodger(to.space);
      return sayDirectly(to, said, clientOf(self.team));
    },
    link: async ({ at, message }) => {
      const url = (await tenancy.of(at.space))?.url;
      const thread = at.thread === undefined ? "" : `?thread_ts=${at.thread}&cid=${at.channel}`;
      return url && new URL(`archives/${at.channel}/p${message.replace(".", "")}${thread}`, url).href;
    },
    thread: async (made) => ({ ...made.at, thread: made.at.thread ?? made.message }),
    standing: async (at, account) => {
      const [token, self] = [await tenancy.tokenOf(at.space), await tenancy.of(at.space)];
      if (token === undefined && many !== undefined) throw new PlatformError("wait", "not installed", 0);
      if (token === undefined) return { name: at.channel, lacks: ["gone"] };
      const client = clientOf(at.space);
      const found = await standingAt(at, client);
      const isOutside = found.lacks.includes("membership") && self !== undefined;
      const whole = isOutside ? { ...found, self: self.handle } : found;
      const isHere = account !== undefined && account.platform === "slack" && account.space === at.space;
      return isHere ? { ...whole, calls: await callsAt(at, account.user, client) } : whole;
    },
  };
};
