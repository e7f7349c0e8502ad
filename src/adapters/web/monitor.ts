import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import { type Language, toLanguage } from "../../core/words/language.ts";
import { isFromHere } from "./guard.ts";

/** `well` false: something stands still until a person does something. `live` and `ready` as orchestration means them. */
interface Told {
  readonly well: boolean;
  readonly live?: boolean;
  readonly ready?: boolean;
}

/** What those ask who watch over the machine. */
export interface Monitor {
  readonly health: () => Told | Promise<Told>;
  readonly metrics?: () => Promise<{ readonly text: string; readonly type: string }>;
  /** Whether other machines may ask too; else they find nothing here. */
  readonly isOpen?: boolean;
  /** The doctor for the terminal of this machine: whoever has the key can read the database. */
  readonly terminal?: {
    readonly key: string;
    readonly examine: (language: Language) => Promise<object>;
  };
}

type Given = Monitor & { readonly port: () => number };

const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));

/** GET /health, /health/live, /health/ready, /metrics, and /doctor for `npm run doctor`. */
export const addMonitor = (app: Hono, { health, metrics, isOpen, terminal, port }: Given): void => {
  const mayAsk = (context: Context): boolean => isOpen === true || isFromHere(context, port());
  const add = (path: string, isFine: (told: Told) => boolean): void => {
    app.get(path, async (context) => {
      if (!mayAsk(context)) return context.notFound();
      const told = await health();
      return context.json(told, isFine(told) ? 200 : 503);
    });
  };
  add("/health", ({ well }) => well);
  add("/health/live", ({ live }) => live !== false);
  add("/health/ready", ({ well, ready = well }) => ready);
  app.get("/metrics", async (context) => {
    if (metrics === undefined || !mayAsk(context)) return context.notFound();
    const { text, type } = await metrics();
    return context.body(text, 200, { "Content-Type": type });
  });
  app.get("/doctor", async (context) => {
    const [, key = ""] = /^Bearer (.+)$/u.exec(context.req.header("authorization") ?? "") ?? [];
    if (terminal === undefined || !isSame(key, terminal.key)) return context.notFound();
    return context.json(await terminal.examine(toLanguage(context.req.query("lang")) ?? "en"));
  });
};
