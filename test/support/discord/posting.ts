import type { Address } from "../../../src/core/bot/call.ts";
import { buttons, type Message, message, text } from "../../../src/core/bot/message.ts";
import type { Frozen } from "../../../src/core/bot/platform.ts";
import type { DiscordRig } from "./rig.ts";

/** Deliveries to post in tests. */

let count = 0;
/** Twenty-four characters of base32, a new one each time. */
export const newMarker = (): string =>
  `delivery${(++count).toString(2).padStart(16, "0").replaceAll("0", "a").replaceAll("1", "b")}`;

export const announcement = (words = "A webinar in May.", press = "webinar show?webinar=3"): Message =>
  message(
    text(words),
    buttons({ label: "About", press }, { label: "Attend", press: "attend?webinar=3", style: "primary" }),
  );

export const freezeFor = (rig: DiscordRig, channel: string, said = announcement(), id = newMarker()): Frozen => {
  const to: Address = { platform: "discord", space: rig.space, channel };
  return { id, to, body: rig.platform.render({ id, to, message: said }) };
};

/** Takes rights away from the bot in a channel. */
export const denyIn = (rig: DiscordRig, channel: string, bits: bigint): void => {
  rig.server.state.channels
    .get(channel)
    ?.overwrites.push({ id: rig.server.state.bot.id, type: 1, allow: 0n, deny: bits });
};
