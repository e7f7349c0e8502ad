import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { type Language, toLanguage } from "./core/words/language.ts";
import { ConfigError, HEX_SECRET, passwordOf, shapeOf } from "./secrets.ts";

export { ConfigError };

/** What the environment says. Nothing else in the house reads it. */
export interface Config {
  readonly discord: { readonly token: string; readonly guilds: readonly string[]; readonly apiUrl: string } | undefined;
  readonly slack:
    | {
        /** Of one workspace; with `install` it may be left out. */
        readonly botToken: string | undefined;
        /** Socket Mode by the app token, or HTTP by the signing secret. */
        readonly entrance: { readonly appToken: string } | { readonly signingSecret: string };
        /** Other workspaces may install the app from PUBLIC_URL/slack/install. */
        readonly install:
          | { readonly clientId: string; readonly clientSecret: string; readonly publicUrl: string }
          | undefined;
        readonly apiUrl: string;
      }
    | undefined;
  /** Of the chat platforms' house, and of the playground's: never the same. */
  readonly database: { readonly chat: string; readonly playground: string };
  readonly dataDir: string;
  readonly host: string;
  /** `undefined`: 8080, or a free one when that is taken. */
  readonly port: number | undefined;
  readonly publicUrl: string | undefined;
  /** Whether other machines may ask /health and /metrics. */
  readonly isMonitored: boolean;
  readonly playground: boolean;
  readonly logLevel: string;
  /** Values that must never be written anywhere. */
  readonly secrets: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK: readonly string[] = ["127.0.0.1", "::1", "localhost"];
const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const httpUrl = z.url({
  protocol: /^https?$/,
  error: "must be an address that begins with https:// (or http:// on this machine)",
});

const shape = z.object({
  DISCORD_TOKEN: z
    .string()
    .refine((value) => (shapeOf(value) ?? "DISCORD_TOKEN").endsWith("DISCORD_TOKEN"), {
      error: ({ input }) => `holds ${shapeOf(String(input))}`,
    })
    .optional(),
  DISCORD_GUILDS: z
    .string()
    .regex(
      /^\s*\d+(\s*,\s*\d+)*\s*$/,
      "must be ids of servers (numbers), with commas between them: Discord → server's menu → Copy Server ID",
    )
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .refine((value) => value.startsWith("xoxb-"), {
      error: ({ input }) =>
        shapeOf(String(input)) === undefined
          ? "must begin with xoxb-: your app's page → OAuth & Permissions → Bot User OAuth Token"
          : `holds ${shapeOf(String(input))}`,
    })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .refine((value) => value.startsWith("xapp-"), {
      error: ({ input }) =>
        shapeOf(String(input)) === undefined
          ? "must begin with xapp-: your app's page → Basic Information → App-Level Tokens, scope connections:write"
          : `holds ${shapeOf(String(input))}`,
    })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .refine((value) => [undefined, HEX_SECRET].includes(shapeOf(value)), {
      error: ({ input }) => `holds ${shapeOf(String(input))}`,
    })
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(
      /^\d+\.\d+$/,
      "must be two numbers with a dot between them: your app's page → Basic Information → App Credentials → Client ID",
    )
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .refine((value) => [undefined, HEX_SECRET].includes(shapeOf(value)), {
      error: ({ input }) => `holds ${shapeOf(String(input))}`,
    })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)/, "must begin with file: or postgres://, such as file:state/rostrum.sqlite")
    .refine(
      (url) => url.startsWith("file:") || URL.canParse(url),
      "is no address: write special characters of the password as %23 and so on",
    )
    .default("file:state/rostrum.sqlite"),
  DATA_DIR: z.string().default("data"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65535, "must be a number from 0 to 65535")
    .optional(),
  PUBLIC_URL: httpUrl.optional(),
  MONITORING: z.enum(["local", "open"], "must be local or open").default("local"),
  PLAYGROUND: z.enum(["on", "off", "1", "0", "true", "false"], "must be on or off").optional(),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(", ")}`).default("info"),
  DISCORD_API_URL: httpUrl.default("https://discord.com/api"),
  SLACK_API_URL: httpUrl.default("https://slack.com/api/"),
});
type Read = z.infer<typeof shape>;

/** How Slack comes in: where both are given by Socket Mode, which needs no public address. */
const entranceOf = (read: Read): NonNullable<Config["slack"]>["entrance"] | undefined => {
  if (read.SLACK_APP_TOKEN !== undefined) return { appToken: read.SLACK_APP_TOKEN };
  return read.SLACK_SIGNING_SECRET === undefined ? undefined : { signingSecret: read.SLACK_SIGNING_SECRET };
};

const isInstallable = (read: Read): boolean =>
  read.SLACK_CLIENT_ID !== undefined || read.SLACK_CLIENT_SECRET !== undefined;

/** What several workspaces need, each with where it is found. */
const installing = (read: Read): readonly string[] => {
  if (!isInstallable(read)) return [];
  const page = "Your app's page → Basic Information → App Credentials";
  return [
    ...(read.SLACK_CLIENT_ID === undefined
      ? [`SLACK_CLIENT_ID is missing: other workspaces need it beside SLACK_CLIENT_SECRET. ${page} → Client ID.`]
      : []),
    ...(read.SLACK_CLIENT_SECRET === undefined
      ? [`SLACK_CLIENT_SECRET is missing: other workspaces need it beside SLACK_CLIENT_ID. ${page} → Client Secret.`]
      : []),
    ...(entranceOf(read) === undefined
      ? [
          `SLACK_SIGNING_SECRET is missing: Slack needs it beside SLACK_CLIENT_ID. ${page} → Signing Secret. Or SLACK_APP_TOKEN, for Socket Mode.`,
        ]
      : []),
    ...(read.PUBLIC_URL?.startsWith("https://") === true
      ? []
      : [
          `PUBLIC_URL ${read.PUBLIC_URL === undefined ? "is missing" : "must begin with https://"}: with SLACK_CLIENT_ID it is the address at which browsers and Slack reach this machine, such as https://rostrum.example.org (a proxy with a certificate in front of the port).`,
        ]),
  ];
};

