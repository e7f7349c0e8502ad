/** Every mistake at once, a sentence each, without the values. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"));
    this.mistakes = mistakes;
  }
}

export const HEX_SECRET =
  "a Slack signing secret or client secret; it belongs in SLACK_SIGNING_SECRET or SLACK_CLIENT_SECRET";

/** What a secret is by its shape: people paste the right one into the wrong line. */
export const shapeOf = (value: string): string | undefined => {
  if (value.startsWith("xoxb-")) return "a Slack bot token; it belongs in SLACK_BOT_TOKEN";
  if (value.startsWith("xapp-")) return "a Slack app token; it belongs in SLACK_APP_TOKEN";
  if (/^xox[a-z]-/.test(value))
    return "a Slack user or legacy token; Rostrum needs the bot token, which begins with xoxb-";
  if (/^[\w-]{20,}\.[\w-]{5,8}\.[\w-]{25,}$/.test(value)) return "a Discord bot token; it belongs in DISCORD_TOKEN";
  if (/^[0-9a-f]{32}$/.test(value)) return HEX_SECRET;
  return undefined;
};

/** The part of a database's address that is a secret; `undefined` for a file. */
export const passwordOf = (url: string): string | undefined => {
  const password = URL.canParse(url) ? new URL(url).password : "";
  return password === "" ? undefined : decodeURIComponent(password);
};

/** What stands on the command line, everybody on the machine can read (`ps`). Throws ConfigError, without the value. */
export const refuseSecrets = (given: readonly string[]): void => {
  const values = given.flatMap((one) => [one, one.slice(one.indexOf("=") + 1)]);
  if (values.some((value) => shapeOf(value) !== undefined || passwordOf(value) !== undefined))
    throw new ConfigError([
      "A token or password was given on the command line, where everybody on this machine can read it. Put it into .env (chmod 600 .env) or the environment, and make a new one.",
    ]);
};
