import { createHash } from "node:crypto";
import type { types } from "@slack/bolt";
import { toFormMessage } from "../../core/bot/form.ts";
import type { Ways } from "./answer.ts";
import type { Asked } from "./call.ts";
import type { Reply } from "./desk.ts";
import { wordOf } from "./fault.ts";
import { CALLBACK } from "./form.ts";
import { fromKept, toAddress, toKept } from "./kept.ts";
import { renderPrivate } from "./render.ts";

/** The App Home: everything that a member needs, without typing. */

/** What of an app_home_opened event is needed here. */
export interface Opened {
  readonly user: string;
  readonly view?: { readonly hash?: string | undefined; readonly private_metadata?: string | undefined } | undefined;
}

/** Somebody looks at the home; `id` is the event's. */
export const fromOpened = (id: string, space: string): Asked => ({
  id,
  at: toAddress(space, { channel: "" }),
  said: { command: "home" },
  options: {},
});

const toHomeView = (reply: Reply, asked: Asked): types.HomeView => {
  const blocks = renderPrivate(reply.kind === "form" ? toFormMessage(reply) : reply);
  const made = createHash("sha256").update(JSON.stringify(blocks)).digest("base64url").slice(0, 22);
  return { type: "home", callback_id: CALLBACK, private_metadata: toKept(asked.at, { made }), blocks };
};

/** Only when it says something else than what stands there, and only if nobody else has changed that meanwhile. */
export const publishHome = async (
  reply: Reply,
  { asked, opened }: { readonly asked: Asked; readonly opened: Opened },
  { client, log }: Ways,
): Promise<void> => {
  const view = toHomeView(reply, asked);
  const there = fromKept(opened.view?.private_metadata);
  if (there?.made !== undefined && there.made === fromKept(view.private_metadata)?.made) return;
  const hash = opened.view?.hash;
  try {
    await client.views.publish({ user_id: opened.user, view, ...(hash !== undefined && { hash }) });
  } catch (error) {
    if (wordOf(error) !== "hash_conflict") throw error;
    log.info({}, "Somebody's home was published meanwhile");
  }
};
