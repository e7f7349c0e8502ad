import { createSlack } from "../../../src/adapters/slack/slack.ts";
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

export type SlackRig = Omit<Rig, "person"> & {
  person(given: Parameters<Rig["person"]>[0]): SlackPerson;
  readonly server: LoopbackSlack;
  readonly lines: readonly string[];
};

/** The real adapter, and people at Slack's clients. */
export const openSlackRig = async (): Promise<SlackRig> => {
  const server = await openLoopbackSlack();
  const { workspace } = server;
  const { log, lines } = createLines();
  const platform = createSlack({
    botToken: TOKENS.bot,
    appToken: TOKENS.app,
    apiUrl: server.url,
    secret: "loopback secret",
    log,
  });
  return {
    name: "slack",
    platform,
    space: TEAM.id,
    server,
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
    threads: () => [],
    disturb: (next) => {
      if (next === "refuse") server.trouble({ kind: "word", word: "not_in_channel" });
      if (next === "limit") server.trouble({ kind: "status", status: 429, retryAfter: "1" });
      if (next === "fail") server.trouble({ kind: "status", status: 503 });
      if (next === "lose") server.trouble({ kind: "lose" });
      if (next === "revoke") workspace.revoked = true;
    },
    attempts: () => server.requests.filter(({ method }) => method === "chat.postMessage").length,
    close: async () => {
      await platform.stop();
      await server.close();
    },
  };
};
