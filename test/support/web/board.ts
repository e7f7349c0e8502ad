import type { Board, BoardPost } from "../../../src/adapters/web/board.ts";
import { PlatformError } from "../../../src/core/bot/errors.ts";
import type { Disturbance } from "../rig.ts";

/** A board in memory. Handing the same one to another adapter is what a restart is. */
export interface MemoryBoard extends Board {
  readonly posts: readonly BoardPost[];
  disturb(next: Disturbance): void;
  /** It cannot be read any more. */
  blind(): void;
  attempts(): number;
}

const ERRORS: Readonly<Record<Disturbance, () => Error>> = {
  refuse: () => new PlatformError("place", "refused"),
  limit: () => new PlatformError("wait", "limited", 1_000),
  revoke: () => new PlatformError("stop", "revoked"),
  fail: () => new Error("the disk is full"),
  lose: () => new Error("the connection is cut"),
};

/** @param now milliseconds since 1970 for the post with this number */
export const createMemoryBoard = (now: (n: number) => number = (n) => 1_796_457_600_000 + n * 60_000): MemoryBoard => {
  let posts: readonly BoardPost[] = [];
  let next: Disturbance | undefined;
  let attempts = 0;
  let isBlind = false;
  return {
    get posts() {
      return posts;
    },
    disturb(disturbance) {
      next = disturbance;
    },
    blind: () => {
      isBlind = true;
    },
    attempts: () => attempts,
    async add(entry) {
      attempts++;
      const disturbance = next;
      next = undefined;
      if (disturbance !== undefined && disturbance !== "lose") throw ERRORS[disturbance]();
      const there = posts.find(({ id }) => id === entry.id);
      const post = there ?? { ...entry, message: `m${posts.length + 1}`, at: now(posts.length) };
      if (there === undefined) posts = [...posts, post];
      if (disturbance === "lose") throw ERRORS.lose();
      return post.message;
    },
    async remove(message) {
      posts = posts.filter((post) => post.message !== message);
    },
    async change(message, body) {
      const isThere = posts.some((post) => post.message === message);
      posts = posts.map((post) => (post.message === message ? { ...post, body } : post));
      return isThere;
    },
    async list(channel) {
      if (isBlind) throw new PlatformError("place", "blind");
      return posts.filter((post) => post.channel === channel);
    },
    async thread(message, title) {
      const opened = { thread: `t-${message}`, title };
      posts = posts.map((post) => (post.message === message && post.opened === undefined ? { ...post, opened } : post));
      return opened.thread;
    },
  };
};
