import { PermissionFlagsBits } from "discord.js";
import type { Lack } from "../../core/network/place.ts";

/** Every right that the bot uses, and no other: the invite link asks for these, a standing checks them, docs/discord.md explains them. */

interface Need {
  readonly lack: Lack;
  readonly bit: bigint;
  /** As Discord's server settings call it. */
  readonly name: string;
  readonly why: string;
}

export const needs: readonly Need[] = [
  {
    lack: "view",
    bit: PermissionFlagsBits.ViewChannel,
    name: "View Channels",
    why: "to be in the channel at all",
  },
  {
    lack: "send",
    bit: PermissionFlagsBits.SendMessages,
    name: "Send Messages and Create Posts",
    why: "announcements and questions, in forums as posts",
  },
  {
    lack: "history",
    bit: PermissionFlagsBits.ReadMessageHistory,
    name: "Read Message History",
    why: "to look whether a post arrived when the connection broke",
  },
  {
    lack: "create-threads",
    bit: PermissionFlagsBits.CreatePublicThreads,
    name: "Create Public Threads",
    why: "a thread under each question",
  },
  {
    lack: "send-in-threads",
    bit: PermissionFlagsBits.SendMessagesInThreads,
    name: "Send Messages in Threads and Posts",
    why: "posts and shared answers in threads",
  },
];

const SCOPES = "bot+applications.commands";
const asked = needs.reduce((all, { bit }) => all | bit, 0n);

/** Adds the bot to a server with these rights (docs topics/oauth2, *Bot Authorization Flow*). */
export const inviteLink = (application: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${application}&scope=${SCOPES}&permissions=${asked}`;
