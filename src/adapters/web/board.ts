import type { Language } from "../../core/words/language.ts";

/** Where the playground's public posts are kept, so that they survive a restart. Implemented over the database. */
export interface Board {
  /**
   * Keeps a post and answers its message id (letters, digits, "-" and "_"). Idempotent by `id`, the delivery's: the
   * message that is there already is the answer. The board stamps the time. A rejection with a `PlatformError` passes
   * as it is; any other counts as ambiguous.
   */
  add(entry: BoardEntry): Promise<string>;
  /** Puts another body in a message's place; answers whether the message is there. */
  change(message: string, body: string): Promise<boolean>;
  /** Takes a message away, with what was answered in its thread; one that is not there is away. */
  remove(message: string): Promise<void>;
  /** The channel's newest posts (500 are plenty), those in threads too, oldest first. */
  list(channel: string): Promise<readonly BoardPost[]>;
  /** Opens a thread under a message and answers the thread's id (same letters). Idempotent: an open thread keeps its title. */
  thread(message: string, title: string): Promise<string>;
}

export interface BoardEntry {
  /** The delivery's id. */
  readonly id: string;
  readonly channel: string;
  readonly thread: string | undefined;
  /** What `Platform.render` made; the board never reads it. */
  readonly body: string;
}

export interface BoardPost extends BoardEntry {
  readonly message: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The thread that was opened under it. */
  readonly opened?: { readonly thread: string; readonly title: string };
}

/** Whose looks a space has: its channels stand under that platform's name. */
export type Guise = "discord" | "slack";

/** A server or a workspace that the playground plays. */
export interface WebSpace {
  readonly id: string;
  readonly name: string;
  readonly guise: Guise;
  /** What its public posts are written in, unless an admin sets it otherwise. */
  readonly language: Language;
}

export interface Channel {
  /** Letters, digits, "-" and "_"; no two spaces have the same one. */
  readonly id: string;
  readonly space: string;
  /** Without "#". */
  readonly name: string;
  /** The persona whose direct messages these are. */
  readonly of?: string;
}

/** As people call a channel where there are several spaces: "Slack #discussion". */
export const channelName = ({ space, name }: Channel, spaces: readonly WebSpace[]): string =>
  [...spaces.filter(({ id }) => spaces.length > 1 && id === space).map((one) => one.name), `#${name}`].join(" ");