/** What one workspace needs: a token, and a way in. */
const tokens = (read: Read): readonly string[] => {
  if (isInstallable(read)) return installing(read);
  const hasEntrance = read.SLACK_APP_TOKEN !== undefined || read.SLACK_SIGNING_SECRET !== undefined;
  if (read.SLACK_BOT_TOKEN !== undefined && !hasEntrance)
    return [
      "SLACK_APP_TOKEN is missing: Slack needs it beside SLACK_BOT_TOKEN. Your app's page → Basic Information → App-Level Tokens, scope connections:write. Or, where Slack can reach this machine, SLACK_SIGNING_SECRET from the same page.",
    ];
  return read.SLACK_BOT_TOKEN === undefined && hasEntrance
    ? [
        "SLACK_BOT_TOKEN is missing: Slack needs it beside the other. Your app's page → OAuth & Permissions → Bot User OAuth Token. Or, where workspaces shall install Rostrum by themselves, SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.",
      ]
    : [];
};

const isChatConfigured = (read: Read): boolean =>
  read.DISCORD_TOKEN !== undefined || read.SLACK_BOT_TOKEN !== undefined || isInstallable(read);

/** What each value is worth only together with another. */
const together = (read: Read, playground: boolean): readonly string[] => [
  ...tokens(read),
  ...(read.DISCORD_GUILDS !== undefined && read.DISCORD_TOKEN === undefined
    ? ["DISCORD_TOKEN is missing: DISCORD_GUILDS alone connects nothing."]
    : []),
  ...(!playground && !isChatConfigured(read)
    ? [
        "PLAYGROUND is off and no chat platform is configured, so there is nothing to run: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN.",
      ]
    : []),
  ...(playground && !LOOPBACK.includes(read.HOST)
    ? [
        `HOST is ${read.HOST}, but in the playground everybody may be an admin, so it listens on this machine only: leave HOST out, or set PLAYGROUND=off.`,
      ]
    : []),
];

const toSlack = (read: Read): Config["slack"] => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = read;
  const entrance = entranceOf(read);
  const { PUBLIC_URL: publicUrl, SLACK_API_URL: apiUrl } = read;
  const install =
    clientId === undefined || clientSecret === undefined || publicUrl === undefined
      ? undefined
      : { clientId, clientSecret, publicUrl };
  if (entrance === undefined || (botToken === undefined && install === undefined)) return undefined;
  return { botToken, entrance, install, apiUrl };
};

