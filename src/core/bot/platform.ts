import type { Lack } from "../network/place.ts";
import type { Rank } from "../network/rank.ts";
import type { Account, Address, Call, PlatformName } from "./call.ts";
import type { Condition, Final } from "./condition.ts";
import type { Entry } from "./entry.ts";
import type { Form } from "./form.ts";
import type { Message, Suggestion } from "./message.ts";

/** The two sides of the seam. Nothing else passes between a platform and the rest of the house. */

/** What a platform sees. */
export interface Bot {
  /** The declarations without their `run`: registration, palette, completion and help are made from it. */
  readonly menu: readonly Entry[];
  /** The answer, for the asker's eyes only. Never rejects. */
  handle(call: Call): Promise<Message | Form>;
  /** At most 25, for what is typed so far in `call.options[option]`; nothing for who may not see. Never rejects. */
  suggest(call: Call, option: string): Promise<readonly Suggestion[]>;
  /** What happened out there without being asked. Never rejects. */
  hear(news: News): Promise<void>;
}

/** A space that the platform has reached. `connected`: the configuration names it as the network's own. */
export type News =
  | {
      readonly heard: "space";
      readonly platform: PlatformName;
      readonly space: string;
      readonly name: string;
      readonly connected: boolean;
    }
  /** Our own post was seen: evidence for delivery `id`. */
  | { readonly heard: "echo"; readonly id: string; readonly post: Post }
  /**
   * Something is no longer there, and not by us: these messages of the channel; without `messages` the channel or thread
   * itself; without `channel` the whole space. `name` is what people called it, where that is known. `how`: still there, but
   * not for us. `self`: the bot's own name there, where people have to type it to let it in again.
   */
  | {
      readonly heard: "gone";
      readonly platform: PlatformName;
      readonly space: string;
      readonly channel?: string;
      readonly messages?: readonly string[];
      readonly name?: string;
      readonly how?: "archived" | "left";
      readonly self?: string;
    }
  /** The platform, or only this space of it, refuses us until a person changes something. */
  | { readonly heard: "stopped"; readonly platform: PlatformName; readonly space?: string; readonly why: Final };

/** A message that is out there; `message` is the platform's id of it (Slack: its ts). */
export interface Post {
  readonly at: Address;
  readonly message: string;
}

/** What is to be posted: `id` is the delivery's (24 characters of base32), found again on the post as its marker. */
export interface Posting {
  readonly id: string;
  readonly to: Address;
  readonly message: Message;
}

/** How a place that files its posts (a forum) files one: under this title, and under a label that has one of these names, the best first. */
export interface Heading {
  readonly title: string;
  readonly labels: readonly string[];
}

/** The exact bytes of one attempt, made once by `render` and frozen at the intent. */
export interface Frozen {
  readonly id: string;
  readonly to: Address;
  readonly body: string;
  readonly heading?: Heading;
}

/** What a post of ours shall say from now on. `id` is its delivery's: the marker stays. */
export type Correction = Pick<Posting, "id" | "message">;

/** What the bot may do at an address, asked afresh. `name` is how people call the place ("#discussion"). */
export interface Standing {
  readonly name: string;
  readonly lacks: readonly Lack[];
  /** The bot's own name there, where people have to type it to let it in. */
  readonly self?: string;
  /** Answers stand among the other messages there. */
  readonly threadless?: true;
  /** Whom the account asked about may call there; only when one was asked about. */
  readonly calls?: Calls;
}

/** Somebody who was given a rank, and a root of commands ("/announce") that the platform's client does not show them. */
export interface Holder {
  readonly user: string;
  readonly rank: Rank;
}
export interface Unseen {
  readonly user: string;
  readonly root: string;
}

/** Whether somebody, and the bot for them, may call these people. `members`: at most so many, where the platform tells. */
export interface Reach {
  readonly person: boolean;
  readonly bot: boolean;
  readonly members: number | undefined;
}

/** Whom somebody may call in a place, as the platform says it now. */
export interface Calls {
  /** The account as it is now; `undefined` when it is no member of the space any more. */
  readonly account: Account | undefined;
  /** Of everyone, and of those who are online. */
  readonly everyone: Reach;
  readonly groups: readonly (Reach & { readonly id: string; readonly name: string })[];
}

/** Enough to ask a platform about somebody. */
export type AccountKey = Pick<Account, "platform" | "space" | "user">;

/** Where a platform comes in through the program's own port: what is sent to this path in this way is its own to answer. */
export interface Door {
  readonly path: string;
  readonly method: "GET" | "POST";
  answer(request: Request): Promise<Response>;
}

/** What the bot sees. Every member that talks to the platform rejects with `PlatformError` only. */
export interface Platform {
  readonly name: PlatformName;
  readonly doors?: readonly Door[];
  /** Resolves when connected. */
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  state(): Condition["state"];
  /** The same, with since when and why: for the doctor and /health. */
  condition(): Condition;
  /** The same for one space, where spaces come and go by themselves. */
  conditionIn?(space: string): Promise<Condition>;
  /** Pure. Throws PlatformError `content` when the platform's documented limits would refuse it. */
  render(posting: Posting): string;
  /** One attempt is one request that posts these bytes; a PlatformError says what is known of it. */
  post(frozen: Frozen): Promise<Post>;
  /**
   * Reads a place for the post of this delivery, by its marker and by us, all that was posted there since (milliseconds
   * since 1970). `undefined` only when all of it could be read and the post is not there; what keeps from reading is
   * thrown, `place` where the right to read is missing.
   */
  find(sought: { readonly id: string; readonly to: Address; readonly sinceMs: number }): Promise<Post | undefined>;
  /**
   * Makes a post of ours say this. The same edit twice is one edit, so a failure is never `ambiguous`: whatever is not
   * refused for good is `wait`. A post that is not there any more is `content` with the cause "gone".
   */
  edit(post: Post, said: Correction): Promise<void>;
  /** Takes a post of ours away. Twice is once: one that is not there any more is what was wanted. */
  remove(post: Post): Promise<void>;
  /** An address that opens a post of ours, where that is known. */
  link?(post: Post): Promise<string | undefined>;
  /** Where answers to a post go. Idempotent: a thread that is there already is the answer. */
  thread(post: Post, title: string): Promise<Address>;
  /**
   * Says this to one person alone, in a direct message, and answers where that is: for what only they are told later.
   * `place` where they take none from us.
   */
  direct(to: AccountKey, said: Message): Promise<Address>;
  standing(at: Address, account?: AccountKey): Promise<Standing>;
  /** Commands that somebody may use and the platform's client hides from them. */
  unseen?(space: string, holders: readonly Holder[]): Promise<readonly Unseen[]>;
  /** Where somebody who administers a space lets the bot in with exactly the rights it needs; `alone`: it is in none yet. */
  invitation?(): { readonly link: string; readonly alone: boolean } | undefined;
}
