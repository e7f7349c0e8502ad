import { defineCommand } from "../../core/bot/command.ts";
import { webinarOption } from "../options/webinar.ts";
import { panel } from "./panel.ts";

export const queue = defineCommand({
  name: "discuss queue",
  rank: "moderator",
  role: "discussant",
  options: { webinar: webinarOption },
  run: ({ webinar }, tools) => panel(webinar.key, tools),
});
