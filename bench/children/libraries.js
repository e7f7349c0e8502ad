// Loads the libraries that rostrum.js loads when both platforms are configured, and does nothing with them.
import { enableCompileCache } from "node:module";

enableCompileCache();
const names = ["node:sqlite", "kysely", "zod", "pino", "node-cron", "discord.js", "discord-api-types/v10"].concat([
  "@slack/bolt",
  "hono",
  "@hono/node-server",
  "@hono/node-server/conninfo",
]);
for (const name of names) await import(name);
process.on("SIGTERM", () => process.exit(0));
process.stdout.write("ready\n");
setInterval(() => undefined, 1000);
