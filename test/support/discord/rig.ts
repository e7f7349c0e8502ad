import { PermissionFlagsBits as Bits } from "discord.js";
import { createDiscord } from "../../../src/adapters/discord/discord.ts";
import { PATIENCE, type Patience } from "../../../src/adapters/discord/patience.ts";
import type { Log } from "../../../src/core/log.ts";
import type { Lack } from "../../../src/core/network/place.ts";
import type { Disturbance, Rig, Seen } from "../rig.ts";
import { limited, refuse } from "./answers.ts";
import { createPerson, type DiscordPerson } from "./client.ts";
import { lookedAt, seeMessage } from "./see.ts";
import { type LoopbackDiscord, openLoopbackDiscord, type Trouble } from "./server.ts";
import { addChannel, addGuild, addRole, type Member, newId, type Overwrite, type State, type Times } from "./state.ts";

/** The real adapter, and people at Discord's clients. */

export interface DiscordRig extends Rig {
  readonly server: LoopbackDiscord;
  /** Lines as they would be written, to look for what must not be in them. */
  readonly lines: readonly string[];
  person(given: Parameters<Rig["person"]>[0]): DiscordPerson;
  addChannel(given: { readonly name: string; readonly type: number; readonly without?: readonly Lack[] }): string;
}

export const createLines = (): { readonly log: Log; readonly lines: string[] } => {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (facts: object, said: string): void =>
      void lines.push(`${level} ${JSON.stringify(facts)} ${said}`);
  return { lines, log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") } };
};

const RIGHTS: Readonly<Partial<Record<Lack, bigint>>> = {
  membership: Bits.ViewChannel,
  view: Bits.ViewChannel,
  send: Bits.SendMessages,
  history: Bits.ReadMessageHistory,
  "create-threads": Bits.CreatePublicThreads,
  "send-in-threads": Bits.SendMessagesInThreads,
  "write-in-thread": Bits.SendMessagesInThreads,
  "create-posts": Bits.SendMessages,
};

const denied = (state: State, without: readonly Lack[]): Overwrite[] => {
  const deny = without.reduce((bits, lack) => bits | (RIGHTS[lack] ?? 0n), 0n);
  return deny === 0n ? [] : [{ id: state.bot.id, type: 1, allow: 0n, deny }];
};

const TROUBLES: Readonly<Record<Disturbance, Trouble>> = {
  refuse: refuse(403, 50013),
  limit: limited(1),
  fail: { status: 503, body: "<html>upstream connect error</html>" },
  lose: "lose",
  revoke: (state) => {
    state.token = "revoked";
    return undefined;
  },
};

export const openDiscordRig = async (
  given: { readonly times?: Partial<Times>; readonly patience?: Partial<Patience>; readonly token?: string } = {},
): Promise<DiscordRig> => {
  const server = await openLoopbackDiscord({ identifyMs: 10, ...given.times });
  const { state } = server;
  const guild = addGuild(state, "Vector seminar");
  const administrators = addRole(guild, "Administrators", Bits.Administrator);
  const { log, lines } = createLines();
  const platform = createDiscord({
    token: given.token ?? state.token,
    guilds: [guild.id],
    apiUrl: server.url,
    log,
    // A start or two and no more are waited for.
    patience: { ...PATIENCE, startMs: 20, againMs: 20, ...given.patience },
  });
  const add = ({ name, type, without = [] }: Parameters<DiscordRig["addChannel"]>[0]): string => {
    if (without.includes("gone")) return newId();
    const { id } = addChannel(state, { guild: guild.id, name, type, overwrites: denied(state, without) });
    server.events.addedChannel(id);
    return id;
  };
  const posts = (channel: string): readonly Seen[] =>
    state.messages
      .filter((message) => message.channel_id === channel && message.for === undefined && !message.deleted)
      .map((message) => seeMessage(state, message));
  return {
    name: "discord",
    platform,
    space: guild.id,
    server,
    lines,
    person: ({ name, administers = false, locale = "en-US" }) => {
      const member: Member = { id: newId(), name, bot: false, locale, roles: administers ? [administrators.id] : [] };
      guild.members.set(member.id, member);
      return createPerson(server, guild.id, { member });
    },
    channel: (name, without = []) => add({ name, type: 0, without }),
    addChannel: add,
    posts,
    direct: ({ user }) => posts([...state.channels.values()].find(({ recipient }) => recipient === user)?.id ?? ""),
    closeDirect: ({ user }) => void state.closed.add(user),
    threads: (post) => {
      const at = lookedAt(post);
      const thread = at !== undefined && "message" in at ? state.channels.get(at.message.id) : undefined;
      return thread === undefined || thread.archived || thread.locked ? [] : [thread.name];
    },
    disturb: (next) => server.trouble(TROUBLES[next]),
    blind: (channel) =>
      void state.channels
        .get(channel)
        ?.overwrites.push({ id: guild.id, type: 0, allow: 0n, deny: Bits.ReadMessageHistory }),
    attempts: server.posts,
    close: async () => {
      await platform.stop();
      await server.close();
      if (server.violations.length > 0) throw new Error(`Discord would refuse: ${server.violations.join("\n")}`);
    },
  };
};
