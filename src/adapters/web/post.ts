import { randomUUID } from "node:crypto";
import { html } from "hono/html";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Message } from "../../core/bot/message.ts";
import type { Calls, Platform, Posting } from "../../core/bot/platform.ts";
import { toPlain } from "../../core/bot/text.ts";
import type { Lack } from "../../core/network/place.ts";
import type { Board, BoardPost, Channel } from "./board.ts";
import type { Live } from "./live.ts";
import { type Persona, SPACE, toAccount } from "./persona.ts";
import { clean, renderMessage, toMarkup } from "./render.ts";
import { type PageWords, pageWords } from "./words.ts";

/** As long as Slack's longest text; a page could take more, but no other place would. */
const LONGEST = 40_000;

const toBody = ({ id, message }: Posting): string => {
  const length = message.blocks.reduce(
    (sum, block) => (block.block === "text" || block.block === "note" ? sum + toPlain(block.text).length : sum),
    0,
  );
  if (length > LONGEST) throw new PlatformError("content", "too long");
  return JSON.stringify({ id, message });
};

/** What the board says no to is known only when it says so in our words. */
const asked = async <T>(ask: Promise<T>): Promise<T> => {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError("ambiguous", error instanceof Error ? error.name : "unknown");
  }
};

/** What may be asked twice with the effect of one. */
const repeatable = async <T>(ask: Promise<T>): Promise<T> => {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError("wait", error instanceof Error ? error.name : "unknown", 1000);
  }
};

const GONE: readonly Lack[] = ["gone"];

/** A call reaches nobody here; every persona who is an organiser may try it. */
const callsOf = (user: string, personas: readonly Persona[]): Calls => {
  const persona = personas.find((one) => one.user === user);
  const person = persona !== undefined && persona.guest !== true;
  return {
    account: persona && toAccount(persona, "en"),
    everyone: { person, bot: true, members: personas.length },
    groups: [],
  };
};

/** The delivery's half of the platform. */
export const createPosts = (given: {
  readonly board: Board;
  readonly channels: readonly Channel[];
  readonly personas: readonly Persona[];
  readonly live: Live;
}): Pick<Platform, "render" | "post" | "find" | "direct" | "edit" | "remove" | "thread" | "standing"> => {
  const { board, live } = given;
  const find = ({ space, channel }: { space: string; channel: string }): Channel | undefined =>
    space === SPACE ? given.channels.find(({ id }) => id === channel) : undefined;
  return {
    render: toBody,
    async post({ id, to, body }) {
      if (find(to) === undefined) throw new PlatformError("place", "gone");
      const message = await asked(board.add({ id, channel: to.channel, thread: to.thread, body }));
      live.push(to.channel);
      return { at: to, message };
    },
    async edit({ at, message }, { id, message: said }) {
      if (find(at) === undefined) throw new PlatformError("place", "gone");
      const isThere = await repeatable(board.change(message, toBody({ id, to: at, message: said })));
      if (!isThere) throw new PlatformError("content", "gone");
      live.push(at.channel);
    },
    async remove({ at, message }) {
      if (find(at) === undefined) throw new PlatformError("place", "gone");
      await repeatable(board.remove(message));
      live.push(at.channel);
    },
    async find({ id, to }) {
      const there = (await repeatable(board.list(to.channel))).find((one) => one.id === id);
      return there && { at: to, message: there.message };
    },
    async direct({ space, user }, message) {
      const channel = given.channels.find((one) => one.of === user);
      if (channel === undefined) throw new PlatformError("place", "gone");
      const to = { platform: "web", space, channel: channel.id } as const;
      const id = randomUUID();
      await repeatable(board.add({ id, channel: to.channel, thread: undefined, body: toBody({ id, to, message }) }));
      live.push(to.channel);
      return to;
    },
    async thread({ at, message }, title) {
      if (find(at) === undefined) throw new PlatformError("place", "gone");
      if (at.thread !== undefined) return at;
      const thread = await asked(board.thread(message, clean(title)));
      live.push(at.channel);
      return { ...at, thread };
    },
    async standing(at, account) {
      const channel = find(at);
      const standing = { name: `#${channel?.name ?? at.channel}`, lacks: channel === undefined ? GONE : [] };
      return account === undefined ? standing : { ...standing, calls: callsOf(account.user, given.personas) };
    },
  };
};

/** What a page needs of a post. `html` is the same as long as nothing in it has changed. */
export interface DrawnPost {
  readonly message: string;
  readonly html: string;
}

/** `body` is what `render` made, perhaps by an older version of the bot. */
const toMessage = (body: string): Message => (JSON.parse(body) as { message: Message }).message;

const drawPost = (
  post: BoardPost,
  { words, answers }: { words: PageWords; answers: number | undefined },
): DrawnPost => {
  const at = new Date(post.at).toISOString();
  const { opened } = post;
  const thread =
    opened === undefined || answers === undefined
      ? ""
      : toMarkup(
          html`<a class="thread" href="#${post.channel}/${opened.thread}">${words.thread}: ${clean(opened.title)} <span class="count">${words.posts(answers)}</span></a>`,
        );
  const head = toMarkup(
    html`<header><b>${words.bot}</b> <time datetime="${at}" data-style="clock">${at.slice(0, 16).replace("T", " ")} UTC</time></header>`,
  );
  const html_ = toMarkup(html`<article class="post" data-message="${post.message}">`);
  return {
    message: post.message,
    html: `${html_}${head}<div class="said">${renderMessage(toMessage(post.body), { words, nameOf: () => undefined })}</div>${thread}</article>`,
  };
};

/** A channel, or one of its threads under the post that it was opened on, as everybody sees it. */
export const drawPosts = (
  posts: readonly BoardPost[],
  { thread, lang }: { thread: string | undefined; lang: Parameters<typeof pageWords>[0] },
): { readonly title: string | undefined; readonly posts: readonly DrawnPost[] } => {
  const words = pageWords(lang);
  const within = (id: string | undefined): readonly BoardPost[] => posts.filter((post) => post.thread === id);
  if (thread === undefined)
    return {
      title: undefined,
      posts: within(undefined).map((post) =>
        drawPost(post, { words, answers: within(post.opened?.thread ?? "").length }),
      ),
    };
  const head = posts.find(({ opened }) => opened?.thread === thread);
  return {
    title: head?.opened && clean(head.opened.title),
    posts: [...(head === undefined ? [] : [head]), ...within(thread)].map((post) =>
      drawPost(post, { words, answers: undefined }),
    ),
  };
};
