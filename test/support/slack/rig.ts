import { PATIENCE, type Patience } from "../../../src/adapters/slack/patience.ts";
import { toManifest } from "../../../src/adapters/slack/register.ts";
import { createSlack } from "../../../src/adapters/slack/slack.ts";
import { createFront } from "../../../src/adapters/web/web.ts";
import type { Platform } from "../../../src/core/bot/platform.ts";
import type { Log } from "../../../src/core/log.ts";
import type { Lack } from "../../../src/core/network/place.ts";
import type { Rig } from "../rig.ts";
import { createPerson, type SlackPerson } from "./client.ts";
import { names } from "./display.ts";
import { seePost } from "./see.ts";
import { type LoopbackSlack, openLoopbackSlack } from "./server.ts";
import { newId, TEAM, TOKENS, type User } from "./state.ts";

/** Lines as they would be written, to look for what must not be in them. */
export const createLines = (): { readonly log: Log; readonly lines: string[] } => {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (facts: object, said: string): void =>
      void lines.push(`${level} ${JSON.stringify(facts)} ${said}`);
  return { lines, log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") } };
};

/** Rights that Slack can take away, and how a channel looks then. */
const toChannel = (without: readonly Lack[]) => ({
  private: without.includes("history") || without.includes("view"),
  member: !without.includes("membership") && !without.includes("view"),
  archived: without.includes("gone"),
  flags: {
    ...(without.includes("send") && { is_read_only: true }),
    ...((without.includes("create-threads") || without.includes("send-in-threads")) && { is_non_threadable: true }),
  },
});

export const SECRET = "loopback secret";

export type SlackRig = Omit<Rig, "person"> & {
  person(given: Parameters<Rig["person"]>[0]): SlackPerson;
  readonly server: LoopbackSlack;
  readonly lines: readonly string[];
  /** Of the port that requests come in at, by HTTP and once started. */
  readonly address: string;
  /** As after a restart of the program: another platform, which nobody has started yet, and the same Slack. */
  restart(): Promise<void>;
};

/** The app as it was made: what it may do is what its manifest says. */
const make = ({ workspace }: LoopbackSlack): void => {
  const { features, oauth_config } = toManifest([], { name: "Rostrum" });
  workspace.messagesTab = features.app_home.messages_tab_enabled;
  workspace.scopes.clear();
  for (const scope of oauth_config.scopes.bot) workspace.scopes.add(scope);
};

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

/** The platform and the program's own port, where Slack's requests come in. */
const onPort = (slack: Platform, { server, log }: { server: LoopbackSlack; log: Log }) => {
  const web = createFront({
    host: "127.0.0.1",
    port: 0,
    health: () => ({ well: true }),
    doors: () => slack.doors ?? [],
    log,
  });
  const platform: Platform = {
    ...slack,
    start: async (bot) => {
      await web.start();
      server.speakHttp({ url: `${web.address()}/slack/events`, secret: SIGNING_SECRET });
      await slack.start(bot);
    },
    stop: async () => {
      await slack.stop();
      await web.stop();
    },
  };
  return { platform, address: web.address };
};

/** Slack sends its requests to our own port, signed. */
export const openSlackHttpRig = (): Promise<SlackRig> => openSlackRig({}, { signingSecret: SIGNING_SECRET });

/** The real adapter, and people at Slack's clients. */
export const openSlackRig = async (
  patience: Partial<Patience> = {},
  entrance: Parameters<typeof createSlack>[0]["entrance"] = { appToken: TOKENS.app },
): Promise<SlackRig> => {
  const server = await openLoopbackSlack();
  const { workspace } = server;
  make(server);
  const { log, lines } = createLines();
  const build = () => {
    const slack = createSlack({
      botToken: TOKENS.bot,
      entrance,
      apiUrl: server.url,
      secret: SECRET,
      log,
      // Nobody waits for a second between two posts here, unless that is what is tried.
      patience: { ...PATIENCE, placeMs: 0, spaceMs: 0, ...patience },
    });
    return "signingSecret" in entrance ? onPort(slack, { server, log }) : { platform: slack, address: () => "" };
  };
  let { platform, address } = build();
  return {
    name: "slack",
    get platform() {
      return platform;
    },
    restart: async () => {
      await platform.stop();
      ({ platform, address } = build());
    },
    space: TEAM.id,
    server,
    get address() {
      return address();
    },
    lines,
    person: ({ name, administers = false, locale = "en-US", zone = "Europe/London", guest = false }) => {
      const user: User = { id: newId("U"), name, administers, guest, team: TEAM.id, locale, zone };
      workspace.users.set(user.id, user);
      names.set(user.id, name);
      return createPerson(server, user);
    },
    channel: (name, without = []) => {
      const id = newId("C");
      workspace.channels.set(id, { id, name, ...toChannel(without), messages: [] });
      // On Slack reading history is a right of the whole app, given for public and for private channels apart.
      if (without.includes("history")) workspace.scopes.delete("groups:history");
      return id;
    },
    posts: (id) => {
      const channel = workspace.channels.get(id);
      return channel === undefined ? [] : channel.messages.map((message) => seePost(channel, message));
    },
    direct: ({ user }) => {
      const channel = [...workspace.channels.values()].find(({ of }) => of === user);
      return channel === undefined ? [] : channel.messages.map((message) => seePost(channel, message));
    },
    closeDirect: ({ user }) => void workspace.closed.add(user),
    threads: () => [],
    disturb: (next) => {
      if (next === "refuse") server.trouble({ kind: "word", word: "not_in_channel" });
      if (next === "limit") server.trouble({ kind: "status", status: 429, retryAfter: "1" });
      if (next === "fail") server.trouble({ kind: "status", status: 503 });
      if (next === "lose") server.trouble({ kind: "lose" });
      if (next === "revoke") workspace.revoked = true;
    },
    blind: () => void workspace.scopes.delete("channels:history"),
    attempts: () => server.requests.filter(({ method }) => method === "chat.postMessage").length,
    close: async () => {
      await platform.stop();
      await server.close();
    },
  };
};
