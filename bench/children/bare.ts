import type { types } from "@slack/bolt";
import type { APIMessageTopLevelComponent } from "discord.js";

/** discord.js and Bolt as their guides show them: log in, and answer a command with a message that never changes. */

const given = JSON.parse(process.argv[2] ?? "") as {
  readonly discord?: {
    readonly token: string;
    readonly apiUrl: string;
    readonly components?: readonly APIMessageTopLevelComponent[];
  };
  readonly slack?: {
    readonly botToken: string;
    readonly appToken: string;
    readonly apiUrl: string;
    readonly answer?: { readonly text: string; readonly blocks: types.KnownBlock[] };
  };
};
type Stop = () => Promise<unknown>;

const openDiscord = async ({ token, apiUrl, components }: NonNullable<typeof given.discord>): Promise<Stop> => {
  const { Client, Events, GatewayIntentBits, MessageFlags, MessagePayload } = await import("discord.js");
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand() || components === undefined) return;
    const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
    const payload = MessagePayload.create(interaction, { flags, components }).resolveBody();
    // discord.js adds a key that Discord's own description of this request does not have; the loopback refuses it.
    if (payload.body !== null) Reflect.deleteProperty(payload.body, "enforce_nonce");
    await interaction.reply(payload);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  return () => client.destroy();
};

const openSlack = async ({ botToken, appToken, apiUrl, answer }: NonNullable<typeof given.slack>): Promise<Stop> => {
  const { App, LogLevel } = await import("@slack/bolt");
  const clientOptions = { slackApiUrl: apiUrl };
  const app = new App({
    token: botToken,
    appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions,
    installerOptions: { clientOptions },
  });
  app.command(/^\//u, async ({ ack, respond }) => {
    await ack();
    if (answer !== undefined) await respond({ response_type: "ephemeral", replace_original: false, ...answer });
  });
  await app.start();
  return () => app.stop();
};

const stops = await Promise.all([
  ...(given.discord === undefined ? [] : [openDiscord(given.discord)]),
  ...(given.slack === undefined ? [] : [openSlack(given.slack)]),
]);
process.once("SIGTERM", () => {
  setTimeout(() => process.exit(0), 3000).unref();
  void Promise.allSettled(stops.map((stop) => stop())).then(() => process.exit(0));
});
console.log("ready");
