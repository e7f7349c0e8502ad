import { toManifest } from "./adapters/slack/register.ts";
import { commands } from "./commands/commands.ts";
import { ConfigError, readEnvironment, slackAddresses } from "./config.ts";

/**
 * `npm run -s slack:manifest`: what docs/slack.md has people paste into Slack, made from the declarations. `-- --rotate` for
 * tokens that end after 12 h, which Slack does not let an app take back; `-- --org` for whole organisations. What it is for
 * stands beside it, not in it.
 */
const KNOWN = ["--rotate", "--org"];

try {
  const given = process.argv.slice(2);
  if (given.some((one) => !KNOWN.includes(one)))
    throw new ConfigError([`slack:manifest knows -- ${KNOWN.join(" and -- ")}, and nothing else.`]);
  const addresses = slackAddresses(readEnvironment());
  const menu = commands.filter(({ hidden }) => !hidden);
  const meant = { rotate: given.includes("--rotate"), org: given.includes("--org") };
  const manifest = toManifest(menu, { name: "Rostrum", ...addresses, ...meant });
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
  const way = addresses.publicUrl === undefined ? "Socket Mode" : `HTTP at ${addresses.publicUrl} (PUBLIC_URL)`;
  process.stderr.write(`This manifest is for ${way}.\n`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  for (const mistake of error.mistakes) process.stderr.write(`${mistake}\n`);
  process.exitCode = 1;
}
