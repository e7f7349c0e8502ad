import type { PlatformName } from "../../core/bot/call.ts";
import { defineCommand } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { message, text } from "../../core/bot/message.ts";
import { platformNames } from "../../core/network/place.ts";
import { connectSpace, readSpace } from "../../core/store/spaces.ts";
import { oneOf } from "../options/account.ts";
import { wordOption } from "../options/text.ts";

/** An admin's yes to a server that asked to be connected. */
export const connect = defineCommand({
  name: "rostrum connect",
  rank: "admin",
  changes: true,
  hidden: true,
  options: {
    platform: { ...oneOf<PlatformName>(["discord", "slack"], (name) => name), required: true } as const,
    space: wordOption,
  },
  async run({ platform, space }, tools) {
    const known = await readSpace(tools.trx, { platform, space });
    if (known === undefined || !(await connectSpace(tools.trx, { platform, space }, { own: false })))
      throw new UserError((words) => words.setup.noSuchSpace);
    tools.note({ about: "", after: { space: `${platformNames[platform]}, ${known.name}` } });
    return message(text(tools.voice.words.setup.connected(known.name)));
  },
});
