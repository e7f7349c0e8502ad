import { randomUUID } from "node:crypto";
import { PlatformError } from "../../core/bot/errors.ts";
import type { AccountKey, Calls, Platform, Posting } from "../../core/bot/platform.ts";
import { toPlain } from "../../core/bot/text.ts";
import type { Lack } from "../../core/network/place.ts";
import { type Board, type Channel, channelName, type WebSpace } from "./board.ts";
import type { Live } from "./live.ts";
import { type Persona, toAccount } from "./persona.ts";
import { clean } from "./render.ts";

/** As long as Slack's longest text; a page could take more, but no other place would. */
const LONGEST = 40_000;

const toBody = ({ id, message }: Posting): string => {
  const length = message.blocks.reduce(
    (sum, block) => (block.block === "text" || block.block === "note" ? sum + toPlain(block.text).length : sum),
    0,
  );
  if (length > LONGEST) throw new PlatformError("content", "too long");
  return JSON.stringify({ id, message });
};

/** What the board says no to is known only when it says so in our words. */
const asked = async <T>(ask: Promise<T>): Promise<T> => {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError("ambiguous", error instanceof Error ? error.name : "unknown");
  }
};

/** What may be asked twice with the effect of one. */
const repeatable = async <T>(ask: Promise<T>): Promise<T> => {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError("wait", error instanceof Error ? error.name : "unknown", 1000);
  }
};

const GONE: readonly Lack[] = ["gone"];

/** A call reaches nobody here; every persona who is an organiser may try it. */
const callsOf = ({ user, space }: AccountKey, personas: readonly Persona[]): Calls => {
  const persona = personas.find((one) => one.user === user);
  const person = persona !== undefined && persona.guest !== true;
  return {
    account: persona && toAccount(persona, { space, language: "en" }),
    everyone: { person, bot: true, members: personas.length },
    groups: [],
  };
};

/** The delivery's half of the platform. */
export const createPosts = (given: {
  readonly board: Board;
  readonly spaces: readonly WebSpace[];
  readonly channels: readonly Channel[];
  readonly personas: readonly Persona[];
  readonly live: Live;
}): Pick<Platform, "render" | "post" | "find" | "direct" | "edit" | "remove" | "thread" | "standing"> => {
  const { board, live } = given;
  const find = ({ space, channel }: { space: string; channel: string }): Channel | undefined =>
    given.channels.find((one) => one.id === channel && one.space === space);
  return {
    render: toBody,
    async post({ id, to, body }) {
      if (find(to) === undefined) throw new PlatformError("place", "gone");
      const message = await asked(board.add({ id, channel: to.channel, thread: to.thread, body }));
      live.push({ channel: to.channel });
      return { at: to, message };
    },
    async edit({ at, message }, { id, message: said }) {
      if (find(at) === undefined) throw new PlatformError("place", "gone");
      const isThere = await repeatable(board.change(message, toBody({ id, to: at, message: said })));
      if (!isThere) throw new PlatformError("content", "gone");
      live.push({ channel: at.channel });
    },
    async remove({ at, message }) {
      if (find(at) === undefined) throw new PlatformError("place", "gone");
      await repeatable(board.remove(message));
      live.push({ channel: at.channel });
    },
    async find({ id, to }) {
      const there = (await repeatable(board.list(to.channel))).find((one) => one.id === id);
      return there && { at: to, message: there.message };
    },
    async direct({ space, user }, message) {
      const channel = given.channels.find((one) => one.of === user && one.space === space);
      if (channel === undefined) throw new PlatformError("place", "gone");
      const to = { platform: "web", space, channel: channel.id } as const;
      const id = randomUUID();
      await repeatable(board.add({ id, channel: to.channel, thread: undefined, body: toBody({ id, to, message }) }));
      live.push({ channel: to.channel });
      return to;
    },
    async thread({ at, message }, title) {
      if (find(at) === undefined) throw new PlatformError("place", "gone");
      if (at.thread !== undefined) return at;
      const thread = await asked(board.thread(message, clean(title)));
      live.push({ channel: at.channel });
      return { ...at, thread };
    },
    async standing(at, account) {
      const channel = find(at);
      const standing = {
        name: channel === undefined ? `#${at.channel}` : channelName(channel, given.spaces),
        lacks: channel === undefined ? GONE : [],
      };
      return account === undefined ? standing : { ...standing, calls: callsOf(account, given.personas) };
    },
  };
};
