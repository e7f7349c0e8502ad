import { isJson } from "./answers.ts";
import type { Json } from "./state.ts";

/** What a session hears: docs topics/gateway, *List of Intents* and *Message Content Intent*. */

const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const MESSAGE_CONTENT = 1 << 15;
/** Members, presences and the content of messages must be approved. */
export const PRIVILEGED = (1 << 1) | (1 << 8) | MESSAGE_CONTENT;

const NEEDED: readonly (readonly [RegExp, number])[] = [
  [/^(?:GUILD_CREATE|GUILD_UPDATE|GUILD_DELETE|GUILD_ROLE_\w+|CHANNEL_\w+|THREAD_\w+)$/u, GUILDS],
  [/^MESSAGE_(?:CREATE|UPDATE|DELETE|DELETE_BULK)$/u, GUILD_MESSAGES],
];

/** Of others' messages everything that they wrote is empty, unless they mention the bot. */
export const withheld = (message: Json, self: string): Json => {
  const { author, mentions } = message;
  const isOwn = isJson(author) && author.id === self;
  const isMentioned = Array.isArray(mentions) && mentions.some((one: Json) => one.id === self);
  return isOwn || isMentioned ? message : { ...message, content: "", components: [], embeds: [], attachments: [] };
};

/** The event as a session with these intents gets it, or `undefined`. */
export const forIntents = (
  intents: number,
  { event, data, self }: { readonly event: string; readonly data: unknown; readonly self: string },
): unknown => {
  const needed = NEEDED.find(([name]) => name.test(event))?.[1] ?? 0;
  if ((intents & needed) !== needed) return undefined;
  if (!/^MESSAGE_(?:CREATE|UPDATE)$/u.test(event) || (intents & MESSAGE_CONTENT) !== 0 || !isJson(data)) return data;
  return withheld(data, self);
};
