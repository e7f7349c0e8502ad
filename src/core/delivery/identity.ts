import { createHash } from "node:crypto";
import type { Address } from "../bot/call.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
/** 24 characters of 5 bits: as long as Discord's nonce (25) allows, and far from any collision. */
const LENGTH = 24;

/**
 * The same delivery has the same id, whoever computes it: a retry, another instance, a restored backup, a double click.
 * It holds what is said (never a clock time), which occurrence of it, and where.
 */
export const deliveryId = (of: {
  readonly what: string;
  readonly occurrence: string;
  readonly to: Address;
  readonly part?: string;
}): string => {
  const { platform, space, channel, thread } = of.to;
  const named = ["v1", of.what, of.occurrence, platform, space, channel, thread ?? "", of.part ?? ""];
  const digest = createHash("sha256").update(named.map(encodeURIComponent).join("|")).digest();
  let id = "";
  let bits = 0;
  let held = 0;
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < LENGTH) {
      bits -= 5;
      id += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return id;
};

/** What a text is recognised by later. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** A delivery's id, as it stands on a post. */
export const isDeliveryId = (id: string): boolean => /^[a-z2-7]{24}$/.test(id);
