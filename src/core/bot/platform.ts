import type { Lack } from "../network/place.ts";
import type { Address, Call, PlatformName } from "./call.ts";
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
   * itself; without `channel` the whole space. `name` is what people called it, where that is known.
   */
  | {
      readonly heard: "gone";
      readonly platform: PlatformName;
      readonly space: string;
      readonly channel?: string;
      readonly messages?: readonly string[];
      readonly name?: string;
    }
  /** The platform refuses us until a person changes something. */
  | { readonly heard: "stopped"; readonly platform: PlatformName; readonly why: Final };

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

/** The exact bytes of one attempt, made once by `render` and frozen at the intent. */
export interface Frozen {
  readonly id: string;
  readonly to: Address;
  readonly body: string;
}

/** What the bot may do at an address, asked afresh. `name` is how people call the place ("#discussion"). */
export interface Standing {
  readonly name: string;
  readonly lacks: readonly Lack[];
}

/** What the bot sees. Every member that talks to the platform rejects with `PlatformError` only. */
export interface Platform {
  readonly name: PlatformName;
  /** Resolves when connected. */
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  state(): Condition["state"];
  /** The same, with since when and why: for the doctor and /health. */
  condition(): Condition;
  /** Pure. Throws PlatformError `content` when the platform's documented limits would refuse it. */
  render(posting: Posting): string;
  /** One attempt is one request of these bytes; a PlatformError says what is known of it. */
  post(frozen: Frozen): Promise<Post>;
  /** Where answers to a post go. Idempotent: a thread that is there already is the answer. */
  thread(post: Post, title: string): Promise<Address>;
  standing(at: Address): Promise<Standing>;
}
