import { html } from "hono/html";
import type { Message } from "../../core/bot/message.ts";
import type { Language } from "../../core/words/language.ts";
import type { BoardPost } from "./board.ts";
import { clean, renderMessage, toMarkup } from "./render.ts";
import { type PageWords, pageWords } from "./words.ts";

/** What a page needs of a post. `html` is the same as long as nothing in it has changed. */
export interface DrawnPost {
  readonly message: string;
  readonly html: string;
}

interface Drawing {
  readonly words: PageWords;
  /** What the post is written in. */
  readonly language: Language;
  /** How many posts its thread has; `undefined` where the thread stands below anyway. */
  readonly answers: number | undefined;
}

/** `body` is what `render` made, perhaps by an older version of the bot. */
export const toMessage = ({ body }: BoardPost): Message => (JSON.parse(body) as { message: Message }).message;

const drawPost = (post: BoardPost, { words, language, answers }: Drawing): DrawnPost => {
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
  const begin = toMarkup(html`<article class="post" data-message="${post.message}">`);
  const said = renderMessage(toMessage(post), { words, nameOf: () => undefined });
  return {
    message: post.message,
    html: `${begin}${head}${toMarkup(html`<div class="said" lang="${language}">`)}${said}</div>${thread}</article>`,
  };
};

/** A channel, or one of its threads under the post that it was opened on, as everybody sees it. */
export const drawPosts = (
  posts: readonly BoardPost[],
  given: { readonly thread: string | undefined; readonly lang: Language; readonly language: Language },
): { readonly title: string | undefined; readonly posts: readonly DrawnPost[] } => {
  const { thread, language } = given;
  const words = pageWords(given.lang);
  const within = (id: string | undefined): readonly BoardPost[] => posts.filter((post) => post.thread === id);
  if (thread === undefined)
    return {
      title: undefined,
      posts: within(undefined).map((post) =>
        drawPost(post, { words, language, answers: within(post.opened?.thread ?? "").length }),
      ),
    };
  const head = posts.find(({ opened }) => opened?.thread === thread);
  return {
    title: head?.opened && clean(head.opened.title),
    posts: [...(head === undefined ? [] : [head]), ...within(thread)].map((post) =>
      drawPost(post, { words, language, answers: undefined }),
    ),
  };
};
