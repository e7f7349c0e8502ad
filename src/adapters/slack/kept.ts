import type { Address } from "../../core/bot/call.ts";

/** What is written into a view so that it comes back with what is sent from it: Slack's own events carry no channel then. */

/** A modal's private_metadata (Slack: 3,000 characters; a press has 90 bytes). */
export interface Kept {
  readonly press?: string;
  /** Of the App Home: a digest of what it shows. */
  readonly made?: string;
  readonly channel: string;
  readonly thread?: string;
}

export const toAddress = (space: string, { channel, thread }: Pick<Kept, "channel" | "thread">): Address => ({
  platform: "slack",
  space,
  channel,
  ...(thread !== undefined && { thread }),
});

export const toKept = (at: Address, { press, made }: Pick<Kept, "press" | "made"> = {}): string =>
  JSON.stringify({
    ...(press !== undefined && { press }),
    ...(made !== undefined && { made }),
    channel: at.channel,
    ...(at.thread !== undefined && { thread: at.thread }),
  });

/** `undefined` for a view that is not ours. */
export const fromKept = (metadata: string | undefined): Kept | undefined => {
  try {
    const kept: unknown = JSON.parse(metadata ?? "");
    return typeof kept === "object" && kept !== null && "channel" in kept && typeof kept.channel === "string"
      ? (kept as Kept)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Of a field's block_id: "title:1f3a…" → "title". */
export const optionOf = (blockId: string): string => blockId.split(":")[0] ?? "";
