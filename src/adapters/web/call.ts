import { z } from "zod";
import type { Call } from "../../core/bot/call.ts";
import { parseLine } from "../../core/bot/line.ts";
import type { Bot } from "../../core/bot/platform.ts";
import { type Language, toLanguage } from "../../core/words/language.ts";
import type { Channel, WebSpace } from "./board.ts";
import { type Persona, toAccount } from "./persona.ts";
import { isPageLanguage } from "./words.ts";

/** What a request is read against. The lists may grow while the bot runs. */
export interface World {
  readonly bot: Bot;
  readonly personas: readonly Persona[];
  readonly spaces: readonly WebSpace[];
  readonly channels: readonly Channel[];
}

/** A channel that this persona sees: direct messages are seen by one only. */
export const findChannel = (channels: readonly Channel[], id: string, user: string): Channel | undefined =>
  channels.find((channel) => channel.id === id && (channel.of === undefined || channel.of === user));

/** A request that was read: the call, and what the page needs for drawing the answer. */
export interface Asked {
  readonly call: Call;
  readonly language: Language;
}

const id = z.string().regex(/^[\w-]{1,100}$/u);
const asked = z.object({
  /** crypto.randomUUID() of the page; sent again as it was when an answer got lost. */
  id: z.uuid(),
  user: z.string(),
  /** The language of the page. */
  lang: z.custom<Language>(isPageLanguage),
  /** The language that was chosen in the page, if one was. */
  locale: z.string().max(35).optional(),
  channel: id,
  thread: id.optional(),
});
const said = asked.extend({ line: z.string().max(20_000) });
const pressed = asked.extend({
  press: z.string().max(200),
  options: z.record(z.string().max(100), z.string().max(100_000)),
});

/** The page names a persona and a channel; who and what these are is ours to say. */
const toAsked = (
  given: z.infer<typeof asked>,
  what: Pick<Call, "said" | "options">,
  world: World,
): Asked | undefined => {
  const persona = world.personas.find(({ user }) => user === given.user);
  const place = findChannel(world.channels, given.channel, given.user);
  if (persona === undefined || place === undefined) return undefined;
  const { id, lang: language, channel, thread } = given;
  const { space } = place;
  const at = { platform: "web", space, channel, ...(thread !== undefined && { thread }) } as const;
  const locale = given.locale ?? persona.locale ?? language;
  return { call: { id, asker: toAccount(persona, { space, language }), at, locale, ...what }, language };
};

/** A line that was typed; `undefined` for what no page of ours sends. */
export const toTyped = (body: unknown, world: World): (Asked & { readonly line: string }) | undefined => {
  const { success, data } = said.safeParse(body);
  if (!success) return undefined;
  const { command, options } = parseLine(world.bot.menu, data.line);
  const typed = toAsked(data, { said: { command }, options }, world);
  return typed && { ...typed, line: data.line };
};

/** A button, a choice or a form that was sent in; `undefined` for what no page of ours sends. */
export const toPressed = (body: unknown, world: World): Asked | undefined => {
  const { success, data } = pressed.safeParse(body);
  return success ? toAsked(data, { said: { press: data.press }, options: data.options }, world) : undefined;
};

/** What the bot answers in, as far as the page can know: the catalogue nearest to what the call asks for. */
export const spokenTo = ({ call, language }: Asked): Language => toLanguage(call.locale) ?? language;
