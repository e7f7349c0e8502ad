import type { Platform } from "../../src/core/bot/platform.ts";
import { openHome } from "../../test/support/home.ts";

/** The real house behind one real adapter, with the record and its sample, on a file. */

const given = JSON.parse(process.argv[2] ?? "") as {
  readonly database: string;
  readonly discord?: { readonly token: string; readonly guild: string; readonly apiUrl: string };
  readonly slack?: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string };
};

const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: console.error, error: console.error };

const open = async (): Promise<Platform> => {
  if (given.discord !== undefined) {
    const { createDiscord } = await import("../../src/adapters/discord/discord.ts");
    return createDiscord({ ...given.discord, guilds: [given.discord.guild], log });
  }
  if (given.slack === undefined) throw new Error("no platform");
  const { createSlack } = await import("../../src/adapters/slack/slack.ts");
  return createSlack({ ...given.slack, entrance: { appToken: given.slack.appToken }, secret: "bench", log });
};

const home = await openHome(await open(), given.database);
process.once("SIGTERM", () => {
  void home.close().then(() => process.exit(home.errors.length === 0 ? 0 : 1));
});
console.log("ready");
