import { toManifest } from "./adapters/slack/register.ts";
import { commands } from "./commands/commands.ts";
import { readEnvironment, slackAddress } from "./config.ts";

/** `npm run -s slack:manifest`: what docs/slack.md has people paste into Slack, made from the declarations. */
const menu = commands.filter(({ hidden }) => !hidden);
process.stdout.write(
  `${JSON.stringify(toManifest(menu, { name: "Rostrum", publicUrl: slackAddress(readEnvironment()) }), null, 2)}\n`,
);
