import type { Generated } from "kysely";
import type { Uncalled } from "../network/calling.ts";

/**
 * The tables as Kysely sees them. Times are integer milliseconds since 1970; columns named `…_json` hold JSON; a flag is
 * 0 or 1. Only what SQLite and PostgreSQL both have.
 */
export interface Schema {
  /** One row a key: what the program itself must remember. */
  memory: { key: string; value: string };
  network: {
    id: 1;
    name: string | null;
    zone: string;
    language: string;
    strip_json: string;
    /** When a command last changed the row; the record's files do not overwrite it then. */
    edited_at: number | null;
  };
  /** What each file of the record said when it was last taken over. */
  loaded: { entry: string; hash: string };
  series: { key: string; name_json: string };
  institutions: { key: string; name_json: string; country: string };
  people: { key: string; title: string | null; name: string; family: string | null };
  /** Folded words of names and affiliations, to find people by. */
  names: { token: string; person: string; kind: "name" | "affiliation" };
  webinars: {
    key: string;
    series: string | null;
    edition: number | null;
    sample: number;
    status: string;
    title_json: string;
    subtitle_json: string | null;
    date: string;
    time: string | null;
    zone: string | null;
    minutes: number | null;
    starts_at: number | null;
    link: string | null;
    /** When a command last changed it; the record's files do not overwrite it then. */
    edited_at: Generated<number | null>;
    /** Grows with every change: what was shown to somebody is told from what is there now. */
    version: Generated<number>;
    participants: number | null;
    countries_and_regions: number | null;
    outcome_json: string | null;
  };
  /** Every word that is said of a webinar, and of all of them together: search.ts. Drafts have none. */
  terms: { term: string; webinar: string; date: string; named: 0 | 1 };
  vocabulary: { term: string };
  talks: {
    webinar: string;
    position: number;
    person: string;
    institution: string | null;
    title_json: string | null;
    about_json: string | null;
    subject_json: string | null;
    subject_country: string | null;
  };
  roles: { webinar: string; role: string; person: string; institution: string | null; position: number };
  questions: {
    id: string;
    webinar: string;
    /** Fixed once the question is posted; those that wait have what is left, in their order. */
    number: number;
    position: number;
    label_json: string;
    text_json: string;
    closed_at: number | null;
    skipped: Generated<number>;
  };
  /** `edited_at`: a command changed the questions, so the record's files do not overwrite them. */
  discussions: { webinar: string; edited_at: number | null; paused_at: number | null };
  /** When a question of the webinar goes out, and where; `chosen`: that one, else the next that waits. */
  slots: {
    id: string;
    webinar: string;
    when_json: string;
    at: number;
    where_json: string;
    question: string | null;
    chosen: 0 | 1;
  };
  /** `connected`: 0 not, 1 by an admin's yes, 2 the network's own. */
  spaces: { platform: string; space: string; name: string; connected: number; language: string | null };
  places: { platform: string; space: string; purpose: string; channel: string; name: string };
  /** A rank given by command to an account ("user") or to a Discord role or Slack user group ("group"). */
  ranks: { platform: string; space: string; kind: "user" | "group"; id: string; name: string; rank: string };
  /** Accounts tied to a person of the record. */
  ties: { platform: string; space: string; account: string; person: string };
  /** What a platform gave for a space that let the bot in, sealed (core/vault.ts). `busy_until`: somebody is changing it. */
  installations: { platform: string; key: string; sealed: string; stamp: string; busy_until: number | null };
  drafts: { key: string; owner: string; press_json: string; expires_at: number };
  /** Calls that changed something, with their answer: a repeated one gets the same. */
  calls: { id: string; reply_json: string; at: number };
  /** What organisers keep to schedule later ("draft") or to begin from ("template"): options as they would be typed. */
  kept: {
    id: string;
    kind: "draft" | "template";
    name: string;
    options_json: string;
    made_by: string;
    made_at: number;
    version: Generated<number>;
  };
  announcements: {
    id: string;
    /** Language → what is said in it; "und" for all that have none of their own. Empty: said from the record. */
    texts_json: string;
    /** Grows whenever its words or its time change by a command. */
    version: Generated<number>;
    webinar: string | null;
    when_json: string;
    made_by: string;
    made_at: number;
    /** Whom it calls in the places of its maker's own space; null: nobody. */
    mention_json: string | null;
    /** Of a second organiser, where the mention needs one. */
    approval: Approval | null;
    approved_by: string | null;
  };
  /** Who is told of a webinar's start in direct messages; `before`: ISO 8601 duration. */
  reminders: {
    webinar: string;
    platform: string;
    user_id: string;
    before: string;
    space: string;
    channel: string;
    language: string;
    zone: string;
  };
  /** Append-only. `id` begins with the time: lines in order. */
  audit: {
    id: string;
    at: number;
    platform: string;
    space: string;
    user_id: string;
    name: string;
    act: string;
    about: string;
    before_json: string;
    after_json: string;
    refused: number;
  };
  /** What an account has chosen for itself. */
  preferences: { platform: string; space: string; user_id: string; language: string };
  deliveries: Deliveries;
  /** Posts of the browser's platform. */
  board: { message: string; channel: string; thread: string | null; body: string; at: number };
  threads: { id: string; message: string; title: string };
}

export type Approval = "asked" | "given" | "declined";

/** `unknown`: sent, and whether it arrived is being found out. `held`: that cannot be found out, so a person is asked. */
export type DeliveryState =
  | "scheduled"
  | "ready"
  | "sending"
  | "unknown"
  | "sent"
  | "held"
  | "failed"
  | "expired"
  | "cancelled";

/** Who said that it is out there. `response`: the platform's answer; `gateway`: its own event; `history`: the place itself. */
export type Evidence = "response" | "gateway" | "history" | "operator";

export interface Deliveries {
  /** 24 characters of base32: identity.ts. Also Discord's nonce and the marker on the post. */
  id: string;
  /** "announcement/…", "question/…", "share/…", "notice/…", "edit/…" (the id of the delivery whose post is corrected) */
  what: string;
  occurrence: string;
  platform: string;
  space: string;
  channel: string;
  thread: string | null;
  due_at: number;
  not_after: number;
  state: DeliveryState;
  /** Grows with every claim; a write under an old one changes nothing. */
  epoch: number;
  attempts: number;
  first_dispatch: number | null;
  last_dispatch: number | null;
  /** How often the place has been read since then without the post being there. */
  neg_reads: Generated<number>;
  /** When the dispatcher must look at the row next, in whatever state; null when there is nothing left to do. */
  next_at: number | null;
  /** What is said, where it was fixed when it was planned (a shared answer, a notice); else composed from the record. */
  message_json: string | null;
  /** The exact bytes, frozen at the first intent, and their hash. */
  body: string | null;
  body_hash: string | null;
  /** Hash of the message that the post says, or that is about to be said: what the record says later is held against it. */
  said: string | null;
  /** The platform's id of the message; with `sent`. */
  message_id: string | null;
  evidence: Evidence | null;
  /** Why it is not sent, for `failed`, `held` and a `ready` that waits: the platform's code or word. */
  cause: string | null;
  /** Title of the thread to open below the post, and its id once it is there. */
  thread_title: string | null;
  thread_id: string | null;
  /** "chosen": it calls whom its announcement names, if that is still right when it is sent; else why it does not. */
  calls: "chosen" | Uncalled | null;
}
