import { readdirSync, readFileSync } from "node:fs";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Message } from "../../core/bot/message.ts";
import type { Bot, Door } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import type { Language } from "../../core/words/language.ts";
import type { Board, BoardPost, Channel, WebSpace } from "./board.ts";
import { type Asked, findChannel, spokenTo, toPressed, toTyped, type World } from "./call.ts";
import { type PlaygroundClock, toJump } from "./clock.ts";
import { complete } from "./complete.ts";
import { drawPosts, toMessage } from "./draw.ts";
import { renderForm } from "./form.ts";
import { isFromHere, onlyOwn, secured } from "./guard.ts";
import type { Live } from "./live.ts";
import { type Looks, payloadsOf } from "./looks.ts";
import { addMonitor, type Monitor } from "./monitor.ts";
import { renderDoctor, renderPlayground, renderRunning } from "./pages.ts";
import type { Persona } from "./persona.ts";
import { renderMessage } from "./render.ts";
import { isPageLanguage, pageWords } from "./words.ts";

/** A request is one line that somebody typed, or one form. */
const BODY_BYTES = 1_048_576;

export interface Outer extends Monitor {
  /** Where other platforms come in through this port, as they are now. */
  readonly doors: () => readonly Door[];
  readonly log: Log;
  readonly port: () => number;
  /** What the doctor says, for whoever sits at this machine. */
  readonly doctor?: (language: Language) => Promise<Message>;
}

/** What the playground is made of. `personas`, `spaces` and `channels` may grow while it runs. */
export interface Playground {
  readonly board: Board;
  readonly personas: readonly Persona[];
  readonly spaces: readonly WebSpace[];
  readonly channels: readonly Channel[];
  /** What the other platforms would get. */
  readonly looks: Looks;
  readonly clock: PlaygroundClock;
}

type Given = Outer & Playground & { readonly bot: Bot; readonly live: Live };

/** What is asked for in the address, else the first language of the browser that the page speaks, else English. */
const languageOf = (context: Context): Language => {
  const wanted = [context.req.query("lang"), ...(context.req.header("accept-language") ?? "").split(",")];
  return wanted.map((tag) => tag?.trim().toLowerCase().split(/[-;]/u)[0]).find(isPageLanguage) ?? "en";
};

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** All that lies in the folder: it holds nothing but what pages load. */
const addFiles = (app: Hono): void => {
  const folder = new URL("./page/", import.meta.url);
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(new URL(name, folder), "utf8");
    const type = TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";
    app.get(`/page/${name}`, (context) => context.body(bytes, 200, { "Content-Type": type }));
  }
};

/** The bot's answer as a piece of the page, in `lang`; the page around it may be in another language. */
const answer = async (asked: Asked, given: Given): Promise<object> => {
  const { call, language } = asked;
  const { bot, personas, channels, spaces, looks } = given;
  const said = await bot.handle(call);
  const words = pageWords(language);
  const lang = spokenTo(asked);
  if (said.kind === "form") {
    const around = { key: `f-${call.id}`, words, language, personas, channels, spaces };
    return { form: true, lang, html: renderForm(said, around) };
  }
  const nameOf = (user: string): string | undefined => personas.find((one) => one.user === user)?.name[language];
  return { form: false, lang, html: renderMessage(said, { words, nameOf }), looks: payloadsOf(looks, said) };
};

/** What pages ask for by POST: same-origin JSON only, which a foreign page cannot send unasked. */
const addAsking = (app: Hono, given: Given): void => {
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
      const asked = read(body, given);
      return asked === undefined ? context.text(NONSENSE, 400) : context.json(await act(asked));
    });
  };
  add("/api/say", toTyped, (asked) => answer(asked, given));
  add("/api/press", toPressed, (asked) => answer(asked, given));
  add("/api/complete", toTyped, (asked) => complete({ ...asked, language: spokenTo(asked), world: given }));
  add("/api/jump", toJump, async (to) => {
    const found = await given.clock.jump(to);
    const ahead = given.clock.ahead();
    given.live.push({ ahead });
    return { found, ahead };
  });
};

/** Evidence is looked for by a delivery's id; what is no delivery carries this instead, as on Discord. */
const markerOf = ({ id }: BoardPost): string => (/^[a-z2-7]{24}$/u.test(id) ? id : "a".repeat(24));

/** What everybody sees: posts that are there at the time that it is in the playground. */
const addPosts = (app: Hono, { board, channels, spaces, clock, looks }: Given): void => {
  const listFor = async (context: Context) => {
    const { channel = "", user = "" } = context.req.query();
    const place = findChannel(channels, channel, user);
    if (place === undefined) return undefined;
    const posts = (await board.list(place.id)).filter(({ at }) => at <= clock.now());
    return { posts, language: spaces.find(({ id }) => id === place.space)?.language ?? "en" };
  };
  app.get("/api/posts", async (context) => {
    const listed = await listFor(context);
    if (listed === undefined) return context.notFound();
    const { posts, language } = listed;
    return context.json(drawPosts(posts, { thread: context.req.query("thread"), lang: languageOf(context), language }));
  });
  app.get("/api/looks", async (context) => {
    const post = (await listFor(context))?.posts.find(({ message }) => message === context.req.query("message"));
    return post === undefined ? context.notFound() : context.json(payloadsOf(looks, toMessage(post), markerOf(post)));
  });
};

const addPages = (app: Hono, given: Given): void => {
  const { personas, spaces, channels, live, clock } = given;
  app.get("/", (context) =>
    context.html(renderPlayground({ language: languageOf(context), personas, spaces, channels, ahead: clock.ahead() })),
  );
  app.get("/api/live", (context) => live.stream(context));
  addFiles(app);
  addPosts(app, given);
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

const createApp = ({ doors, log, ...given }: Outer, ...guards: readonly MiddlewareHandler[]): Hono => {
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
  addMonitor(app, given);
  return app;
};

/** The playground, /health included, for this machine's own pages. */
export const createPlaygroundPages = (given: Given): Hono => {
  const app = createApp(given, onlyOwn(given.port));
  addPages(app, given);
  return app;
};

/** Without the playground: whether the bot is well, and that it is there. */
export const createFrontPages = (given: Outer): Hono => {
  const app = createApp(given);
  addFiles(app);
  app.get("/", async (context) => {
    const language = languageOf(context);
    const { doctor, doors, port } = given;
    // With a door to the world a proxy of this machine stands before it, and whoever comes through looks like this machine.
    const isOwn = doctor !== undefined && doors().length === 0 && isFromHere(context, port());
    return context.html(isOwn ? renderDoctor(language, await doctor(language)) : renderRunning(language));
  });
  return app;
};
