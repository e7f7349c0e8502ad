import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import { type Form, toFormMessage } from "../../core/bot/form.ts";
import { type Message, text, message as toMessage } from "../../core/bot/message.ts";
import type { Bot } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import { toLanguage } from "../../core/words/language.ts";
import { wordsIn } from "../../core/words/words.ts";
import type { Declined, Received } from "./call.ts";
import { toPlatformError } from "./fault.ts";
import { toModal } from "./form.ts";
import type { Patience } from "./patience.ts";
import { label } from "./plain.ts";
import { OPTION_LABEL, OPTION_VALUE, SELECT_OPTIONS, toPrivate, toReplacement } from "./render.ts";

/** The answer to one interaction, in time: directly, or after two seconds put off and then edited in. */

export interface Ways {
  readonly bot: Bot;
  readonly rest: REST;
  readonly log: Log;
  readonly patience: Patience;
  readonly clock: Clock;
}

/** Too late, or answered by somebody else (a second process, a replayed event): nothing can be done, nothing is retried. */
const FINAL: readonly string[] = [
  String(RESTJSONErrorCodes.UnknownInteraction),
  String(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged),
];

/** Sends one response, again where Discord says when and that is still in time; whether it was taken. Never rejects. */
const deliver = async (
  { log, clock }: Ways,
  send: () => Promise<unknown>,
  { untilMs, passing = false }: { readonly untilMs: number; readonly passing?: boolean },
): Promise<boolean> => {
  for (;;) {
    try {
      await send();
      return true;
    } catch (error) {
      const { fault, cause: word, retryMs = 0 } = toPlatformError(error);
      const cause = String(word);
      if (fault === "wait" && clock.monotonicMs() + retryMs < untilMs) {
        await new Promise((resolve) => setTimeout(resolve, retryMs));
        continue;
      }
      // Lists of suggestions come many a second, and are missed by nobody.
      if (passing || FINAL.includes(cause)) log.debug({ cause }, "Discord no longer takes this answer");
      else log.error({ cause }, "An answer did not reach Discord");
      return false;
    }
  }
};

interface Talk {
  respond(type: InteractionResponseType, data?: unknown): Promise<boolean>;
  /** Fills in what was put off. */
  complete(body: unknown): Promise<boolean>;
}

const createTalk = ({ id, token, application_id }: APIInteraction, ways: Ways): Talk => {
  const { rest, clock, patience } = ways;
  const since = clock.monotonicMs();
  return {
    // auth: false, or a 401 on an expired token would make the library forget the bot's own (discord.js #7492).
    respond: (type, data) => {
      const body = { type, ...(data !== undefined && { data }) };
      const send = () => rest.post(Routes.interactionCallback(id, token), { body, auth: false });
      return deliver(ways, send, {
        untilMs: since + patience.respondMs,
        passing: type === InteractionResponseType.ApplicationCommandAutocompleteResult,
      });
    },
    complete: (body) => {
      const route = Routes.webhookMessage(application_id, token, "@original");
      return deliver(ways, () => rest.patch(route, { body, auth: false }), {
        untilMs: since + patience.editMs,
      });
    },
  };
};

const defer = (talk: Talk, { onPrivate }: Received): Promise<boolean> =>
  onPrivate
    ? talk.respond(InteractionResponseType.DeferredMessageUpdate)
    : talk.respond(InteractionResponseType.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral });

const say = async (talk: Talk, { onPrivate, interaction }: Received, reply: Message | Form): Promise<void> => {
  // Discord: a modal answers anything but a modal, docs receiving-and-responding#interaction-callback-type.
  if (reply.kind === "form" && interaction.type !== InteractionType.ModalSubmit) {
    await talk.respond(InteractionResponseType.Modal, toModal(reply));
    return;
  }
  const message = reply.kind === "form" ? toFormMessage(reply) : reply;
  if (onPrivate) await talk.respond(InteractionResponseType.UpdateMessage, toReplacement(message));
  else await talk.respond(InteractionResponseType.ChannelMessageWithSource, toPrivate(message));
};

const answerCall = async (received: Received, ways: Ways): Promise<void> => {
  const talk = createTalk(received.interaction, ways);
  const put: { off?: Promise<boolean> } = {};
  // A timer counts from receipt and never jumps; the time in the interaction's id is the other machine's.
  const timer = setTimeout(() => {
    put.off = defer(talk, received);
  }, ways.patience.deferMs);
  let reply: Message | Form;
  try {
    reply = await ways.bot.handle(received.call);
  } finally {
    clearTimeout(timer);
  }
  if (put.off === undefined) return say(talk, received, reply);
  if (!(await put.off)) return;
  await talk.complete(toReplacement(reply.kind === "form" ? toFormMessage(reply) : reply));
};

const toChoices = (suggestions: Awaited<ReturnType<Bot["suggest"]>>) =>
  suggestions
    .filter(({ value }) => value.length <= OPTION_VALUE)
    .slice(0, SELECT_OPTIONS)
    .map(({ label: name, value }) => ({ name: label(name, OPTION_LABEL), value }));

const answerSuggest = async (received: Received, option: string, ways: Ways): Promise<void> => {
  const talk = createTalk(received.interaction, ways);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly never[]>((resolve) => {
    timer = setTimeout(() => resolve([]), ways.patience.suggestMs);
  });
  const suggestions = await Promise.race([ways.bot.suggest(received.call, option), late]);
  clearTimeout(timer);
  await talk.respond(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices: toChoices(suggestions) });
};

/** Rejects only for what is our own mistake; what Discord refuses is logged. */
export const answer = (received: Received, ways: Ways): Promise<void> =>
  typeof received.kind === "object" ? answerSuggest(received, received.kind.suggest, ways) : answerCall(received, ways);

/**
 * Our commands are registered for servers only, and still Discord might let something come from a direct message: who
 * asked there reads why nothing happens, not "The application did not respond".
 */
export const decline = async (
  interaction: APIInteraction,
  { because, outside }: Declined,
  ways: Ways,
): Promise<void> => {
  ways.log.debug({ because }, "An interaction was not answered");
  if (outside === undefined) return;
  const talk = createTalk(interaction, ways);
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    await talk.respond(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices: [] });
    return;
  }
  const { bot } = wordsIn(toLanguage("locale" in interaction ? interaction.locale : undefined) ?? "en");
  const body = toPrivate(toMessage(text(bot.outside)));
  await talk.respond(InteractionResponseType.ChannelMessageWithSource, body);
};