const isOn = (word: string): boolean => ["on", "1", "true"].includes(word);

/** The rights of everybody but the owner. */
const OTHERS = 0o077;

/** Reads `.env` where there is one; what the environment says itself wins. `warn`: where others can read it too. */
export const readEnvironment = (warn: (said: string) => void = () => undefined): Environment => {
  if (!existsSync(".env")) return process.env;
  if (process.platform !== "win32" && (statSync(".env").mode & OTHERS) !== 0)
    warn("Others on this machine can read .env, and the tokens in it. Close it to them: chmod 600 .env");
  process.loadEnvFile(".env");
  return process.env;
};

/** The language that the terminal is in, as POSIX says it: "ja_JP.UTF-8". */
export const terminalLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language =>
  toLanguage((LC_ALL || LC_MESSAGES || LANG || "").replace(/[.@].*$/u, "").replaceAll("_", "-")) ?? "en";

/** Throws ConfigError with all mistakes at once. An empty value is none. */
export const toConfig = (environment: Environment): Config => {
  const given = Object.fromEntries(
    Object.keys(shape.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  const read = shape.safeParse(given);
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
  const all = read.data;
  const playground = all.PLAYGROUND === undefined ? !isChatConfigured(all) : isOn(all.PLAYGROUND);
  const mistakes = together(all, playground);
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  const file = all.DATABASE_URL.startsWith("file:") ? all.DATABASE_URL.replace(/^file:/, "") : "state/rostrum.sqlite";
  return {
    discord:
      all.DISCORD_TOKEN === undefined
        ? undefined
        : {
            token: all.DISCORD_TOKEN,
            guilds: all.DISCORD_GUILDS?.split(",").map((id) => id.trim()) ?? [],
            apiUrl: all.DISCORD_API_URL,
          },
    slack: toSlack(all),
    database: { chat: all.DATABASE_URL, playground: `file:${join(dirname(file), "playground.sqlite")}` },
    dataDir: all.DATA_DIR,
    host: all.HOST,
    port: all.PORT,
    publicUrl: all.PUBLIC_URL,
    isMonitored: all.MONITORING === "open",
    playground,
    logLevel: all.LOG_LEVEL,
    secrets: [
      all.DISCORD_TOKEN,
      all.SLACK_BOT_TOKEN,
      all.SLACK_APP_TOKEN,
      all.SLACK_SIGNING_SECRET,
      all.SLACK_CLIENT_SECRET,
      passwordOf(all.DATABASE_URL),
    ].filter((secret) => secret !== undefined),
  };
};

export const fileOf = (url: string): string => url.replace(/^file:/u, "");

/** The one database that scripts mean: of the chat platforms, else the playground's. */
export const databaseOf = ({ database, discord, slack }: Config): string =>
  discord === undefined && slack === undefined ? database.playground : database.chat;

/** Slack takes an address of https only. */
const addressFor = (what: string, url: string | undefined): string => {
  if (url?.startsWith("https://") === true && URL.canParse(url)) return url;
  throw new ConfigError([
    `PUBLIC_URL ${url === undefined ? "is missing" : "must begin with https://"}: ${what}. Put the address from outside into .env, or leave it out.`,
  ]);
};

/**
 * Addresses for the app's manifest: where Slack reaches the bot by HTTP, and where other workspaces install it from. Throws
 * ConfigError for one that Slack would refuse.
 */
export const slackAddresses = ({ PUBLIC_URL, SLACK_APP_TOKEN, SLACK_CLIENT_ID }: Environment) => {
  const url = PUBLIC_URL?.trim() || undefined;
  const byHttp = url !== undefined && !SLACK_APP_TOKEN?.trim();
  return {
    publicUrl: byHttp ? addressFor("Slack sends what people ask there", url) : undefined,
    installUrl: SLACK_CLIENT_ID?.trim()
      ? addressFor("with SLACK_CLIENT_ID other workspaces install Rostrum from there", url)
      : undefined,
  };
};
