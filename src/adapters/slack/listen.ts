import type { App, BlockAction, ViewSubmitAction } from "@slack/bolt";
import type { Bot } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { type Acknowledgement, answer, answerForm, answerInModal, answerInView, type Ways, within } from "./answer.ts";
import { fromAction, fromCommand, fromSubmission } from "./call.ts";
import { type Desk, toTypist } from "./desk.ts";
import { wordOf } from "./fault.ts";
import type { Here } from "./hear.ts";
import { fromOpened, publishHome } from "./home.ts";
import { dropRepeated } from "./repeat.ts";
import { fromShortcut } from "./shortcuts.ts";
import { fromSuggestion, toOffers } from "./suggest.ts";

/** What the listeners need; all of them acknowledge first, then ask, then answer. */
export interface Room {
  readonly app: App;
  readonly bot: Bot;
  readonly log: Log;
}

/** What a workspace has of its own. */
export interface Tenant {
  readonly space: string;
  readonly desk: Desk;
  readonly ways: Ways;
  readonly here: Here;
}

/** The workspace that a request belongs to: found before any listener, from the envelope (app.ts). */
export const tenantOf = (context: Readonly<Record<string, unknown>>): Tenant => context.tenant as Tenant;

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

const listenToCommands = ({ app, bot, log }: Room): void => {
  app.command(/^\//u, async ({ ack, body, context }) => {
    await acknowledge(ack, log);
    await guarded(log, async () => {
      const { desk, ways, space } = tenantOf(context);
      const asked = fromCommand(body, { space, menu: bot.menu });
      const typist = toTypist(context, { user: body.user_id, team: body.team_id });
      const { again, reply } = desk.ask(asked, typist);
      if (again) return;
      const spot = { url: body.response_url, replace: false };
      const words = desk.words(typist);
      await answer(await reply, { trigger: body.trigger_id, at: asked.at, spot, words }, ways);
    });
  });
};

const listenToActions = ({ app, log }: Room): void => {
  app.action<BlockAction>({ type: "block_actions" }, async ({ ack, body, context }) => {
    await acknowledge(ack, log);
    await guarded(log, async () => {
      const { desk, ways, space } = tenantOf(context);
      const asked = fromAction(body, space);
      if (asked === undefined) return log.info({}, "Something was pressed on Slack that is not ours");
      const typist = toTypist(context, { user: body.user.id, team: body.user.team_id });
      const { again, reply } = desk.ask(asked, typist);
      if (again) return;
      const { view, trigger_id: trigger } = body;
      const to = { at: asked.at, user: typist.user, words: desk.words(typist) };
      if (view?.type === "home") return answerInModal(reply, { ...to, trigger }, ways);
      if (view !== undefined) return answerInView(await reply, { ...to, view, hash: view.hash }, ways);
      // An answer to a press on a private message takes its place; on a public post it is a new, private one.
      const spot = { url: body.response_url, replace: body.container.is_ephemeral === true };
      await answer(await reply, { ...to, trigger, spot }, ways);
    });
  });
};

const listenToForms = ({ app, log }: Room): void => {
  app.view<ViewSubmitAction>({ type: "view_submission" }, async ({ ack, body, context }) => {
    await guarded(log, async () => {
      const { desk, ways, space } = tenantOf(context);
      const asked = fromSubmission(body, space);
      if (asked === undefined) return acknowledge(ack, log);
      const typist = toTypist(context, { user: body.user.id, team: body.user.team_id });
      const { reply } = desk.ask(asked, typist);
      const to = { at: asked.at, user: typist.user, words: desk.words(typist) };
      const given = { ...to, view: body.view, ack: (said: Acknowledgement) => acknowledge(() => ack(said), log) };
      await answerForm(reply, given, ways);
    });
  });
};

/** Slack waits 3 s for options (docs external data source); half a second is left for the way. */
const OPTIONS_MS = 2500;

const listenToTyping = ({ app, log }: Room): void => {
  app.options<"block_suggestion">({ type: "block_suggestion" }, async ({ ack, body, context }) => {
    await guarded(log, async () => {
      const { desk, space } = tenantOf(context);
      const typed = fromSuggestion(body, space);
      const typist = toTypist(context, { user: body.user.id, team: body.user.team_id });
      const asking = typed === undefined ? [] : desk.suggest(typed.asked, typed.option, typist);
      const found = await within(OPTIONS_MS, Promise.resolve(asking)).catch(() => undefined);
      const options = typed === undefined ? [] : toOffers(found ?? [], body.value);
      await acknowledge(() => ack({ options }), log);
    });
  });
};

const listenToShortcuts = ({ app, log }: Room): void => {
  app.shortcut(/^/u, async ({ ack, body, context }) => {
    await acknowledge(ack, log);
    await guarded(log, async () => {
      const { desk, ways, space } = tenantOf(context);
      const asked = fromShortcut(body, space);
      if (asked === undefined) return log.info({}, "A shortcut on Slack is not ours");
      const typist = toTypist(context, { user: body.user.id, team: body.user.team_id });
      const { again, reply } = desk.ask(asked, typist);
      if (again) return;
      const to = { at: asked.at, user: typist.user, words: desk.words(typist), trigger: body.trigger_id };
      const spot = body.type === "message_action" ? { spot: { url: body.response_url, replace: false } } : {};
      await answerInModal(reply, { ...to, ...spot }, ways);
    });
  });
};

const listenToHome = ({ app, log }: Room): void => {
  app.event("app_home_opened", async ({ event, body, context }) => {
    await guarded(log, async () => {
      const { desk, ways, space } = tenantOf(context);
      if (event.tab !== "home") return;
      const asked = fromOpened(body.event_id, space);
      const { again, reply } = desk.ask(asked, toTypist(context, { user: event.user, team: body.team_id }));
      if (!again) await publishHome(await reply, { asked, opened: event }, ways);
    });
  });
};

export const listen = (room: Room): void => {
  dropRepeated(room.app);
  listenToCommands(room);
  listenToActions(room);
  listenToForms(room);
  listenToTyping(room);
  listenToShortcuts(room);
  listenToHome(room);
};
