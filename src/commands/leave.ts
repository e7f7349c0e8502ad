import { defineCommand } from "../core/bot/command.ts";
import { message, text } from "../core/bot/message.ts";

/** *Cancel* under a preview: nothing was kept, so there is nothing to undo. */
export const leave = defineCommand({
  name: "leave",
  rank: "member",
  hidden: true,
  anywhere: true,
  options: {},
  run: async (_asked, tools) => message(text(tools.voice.words.bot.cancelled)),
});
