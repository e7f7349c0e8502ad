// Loads the libraries that rostrum.js loads when both platforms are configured, and does nothing with them.
import { enableCompileCache } from "node:module";

enableCompileCache();
const names = ["discord.js", "@slack/bolt", "kysely", "zod", "pino", "node-cron", "hono", "@hono/node-server"];
for (const name of names) await import(name);
process.on("SIGTERM", () => process.exit(0));
process.stdout.write("ready\n");
setInterval(() => undefined, 1000);
