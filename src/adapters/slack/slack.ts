import { App, type BlockAction, type ViewSubmitAction, webApi } from "@slack/bolt";
import type { Call } from "../../core/bot/call.ts";
import { createConditions } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Form } from "../../core/bot/form.ts";
import type { Message } from "../../core/bot/message.ts";
import type { Bot, Door, Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { type Clock, createClock } from "../../core/time/clock.ts";
import { createAskers, type Typist } from "./account.ts";
import { answer, answerForm, answerInView, type Ways } from "./answer.ts";
import { type Asked, fromAction, fromCommand, fromSubmission } from "./call.ts";
import { callsAt } from "./calling.ts";
import { toAskingFault, wordOf } from "./fault.ts";
import { createHttp } from "./http.ts";
import { editPost, postOnce, standingAt, toBody } from "./post.ts";
import { EVENTS_PATH } from "./register.ts";
import { createSockets, type Entrance, toBoltLogger } from "./socket.ts";

interface Given {
  readonly botToken: string;
  /** Socket Mode by the app token, or HTTP by the signing secret. */
  readonly entrance: { readonly appToken: string } | { readonly signingSecret: string };
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

type Reply = Message | Form;

/** Asks the bot; an envelope that comes again while the first is being answered waits for the same answer. */
const createDesk = (bot: Bot, given: { client: webApi.WebClient; space: string; log: Log }) => {
  const askers = createAskers(given);
  const running = new Map<string, Promise<Reply>>();
  const ask = async (asked: Asked, typist: Typist): Promise<Reply> => {
    const { account, locale } = await askers(typist);
    const call: Call = { ...asked, asker: account, ...(locale !== undefined && { locale }) };
    return bot.handle(call);
  };
  return (asked: Asked, typist: Typist): { readonly again: boolean; readonly reply: Promise<Reply> } => {
    const first = running.get(asked.id);
    if (first !== undefined) return { again: true, reply: first };
    const reply = ask(asked, typist).finally(() => running.delete(asked.id));
    running.set(asked.id, reply);
    return { again: false, reply };
  };
};

type Desk = ReturnType<typeof createDesk>;
interface Room {
  readonly app: App;
  readonly bot: Bot;
  readonly desk: Desk;
  readonly ways: Ways;
  readonly space: string;
}

/** Bolt cannot await what a listener leaves behind; nothing may escape from here. */
const guarded = async (log: Log, run: () => Promise<void>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    log.error({ word: wordOf(error) }, "An answer did not reach Slack");
  }
};

/** First of all. It rejects when the connection has closed meanwhile; Slack tells the person then, or sends it again. */
const acknowledge = async (ack: () => Promise<void>, log: Log): Promise<void> => {
  try {
    await ack();
  } catch {
    log.warn({}, "The connection to Slack closed before a request was acknowledged");
  }
};

/** Who typed: what Bolt read from the envelope goes before what the body says. */
const toTypist = (
  context: { userId?: string; teamId?: string },
  body: { user: string; team: string | undefined },
): Typist => ({
  user: context.userId ?? body.user,
  teams: [context.teamId, body.team],
});

const listenToCommands = ({ app, bot, desk, ways, space }: Room): void => {
  app.command(/^\//u, async ({ ack, body, context }) => {
    await acknowledge(ack, ways.log);
    await guarded(ways.log, async () => {
      const asked = fromCommand(body, { space, menu: bot.menu });
      const { again, reply } = desk(asked, toTypist(context, { user: body.user_id, team: body.team_id }));
      if (again) return;
      const spot = { url: body.response_url, replace: false };
      await answer(await reply, { trigger: body.trigger_id, at: asked.at, spot }, ways);
    });
  });
};

