import { toPrivate, toPublicBody } from "./adapters/discord/render.ts";
import { renderPrivate, renderPublic, renderSummary } from "./adapters/slack/render.ts";
import type { Looks } from "./adapters/web/looks.ts";

/** What the other platforms get: their own renderers, for the playground to show. */
export const looks: Looks = {
  discord: (message, marker) => (marker === undefined ? toPrivate(message) : toPublicBody(message, marker)),
  slack: (message, marker) =>
    marker === undefined
      ? { response_type: "ephemeral", ...renderSummary(message), blocks: renderPrivate(message) }
      : { ...renderSummary(message), blocks: renderPublic(message) },
};
