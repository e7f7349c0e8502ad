import type { PlatformName } from "../../src/core/bot/call.ts";
import type { Platform } from "../../src/core/bot/platform.ts";
import type { Lack } from "../../src/core/network/place.ts";

/**
 * One platform as people meet it: the real adapter, connected to a server on loopback that behaves like the platform,
 * and people at its clients. The same contract runs on every rig.
 */
export interface Rig {
  readonly name: PlatformName;
  /** The real adapter, not yet started. */
  readonly platform: Platform;
  readonly space: string;
  person(given: {
    readonly name: string;
    /** Discord's Administrator, Slack's workspace admin; in the browser the persona "admin". */
    readonly administers?: boolean;
    readonly locale?: string;
    readonly zone?: string;
    readonly guest?: boolean;
  }): Person;
  /** A new channel with the bot in it; `without` takes these away from the bot. Answers the platform's id. */
  channel(name: string, without?: readonly Lack[]): string;
  /** What everybody in the channel sees, oldest first. */
  posts(channel: string): readonly Seen[];
  /** What somebody reads in their direct messages with the bot, oldest first. */
  direct(person: Person): readonly Seen[];
  /** They take none any more. */
  closeDirect(person: Person): void;
  /** Titles of the open threads under a post; none where the platform's threads have no title of their own (Slack). */
  threads(post: Seen): readonly string[];
  /** What happens to the next request that would post in a channel. */
  disturb(next: Disturbance): void;
  /** From now on the bot may not read what stands in this channel. */
  blind(channel: string): void;
  /** How many requests to post have reached the platform, whatever came of them. */
  attempts(): number;
  close(): Promise<void>;
}

/**
 * `refuse`: the place refuses (right taken away). `limit`: 429, again after one second. `fail`: 5xx, nothing posted.
 * `lose`: posted, and the connection is cut before the answer. `revoke`: the token is not valid any more.
 */
export type Disturbance = "refuse" | "limit" | "fail" | "lose" | "revoke";

/** Somebody at a client. Everything resolves with what they see as the result, and rejects when the platform would show a failure. */
export interface Person {
  readonly user: string;
  /** Types a whole line, "/webinar show webinar:3", the way the platform's client sends it. */
  type(line: string, channel: string): Promise<Seen>;
  /** Presses the button with this label. */
  press(seen: Seen, label: string): Promise<Seen>;
  /** Picks from the message's one choice. */
  choose(seen: Seen, value: string): Promise<Seen>;
  /** Sends the form in, with what stands in it unless given anew. */
  fill(seen: Seen, values: Readonly<Record<string, string>>): Promise<Seen>;
}

export interface Seen {
  /** All that can be read, without markup (bold marks, escapes, timestamps as written), one line a line. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** Values of the one choice. */
  readonly choices: readonly string[];
  readonly form?: {
    readonly title: string;
    readonly fields: readonly {
      readonly option: string;
      readonly label: string;
      readonly value?: string;
      readonly problem?: string;
    }[];
  };
  /** Whether only the asker sees it. */
  readonly private: boolean;
  /** Whether it took the place of the message that was pressed. */
  readonly replaced: boolean;
  /** What the platform was sent, for golden files and for looking at bytes. */
  readonly raw: unknown;
}
