import { type Answer, done, ok, refuse } from "./answers.ts";
import { storedComponents, toMessage } from "./messages.ts";
import { pingsOf } from "./pings.ts";
import { allComponents } from "./rules.ts";
import { type Json, newId, type State, type Stored } from "./state.ts";

/** The life of one interaction: acknowledged once within three seconds, then edited for fifteen minutes. */

const EPHEMERAL = 1 << 6;
const COMMAND = 2;
const COMPONENT = 3;
const SUGGEST = 4;
const FORM = 5;

/** What a person sees in the end. */
export type Outcome =
  | { readonly kind: "message"; readonly message: Stored; readonly replaced: boolean }
  | { readonly kind: "modal"; readonly modal: Json }
  | { readonly kind: "choices"; readonly choices: readonly Json[] };

export interface Live {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly user: string;
  readonly channel: string;
  /** The message that the component or the form belongs to. */
  readonly from: Stored | undefined;
  readonly since: number;
  /** The type of the first response. */
  answered?: number;
  /** What @original is. */
  original?: Stored;
  show(outcome: Outcome): void;
  fail(error: Error): void;
}

export interface Interactions {
  open(given: Pick<Live, "id" | "type" | "user" | "channel" | "from">): {
    readonly token: string;
    readonly outcome: Promise<Outcome>;
  };
  callback(id: string, token: string, body: Json): Answer;
  edit(token: string, body: Json): Answer;
  follow(token: string, body: Json): Answer;
  find(token: string): Live | undefined;
  /** In order: what was answered, "5", "edit" … */
  readonly log: readonly string[];
}

const store = (state: State, live: Live, body: Json): Stored => {
  const message: Stored = {
    id: newId(),
    channel_id: live.channel,
    author: { id: state.bot.id, username: state.bot.name, bot: true },
    content: String(body.content ?? ""),
    flags: Number(body.flags ?? 0),
    components: storedComponents(body),
    ...((Number(body.flags ?? 0) & EPHEMERAL) !== 0 && { for: live.user }),
    // What one person sees calls nobody.
    pings: (Number(body.flags ?? 0) & EPHEMERAL) === 0 ? pingsOf(state, live.channel, body) : [],
    body,
  };
  state.messages.push(message);
  return message;
};

const change = (message: Stored, body: Json): void => {
  // The kind may be said again and never be taken back; who sees it stays.
  message.flags |= Number(body.flags ?? 0);
  if (body.content !== undefined) message.content = String(body.content ?? "");
  if (body.components !== undefined) message.components = storedComponents(body);
  message.body = body;
};

/** 0 or the code that Discord refuses a first response with. */
const refusal = (live: Live, type: number, now: number, answerMs: number): number => {
  if (now - live.since > answerMs) return 10062;
  if (live.answered !== undefined) return 40060;
  const fits =
    live.type === SUGGEST
      ? type === 8
      : [4, 5, 9].includes(type) ||
        ([6, 7].includes(type) && (live.type === COMPONENT || (live.type === FORM && live.from !== undefined)));
  return fits && !(type === 9 && live.type === FORM) ? 0 : 50035;
};

export const createInteractions = (state: State): Interactions => {
  const lives = new Map<string, Live>();
  const log: string[] = [];

  const respond = (live: Live, type: number, data: Json): void => {
    if (type === 8) live.show({ kind: "choices", choices: (data.choices ?? []) as readonly Json[] });
    if (type === 9) live.show({ kind: "modal", modal: data });
    if (type === 4 || type === 5) live.original = store(state, live, data);
    if (live.from !== undefined && (type === 6 || type === 7)) live.original = live.from;
    if (type === 7 && live.original !== undefined) change(live.original, data);
    if ((type === 4 || type === 7) && live.original !== undefined)
      live.show({ kind: "message", message: live.original, replaced: type === 7 });
  };

  return {
    log,
    find: (token) => lives.get(token),
    open: (given) => {
      const token = `aW50ZXJhY3Rpb24${newId()}secret`;
      const outcome = new Promise<Outcome>((resolve, reject) => {
        const live: Live = { ...given, token, since: performance.now(), show: resolve, fail: reject };
        lives.set(token, live);
        setTimeout(() => {
          if (live.answered === undefined) reject(new Error("The application did not respond"));
        }, state.times.answerMs).unref();
        setTimeout(() => reject(new Error("The interaction has expired")), state.times.tokenMs).unref();
      });
      return { token, outcome };
    },
    callback: (id, token, body) => {
      const live = lives.get(token);
      if (live === undefined || live.id !== id) return refuse(404, 10062);
      const type = Number(body.type);
      const code = refusal(live, type, performance.now(), state.times.answerMs);
      log.push(code === 0 ? String(type) : `${type} refused ${code}`);
      if (code !== 0) return refuse(code === 10062 ? 404 : 400, code);
      live.answered = type;
      respond(live, type, (body.data ?? {}) as Json);
      return done;
    },
    edit: (token, body) => {
      const live = lives.get(token);
      if (live === undefined || performance.now() - live.since > state.times.tokenMs) return refuse(404, 10015);
      const { original } = live;
      if (original === undefined) return refuse(404, 10008);
      log.push("edit");
      change(original, body);
      live.show({ kind: "message", message: original, replaced: live.answered === 6 || live.answered === 7 });
      return ok(toMessage(original));
    },
    follow: (token, body) => {
      const live = lives.get(token);
      if (live?.answered === undefined) return refuse(404, 10015);
      log.push("follow-up");
      return ok(toMessage(store(state, live, body)));
    },
  };
};

/** A component of a message by its custom_id, for the client that presses it. */
export const findComponent = (message: Stored, fits: (component: Json) => boolean): Json | undefined =>
  allComponents(message.components).find(fits);

export { COMMAND, COMPONENT, FORM, SUGGEST };
