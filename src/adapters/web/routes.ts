import { readFileSync } from "node:fs";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Bot, Door } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import type { Language } from "../../core/words/language.ts";
import type { Board, Channel } from "./board.ts";
import { type Asked, toPressed, toTyped, type World } from "./call.ts";
import { complete } from "./complete.ts";
import { renderForm } from "./form.ts";
import { onlyOwn, secured } from "./guard.ts";
import type { Live } from "./live.ts";
import { renderPlayground, renderRunning } from "./pages.ts";
import type { Persona } from "./persona.ts";
import { drawPosts } from "./post.ts";
import { renderMessage } from "./render.ts";
import { isPageLanguage, pageWords } from "./words.ts";

/** A request is one line that somebody typed, or one form. */
const BODY_BYTES = 1_048_576;

interface Given {
  readonly bot: Bot;
  readonly board: Board;
  readonly personas: readonly Persona[];
  readonly channels: readonly Channel[];
  readonly live: Live;
  readonly health: () => { readonly well: boolean };
  /** Of the other platforms, as they are now. */
  readonly doors: () => readonly Door[];
  readonly log: Log;
  readonly port: () => number;
}

type Outer = Pick<Given, "health" | "doors" | "log">;

/** What is asked for in the address, else the first language of the browser that the page speaks, else English. */
const languageOf = (context: Context): Language => {
  const wanted = [context.req.query("lang"), ...(context.req.header("accept-language") ?? "").split(",")];
  return wanted.map((tag) => tag?.trim().toLowerCase().split(/[-;]/u)[0]).find(isPageLanguage) ?? "en";
};

const TYPES: Readonly<Record<string, string>> = {
  "playground.js": "text/javascript; charset=utf-8",
  "press.js": "text/javascript; charset=utf-8",
  "notes.js": "text/javascript; charset=utf-8",
  "line.js": "text/javascript; charset=utf-8",
  "times.js": "text/javascript; charset=utf-8",
  "playground.css": "text/css; charset=utf-8",
  "messages.css": "text/css; charset=utf-8",
  "line.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
};

const addFiles = (app: Hono): void => {
  for (const [name, type] of Object.entries(TYPES)) {
    const bytes = readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");
    app.get(`/page/${name}`, (context) => context.body(bytes, 200, { "Content-Type": type }));
  }
};

/** The bot's answer as a piece of the page. */
const answer = async ({ call, language }: Asked, { bot, personas, channels }: World): Promise<object> => {
  const said = await bot.handle(call);
  const words = pageWords(language);
  const nameOf = (user: string): string | undefined => personas.find((one) => one.user === user)?.name[language];
  const html =
    said.kind === "form"
      ? renderForm(said, { key: `f-${call.id}`, words, language, personas, channels })
      : renderMessage(said, { words, nameOf });
  return { html, form: said.kind === "form" };
};

/** What pages ask for by POST: same-origin JSON only, which a foreign page cannot send unasked. */
const addAsking = (app: Hono, world: World): void => {
  const NONSENSE = "No page of this bot sends this.";
  const add = <T>(
    path: string,
    read: (body: unknown, world: World) => T | undefined,
    act: (asked: T) => Promise<object>,
  ): void => {
    app.post(path, async (context) => {
      if (!/^application\/json(;|$)/u.test(context.req.header("content-type") ?? ""))
        return context.text(NONSENSE, 415);
      const body: unknown = await context.req.json().catch(() => undefined);
      const asked = read(body, world);
      return asked === undefined ? context.text(NONSENSE, 400) : context.json(await act(asked));
    });
  };
  add("/api/say", toTyped, (asked) => answer(asked, world));
  add("/api/press", toPressed, (asked) => answer(asked, world));
  add("/api/complete", toTyped, (asked) => complete({ ...asked, world }));
};

const addPages = (app: Hono, given: Given): void => {
  const { board, personas, channels, live } = given;
  app.get("/", (context) => context.html(renderPlayground({ language: languageOf(context), personas, channels })));
  app.get("/api/posts", async (context) => {
    const channel = context.req.query("channel") ?? "";
    if (!channels.some(({ id }) => id === channel)) return context.notFound();
    return context.json(
      drawPosts(await board.list(channel), { thread: context.req.query("thread"), lang: languageOf(context) }),
    );
  });
  app.get("/api/live", (context) => live.stream(context));
  addFiles(app);
  addAsking(app, given);
};

/** What comes in for another platform is that platform's to check: it passes no guard of the pages. */
const toDoors =
  (doors: Given["doors"]): MiddlewareHandler =>
  async (context, next) => {
    const here = doors().filter(({ path }) => path === context.req.path);
    if (here.length === 0) return next();
    const door = here.find(({ method }) => method === context.req.method);
    return door === undefined ? context.notFound() : door.answer(context.req.raw);
  };

const createApp = ({ health, doors, log }: Outer, ...guards: readonly MiddlewareHandler[]): Hono => {
  const app = new Hono();
  app.use(secured);
  app.use(bodyLimit({ maxSize: BODY_BYTES, onError: (context) => context.text("Too long.", 413) }));
  app.use(toDoors(doors));
  for (const guard of guards) app.use(guard);
  app.notFound((context) => context.text("There is nothing here.", 404));
  app.onError((error, context) => {
    log.error({ error: error.name, path: context.req.path }, "a page's request failed");
    return context.text("Something went wrong here; the log says what.", 500);
  });
  app.get("/health", (context) => {
    const said = health();
    return context.json(said, said.well ? 200 : 503);
  });
  return app;
};

/** The playground, /health included, for this machine's own pages. */
export const createPlayground = (given: Given): Hono => {
  const app = createApp(given, onlyOwn(given.port));
  addPages(app, given);
  return app;
};

/** Without the playground: whether the bot is well, and that it is there. */
export const createFront = (given: Outer): Hono => {
  const app = createApp(given);
  addFiles(app);
  app.get("/", (context) => context.html(renderRunning(languageOf(context))));
  return app;
};