const listenToActions = ({ app, desk, ways, space }: Room): void => {
  app.action<BlockAction>({ type: "block_actions" }, async ({ ack, body, context }) => {
    await acknowledge(ack, ways.log);
    await guarded(ways.log, async () => {
      const asked = fromAction(body, space);
      if (asked === undefined) return ways.log.info({}, "Something was pressed on Slack that is not ours");
      const { again, reply } = desk(asked, toTypist(context, { user: body.user.id, team: body.user.team_id }));
      if (again) return;
      const { view } = body;
      if (view !== undefined) return answerInView(await reply, { view, at: asked.at, hash: view.hash }, ways);
      // An answer to a press on a private message takes its place; on a public post it is a new, private one.
      const spot = { url: body.response_url, replace: body.container.is_ephemeral === true };
      await answer(await reply, { trigger: body.trigger_id, at: asked.at, spot }, ways);
    });
  });
};

const listenToForms = ({ app, desk, ways, space }: Room): void => {
  app.view<ViewSubmitAction>({ type: "view_submission" }, async ({ ack, body, context }) => {
    await guarded(ways.log, async () => {
      const asked = fromSubmission(body, space);
      if (asked === undefined) return acknowledge(ack, ways.log);
      const { reply } = desk(asked, toTypist(context, { user: body.user.id, team: body.user.team_id }));
      await answerForm(
        reply,
        { view: body.view, at: asked.at, ack: (said) => acknowledge(() => ack(said), ways.log) },
        ways,
      );
    });
  });
};

const createApp = (given: Given, { bot, user }: Identity, { receiver }: Entrance): App => {
  const app = new App({
    receiver,
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

const connect = async (given: Given, bot: Bot, entrance: Entrance): Promise<{ entrance: Entrance; space: string }> => {
  const client = new webApi.WebClient(given.botToken, toClientOptions(given));
  const identity = await identify(client);
  const space = identity.team;
  const app = createApp(given, identity, entrance);
  const room = {
    app,
    bot,
    space,
    ways: { client, apiUrl: given.apiUrl, log: given.log },
    desk: createDesk(bot, { client, space, log: given.log }),
  };
  listenToCommands(room);
  listenToActions(room);
  listenToForms(room);
  try {
    await entrance.start(app);
  } catch (error) {
    await entrance.stop();
    throw error;
  }
  await bot.hear({ heard: "space", platform: "slack", space, name: identity.name, connected: true });
  return { entrance, space };
};

/** By sockets anew at each start; by HTTP through a door that is there from the beginning, and shut until the start. */
const toWayIn = (
  given: Given,
  { clock, changed }: { readonly clock: Clock; readonly changed: (isConnected: boolean) => void },
): { readonly enter: () => Entrance; readonly door?: Door } => {
  const { entrance } = given;
  if ("appToken" in entrance) return { enter: () => createSockets({ ...given, appToken: entrance.appToken, changed }) };
  const http = createHttp({ signingSecret: entrance.signingSecret, clock, log: given.log, changed });
  return { enter: () => http, door: { path: EVENTS_PATH, answer: http.answer } };
};

/** Slack through Socket Mode, where nothing of ours has to be reachable from outside, or through HTTP on our own port. */
export const createSlack = (given: Given): Platform => {
  const apiUrl = given.apiUrl.endsWith("/") ? given.apiUrl : `${given.apiUrl}/`;
  const whole = { ...given, apiUrl };
  const clock = createClock();
  const asking = new webApi.WebClient(given.botToken, toClientOptions(whole));
  let open: { entrance: Entrance; space: string } | undefined;
  const conditions = createConditions(clock);
  const changed = (isConnected: boolean): void => {
    if (!stopping) conditions.set(isConnected ? "connected" : "connecting", isConnected ? {} : { why: "lost" });
  };
  const { enter, door } = toWayIn(whole, { clock, changed });
  let stopping = false;
  /** No request to a place of another workspace, whatever a row says. */
  const isElsewhere = (space: string): boolean => open !== undefined && open.space !== space;
  const close = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    await closing?.entrance.stop();
  };
  return {
    name: "slack",
    ...(door !== undefined && { door }),
    start: async (bot) => {
      stopping = false;
      conditions.set("connecting");
      try {
        open = await connect(whole, bot, enter());
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
