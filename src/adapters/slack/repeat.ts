import { createHash } from "node:crypto";
import type { AllMiddlewareArgs, AnyMiddlewareArgs, App } from "@slack/bolt";
import { createSeen } from "./seen.ts";

const word = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/**
 * An event has an id of its own; a command, a press and a shortcut have their trigger, and come again byte for byte. A form
 * and what is typed into it are left to the desk: their acknowledgement is the answer, which is the same for the same.
 */
const idOf = (body: Readonly<Record<string, unknown>>): string | undefined => {
  if (body.type === "view_submission" || body.type === "block_suggestion") return undefined;
  if (body.event_id !== undefined) return word(body.event_id);
  return word(body.trigger_id) && createHash("sha256").update(JSON.stringify(body)).digest("base64url");
};

/** What Slack sends again because the acknowledgement was lost was answered the first time: it is acknowledged, and that is all. */
export const dropRepeated = (app: App): void => {
  const isSeen = createSeen();
  app.use(async ({ body, next, ...args }: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    const id = idOf(body as unknown as Readonly<Record<string, unknown>>);
    if (id === undefined || !isSeen(id)) return next();
    // Bolt has acknowledged events by then.
    const { ack } = args as { readonly ack?: () => Promise<void> };
    await ack?.().catch(() => undefined);
  });
};
