import type { Json } from "./rules.ts";
import type { Channel, Message, Workspace } from "./state.ts";

/** What is read of a channel: docs.slack.dev/reference/methods, conversations.history and conversations.replies. */

const isTrue = (value: unknown): boolean => value === true || value === "true" || value === "1" || value === 1;

const toCursor = (ts: string): string => Buffer.from(`next_ts:${ts}`).toString("base64");
const fromCursor = (cursor: unknown): string | undefined =>
  /^next_ts:(.+)$/u.exec(Buffer.from(String(cursor), "base64").toString("utf8"))?.[1];

/** A message of the app's own as Slack shows it; its metadata only who asks for it sees. */
export const toOutput = ({ bot }: Workspace, message: Message): Json => ({
  type: "message",
  ts: message.ts,
  ...(message.thread !== undefined && { thread_ts: message.thread }),
  text: message.text,
  blocks: message.blocks,
  ...(message.by ?? { user: bot.user, bot_id: bot.id, app_id: bot.app }),
});

const output = (
  workspace: Workspace,
  message: Message,
  given: { readonly args: Json; readonly replies: number },
): Json => ({
  ...toOutput(workspace, message),
  ...(given.replies > 0 && { thread_ts: message.ts, reply_count: given.replies }),
  // Docs, message metadata: who may not read it sees messages without it, and no error.
  ...(isTrue(given.args.include_all_metadata) &&
    workspace.scopes.has("metadata.message:read") &&
    message.metadata !== undefined && { metadata: message.metadata }),
});

type Refusal = { readonly error: string; readonly more?: Json };

const enter = (workspace: Workspace, args: Json): Channel | Refusal => {
  const channel = workspace.channels.get(String(args.channel));
  if (channel === undefined || (channel.private && !channel.member)) return { error: "channel_not_found" };
  const needed = channel.of !== undefined ? "im:history" : channel.private ? "groups:history" : "channels:history";
  if (!workspace.scopes.has(needed))
    return { error: "missing_scope", more: { needed, provided: [...workspace.scopes].join(",") } };
  return channel.member ? channel : { error: "not_in_channel" };
};

/** The list that a page is cut from, in the order in which Slack gives it. */
type Order = (messages: readonly Message[], args: Json) => readonly Message[] | "thread_not_found";

const read =
  (order: Order) =>
  (workspace: Workspace, args: Json): Json => {
    const channel = enter(workspace, args);
    if ("error" in channel) return { ok: false, error: channel.error, ...channel.more };
    const limit = Number(args.limit ?? 100);
    // "The maximum number of items to return … under 1000".
    if (!Number.isInteger(limit) || limit < 1 || limit > 999) return { ok: false, error: "invalid_arguments" };
    const seconds = (Date.now() - workspace.lagMs) / 1000;
    const visible = channel.messages.filter(({ ts }) => Number(ts) <= seconds);
    const [oldest, latest] = [Number(args.oldest ?? 0), Number(args.latest ?? Number.POSITIVE_INFINITY)];
    if (Number.isNaN(oldest)) return { ok: false, error: "invalid_ts_oldest" };
    const ordered = order(visible, args);
    if (ordered === "thread_not_found") return { ok: false, error: ordered };
    const within = ordered.filter(
      ({ ts }) => ts === args.ts || (Number(ts) > oldest && (Number(ts) < latest || isTrue(args.inclusive))),
    );
    const begin = args.cursor === undefined ? 0 : within.findIndex(({ ts }) => ts === fromCursor(args.cursor));
    if (begin < 0) return { ok: false, error: "invalid_cursor" };
    const next = within[begin + limit];
    return {
      ok: true,
      messages: within
        .slice(begin, begin + limit)
        .map((one) =>
          output(workspace, one, { args, replies: visible.filter(({ thread }) => thread === one.ts).length }),
        ),
      has_more: next !== undefined,
      response_metadata: { next_cursor: next === undefined ? "" : toCursor(next.ts) },
    };
  };

export const historyMethods = {
  /** The newest first; of threads only how they begin. */
  "conversations.history": read((messages) => messages.filter(({ thread }) => thread === undefined).toReversed()),
  /** The message that it begins with first, whatever `oldest` says, then the answers, the oldest first. */
  "conversations.replies": read((messages, { ts }) => {
    const root = messages.find((message) => message.ts === ts);
    return root === undefined ? "thread_not_found" : [root, ...messages.filter(({ thread }) => thread === ts)];
  }),
} as const;
