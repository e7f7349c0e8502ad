import { type APIChannel, Routes } from "discord.js";
import type { Platform } from "../../core/bot/platform.ts";
import { toAskingError } from "./fault.ts";
import { toPublicBody } from "./render.ts";
import type { Wire } from "./wire.ts";

/** On the button of a message that is no delivery, in the place of one's id. */
const NO_DELIVERY = "a".repeat(24);

/**
 * Opening the channel succeeds for everybody (docs resources/user, create-dm); only a message shows whether they take any
 * (50007).
 */
export const createDirect =
  (wire: Wire): Platform["direct"] =>
  async ({ space, user }, said) => {
    try {
      const opened = await wire.send("POST", Routes.userChannels(), JSON.stringify({ recipient_id: user }));
      const { id: channel } = opened as APIChannel;
      await wire.send("POST", Routes.channelMessages(channel), JSON.stringify(toPublicBody(said, NO_DELIVERY)));
      return { platform: "discord", space, channel };
    } catch (error) {
      throw toAskingError(error);
    }
  };
