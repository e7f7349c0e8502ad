import { PATIENCE } from "../../../src/adapters/slack/patience.ts";
import { createSlack } from "../../../src/adapters/slack/slack.ts";
import { createFront } from "../../../src/adapters/web/web.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import type { Platform } from "../../../src/core/bot/platform.ts";
import { openStore, type Store } from "../../../src/core/store/database.ts";
import { type Clock, createClock } from "../../../src/core/time/clock.ts";
import { createVault, type Vault } from "../../../src/core/vault.ts";
import { createPerson, type SlackPerson } from "./client.ts";
import { APP } from "./oauth.ts";
import { createLines, SECRET, SIGNING_SECRET } from "./rig.ts";
import { type LoopbackSlack, openLoopbackSlack } from "./server.ts";
import { type Channel, newId, SECOND, SECOND_BOT, type User, type Workspace } from "./state.ts";

/** One process of Rostrum that workspaces install by themselves, and browsers. */

export const PUBLIC_URL = "https://bot.example";

export interface Process {
  readonly platform: Platform;
  readonly address: string;
  readonly lines: readonly string[];
  close(): Promise<void>;
}

interface Given {
  readonly store: Store;
  readonly clock?: Clock;
  readonly botToken?: string;
  readonly secret?: string;
  readonly entrance?: Parameters<typeof createSlack>[0]["entrance"];
}

export const vaultOf = ({ store, clock = createClock(), secret = APP.clientSecret }: Given): Vault =>
  createVault({ store, clock, platform: "slack", secret });

/** Its port is open; Slack itself is started by `start`, or by a house. */
export const openProcess = async (server: LoopbackSlack, given: Given): Promise<Process> => {
  const { log, lines } = createLines();
  const { clock = createClock(), secret = APP.clientSecret } = given;
  const platform = createSlack({
    botToken: given.botToken,
    entrance: given.entrance ?? { signingSecret: SIGNING_SECRET },
    install: { clientId: APP.clientId, clientSecret: secret, publicUrl: `${PUBLIC_URL}/`, vault: vaultOf(given) },
    apiUrl: server.url,
    secret: SECRET,
    log,
    clock,
    patience: { ...PATIENCE, placeMs: 0, spaceMs: 0 },
  });
  const web = createFront({
    host: "127.0.0.1",
    port: 0,
    health: () => ({ well: true }),
    doors: () => platform.doors ?? [],
    log,
  });
  await web.start();
  const target = { url: `${web.address()}/slack/events`, secret: SIGNING_SECRET };
  server.speakHttp(given.entrance === undefined ? target : undefined);
  return {
    platform,
    address: web.address(),
    lines,
    close: async () => {
      await platform.stop();
      await web.stop();
    },
  };
};

export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Somebody's browser: it keeps cookies, and is told by whom it is reached at PUBLIC_URL. */
export const createBrowser = (address: string, language = "en-GB,en;q=0.9") => {
  const jar = new Map<string, string>();
  const ask = async (path: string): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path.replace(PUBLIC_URL, ""), address), {
      redirect: "manual",
      headers: { "accept-language": language, ...(cookie !== "" && { cookie }) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(set) ?? [];
      if (/Max-Age=0/u.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    jar,
    ask,
    /** Slack's page, as it is sent there. */
    begin: async (): Promise<string> => (await ask("/slack/install")).headers.get("location") ?? "",
    open: async (path: string): Promise<Page> => {
      const response = await ask(path);
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
  };
};
export type Browser = ReturnType<typeof createBrowser>;

/** Presses Allow at Slack; answers where the browser is sent. */
export const allow = (
  server: LoopbackSlack,
  page: string,
  { workspace, org = false }: { workspace: Workspace; org?: boolean },
): string => {
  const back = server.oauth.decide(page, { workspace, allow: true, org });
  if (typeof back !== "string") throw new Error(back.refused);
  return back;
};

/** From the link to the last page. */
export const installIn = async (
  server: LoopbackSlack,
  { address, workspace, org = false }: { address: string; workspace: Workspace; org?: boolean },
): Promise<Page> => {
  const browser = createBrowser(address);
  return browser.open(allow(server, await browser.begin(), { workspace, org }));
};

/** A Slack with two workspaces, and a database. */
export const openSlackWorld = async () => {
  const server = await openLoopbackSlack();
  const second = server.within(SECOND, SECOND_BOT);
  const store = await openStore(":memory:");
  return { server, second, store };
};

/** Somebody at home in a workspace, unless `more` says otherwise. */
export const personIn = (where: LoopbackSlack, more: Partial<User> = {}): SlackPerson => {
  const { team, users } = where.workspace;
  const plain = {
    id: newId("U"),
    name: "Ann",
    administers: false,
    guest: false,
    locale: "en-US",
    zone: "Europe/London",
  };
  const user: User = { ...plain, team: team.id, within: team, ...more };
  users.set(user.id, user);
  return createPerson(where, user);
};

/** A public channel that the bot is in. */
export const channelIn = ({ workspace }: LoopbackSlack, name = "general"): Channel => {
  const made = { id: newId("C"), name, private: false, member: true, archived: false, flags: {}, messages: [] };
  workspace.channels.set(made.id, made);
  return made;
};

/** A message for a place, and one attempt to post it there. */
export const postingFor = (space: string, channel: string) => ({
  id: "abcdefghijklmnopqrstuvwx",
  to: { platform: "slack" as const, space, channel },
  message: message(text("Tomorrow.")),
});
export const postIn = (platform: Platform, space: string, channel: string) => {
  const { message: said, ...rest } = postingFor(space, channel);
  return platform.post({ ...rest, body: platform.render({ ...rest, message: said }) });
};
