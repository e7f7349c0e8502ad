import type { Account, PlatformName } from "../../src/core/bot/call.ts";
import { type Condition, createConditions } from "../../src/core/bot/condition.ts";
import { PlatformError } from "../../src/core/bot/errors.ts";
import type { Message } from "../../src/core/bot/message.ts";
import type { Calls, Platform } from "../../src/core/bot/platform.ts";
import type { Lack } from "../../src/core/network/place.ts";
import type { Disturbance } from "./rig.ts";

/** A platform in memory, as far as the house sees it: what was posted where, and what may go wrong on the way. */
export interface MemoryPlatform extends Platform {
  readonly posted: {
    readonly id: string;
    readonly channel: string;
    readonly thread?: string;
    readonly message: Message;
  }[];
  /** Ids of the deliveries whose posts were edited, in order. */
  readonly edited: string[];
  readonly threads: { readonly message: string; readonly title: string }[];
  readonly lacks: Map<string, readonly Lack[]>;
  /** Members of its spaces; who is taken out has left. */
  readonly members: Map<string, Account>;
  /** What anybody may call there, and how many that are. */
  calling: { person: boolean; bot: boolean; members: number | undefined; groups: { id: string; name: string }[] };
  /** Who takes no direct messages. */
  readonly closed: Set<string>;
  /** It does not say what anybody may do, until told otherwise. */
  silent: boolean;
  /** Longest message it takes, in characters of its JSON. */
  limit(most: number): void;
  /** What happens to the next posts, the desk's excepted: it must hear of the others. */
  disturb(...next: Disturbance[]): void;
  /** What happens to the next readings of a place: the right to is missing, or the answer is no answer. */
  disturbReads(...next: ("forbid" | "garble")[]): void;
  /** What happens to the next edits; `gone`: the post was deleted. */
  disturbEdits(...next: (Disturbance | "gone")[]): void;
  connect(state: Condition["state"], because?: Pick<Condition, "why" | "until">): void;
  attempts(): number;
}

const REASONS = { refuse: "place", limit: "wait", fail: "ambiguous", lose: "ambiguous", revoke: "stop" } as const;

/** Everything about a memory platform happened then. */
const SINCE = Temporal.Instant.from("2026-11-23T18:30:00Z");

export const createMemoryPlatform = (name: PlatformName): MemoryPlatform => {
  const posted: MemoryPlatform["posted"] = [];
  const threads: MemoryPlatform["threads"] = [];
  const lacks = new Map<string, readonly Lack[]>();
  const edited: string[] = [];
  const members = new Map<string, Account>();
  const closed = new Set<string>();
  const next: Disturbance[] = [];
  const nextReads: ("forbid" | "garble")[] = [];
  const nextEdits: (Disturbance | "gone")[] = [];
  const conditions = createConditions({ now: () => SINCE });
  conditions.set("connected");
  let attempts = 0;
  let most = 8000;
  const platform: MemoryPlatform = {
    members,
    closed,
    calling: { person: true, bot: true, members: 40, groups: [] },
    silent: false,
    limit: (given) => {
      most = given;
    },
    name,
    posted,
    edited,
    threads,
    lacks,
    disturb: (...given) => void next.push(...given),
    disturbReads: (...given) => void nextReads.push(...given),
    disturbEdits: (...given) => void nextEdits.push(...given),
    connect: conditions.set,
    attempts: () => attempts,
    start: async () => undefined,
    stop: async () => undefined,
    state: () => conditions.now().state,
    condition: conditions.now,
    render({ message }) {
      const body = JSON.stringify(message);
      if (body.length > most) throw new PlatformError("content", "too long");
      return body;
    },
    async post({ id, to, body }) {
      attempts++;
      const trouble = to.channel === "desk" ? undefined : next.shift();
      if (trouble === undefined || trouble === "lose")
        posted.push({
          id,
          channel: to.channel,
          ...(to.thread && { thread: to.thread }),
          message: JSON.parse(body) as Message,
        });
      if (trouble !== undefined)
        throw new PlatformError(REASONS[trouble], trouble, trouble === "limit" ? 1000 : undefined);
      return { at: to, message: `m${posted.length}` };
    },
    async find({ id, to }) {
      const unread = nextReads.shift();
      if (unread !== undefined)
        throw new PlatformError(unread === "forbid" ? "place" : "wait", unread === "forbid" ? "history" : unread, 1000);
      const n = posted.findIndex((one) => one.id === id && one.channel === to.channel);
      return n < 0 ? undefined : { at: to, message: `m${n + 1}` };
    },
    async edit(post, { id, message }) {
      const trouble = nextEdits.shift();
      if (trouble === "gone") throw new PlatformError("content", "gone");
      if (trouble !== undefined && trouble !== "lose")
        throw new PlatformError(trouble === "fail" ? "wait" : REASONS[trouble], trouble, 1000);
      const n = Number(post.message.slice(1)) - 1;
      const there = posted[n];
      if (there?.id !== id) throw new PlatformError("content", "gone");
      posted[n] = { ...there, message };
      edited.push(id);
      if (trouble === "lose") throw new PlatformError("wait", trouble, 1000);
    },
    link: async ({ at, message }) => `https://${name}.example/${at.channel}/${message}`,
    async remove(post) {
      const trouble = nextEdits.shift();
      if (trouble !== undefined && trouble !== "lose" && trouble !== "gone")
        throw new PlatformError(trouble === "fail" ? "wait" : REASONS[trouble], trouble, 1000);
      const n = Number(post.message.slice(1)) - 1;
      const there = posted[n];
      // Numbers of the others stay.
      if (there !== undefined) posted[n] = { id: "", channel: "", message: { kind: "message", blocks: [] } };
    },
    async thread(post, title) {
      threads.push({ message: post.message, title });
      return { ...post.at, thread: `t-${post.message}` };
    },
    async direct({ space, user }, message) {
      if (closed.has(user)) throw new PlatformError("place", "closed");
      const to = { platform: name, space, channel: `direct-${user}` };
      posted.push({ id: "", channel: to.channel, message });
      return to;
    },
    async standing({ channel }, account) {
      if (platform.silent) throw new PlatformError("wait", "no answer", 1000);
      const { groups, ...reach } = platform.calling;
      const calls: Calls | undefined = account && {
        account: members.get(account.user),
        everyone: reach,
        groups: groups.map((group) => ({ ...group, ...reach })),
      };
      return { name: `#${channel}`, lacks: lacks.get(channel) ?? [], ...(calls && { calls }) };
    },
  };
  return platform;
};
