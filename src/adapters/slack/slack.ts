import { App, webApi } from "@slack/bolt";
import { createConditions } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Bot, Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { createClock } from "../../core/time/clock.ts";
import { callsAt } from "./calling.ts";
import { createDesk } from "./desk.ts";
import { toAskingFault, wordOf } from "./fault.ts";
import { listen } from "./listen.ts";
import { editPost, postOnce, standingAt, toBody } from "./post.ts";
import { createSockets, type Sockets, toBoltLogger } from "./socket.ts";

interface Given {
  readonly botToken: string;
  readonly appToken: string;
  /** "https://slack.com/api/", or a server on loopback. */
  readonly apiUrl: string;
  /** Signs the markers on posts, so that they can be told from copies. */
  readonly secret: string;
  readonly log: Log;
}

/** One request of the answering client; a trigger lives for 3 s, so waiting longer opens nothing. */
const PATIENCE_MS = 5000;

/** Answers have a client of their own: a delivery that Slack holds back never holds up a person. */
const toClientOptions = ({ apiUrl, log }: Given): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: PATIENCE_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: toBoltLogger(log),
});

interface Identity {
  readonly team: string;
  readonly name: string;
  readonly bot: string;
  readonly user: string;
}

const identify = async (client: webApi.WebClient): Promise<Identity> => {
  const { team_id: team, team: name = "", bot_id: bot, user_id: user } = await client.auth.test();
  if (!team || !bot || !user) throw new PlatformError("stop", "not a bot token");
  return { team, name, bot, user };
};

const createApp = (given: Given, { bot, user }: Identity, sockets: Sockets): App => {
  const app = new App({
    receiver: sockets.receiver,
    token: given.botToken,
    // Known already; else Bolt would ask in its constructor, where nobody awaits the answer.
    botId: bot,
    botUserId: user,
    tokenVerificationEnabled: false,
    clientOptions: toClientOptions(given),
    logger: toBoltLogger(given.log),
    convoStore: false,
  });
  app.error(async (error) => given.log.error({ word: wordOf(error) }, "A request of Slack's was not understood"));
  return app;
};

const connect = async (
  given: Given & Pick<Parameters<typeof createSockets>[0], "changed">,
  bot: Bot,
): Promise<{ sockets: Sockets; space: string }> => {
  const client = new webApi.WebClient(given.botToken, toClientOptions(given));
  const identity = await identify(client);
  const space = identity.team;
  const sockets = createSockets(given);
  const app = createApp(given, identity, sockets);
  const room = {
    app,
    bot,
    space,
    ways: { client, apiUrl: given.apiUrl, log: given.log },
    desk: createDesk(bot, { client, space, log: given.log }),
  };
  listen(room);
  try {
    await sockets.start(app);
  } catch (error) {
    await sockets.stop();
    throw error;
  }
  await bot.hear({ heard: "space", platform: "slack", space, name: identity.name, connected: true });
  return { sockets, space };
};

/** Slack through Socket Mode: nothing of ours has to be reachable from outside. */
export const createSlack = (given: Given): Platform => {
  const apiUrl = given.apiUrl.endsWith("/") ? given.apiUrl : `${given.apiUrl}/`;
  const whole = { ...given, apiUrl };
  const asking = new webApi.WebClient(given.botToken, toClientOptions(whole));
  let open: { sockets: Sockets; space: string } | undefined;
  const conditions = createConditions(createClock());
  const changed = (isConnected: boolean): void => {
    if (!stopping) conditions.set(isConnected ? "connected" : "connecting", isConnected ? {} : { why: "lost" });
  };
  let stopping = false;
  /** No request to a place of another workspace, whatever a row says. */
  const isElsewhere = (space: string): boolean => open !== undefined && open.space !== space;
  const close = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    await closing?.sockets.stop();
  };
  return {
    name: "slack",
    start: async (bot) => {
      stopping = false;
      conditions.set("connecting");
      try {
        open = await connect({ ...whole, changed }, bot);
        // Stopped before it was connected.
        if (stopping) await close();
      } catch (error) {
        const known = toAskingFault(error);
        conditions.set("stopped", { why: known.fault === "stop" ? "token" : "unreachable" });
        throw known;
      }
    },
    stop: () => {
      stopping = true;
      conditions.set("stopped");
      return close();
    },
    state: () => conditions.now().state,
    condition: conditions.now,
    render: (posting) => toBody(posting, given.secret),
    post: async (frozen) => {
      if (isElsewhere(frozen.to.space)) throw new PlatformError("place", "another workspace");
      return postOnce(frozen, { apiUrl, token: given.botToken });
    },
    edit: async (post, said) => {
      if (isElsewhere(post.at.space)) throw new PlatformError("place", "another workspace");
      await editPost(post, said, { apiUrl, token: given.botToken });
    },
    thread: async (post) => ({ ...post.at, thread: post.at.thread ?? post.message }),
    standing: async (at, account) => {
      if (isElsewhere(at.space)) return { name: at.channel, lacks: ["gone"] };
      const standing = await standingAt(at, asking);
      const isHere = account !== undefined && account.platform === "slack" && account.space === at.space;
      return isHere ? { ...standing, calls: await callsAt(at, account.user, asking) } : standing;
    },
  };
};
