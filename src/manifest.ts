import { toManifest } from "./adapters/slack/register.ts";
import { commands } from "./commands/commands.ts";
import { readEnvironment, slackAddresses } from "./config.ts";

/**
 * `npm run -s slack:manifest`: what docs/slack.md has people paste into Slack, made from the declarations. `-- --rotate` for
 * tokens that end after 12 h, which Slack does not let an app take back; `-- --org` for whole organisations.
 */
const menu = commands.filter(({ hidden }) => !hidden);
const manifest = toManifest(menu, {
  name: "Rostrum",
  ...slackAddresses(readEnvironment()),
  rotate: process.argv.includes("--rotate"),
  org: process.argv.includes("--org"),
});
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
