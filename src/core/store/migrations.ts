import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The oldest program that can use the newest schema: raised by a step after which an older one would read or write wrongly. */
export const oldestProgram = "0.1.0";

/** Forward only, each in one transaction, named by date and number. A landed one never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  "2026-11-23-1-house": {
    async up(db: Kysely<never>) {
      for (const table of tables) await sql.raw(`create table ${table}`).execute(db);
      for (const index of indexes) await sql.raw(`create index ${index}`).execute(db);
    },
  },
  "2026-11-24-1-said": {
    async up(db: Kysely<never>) {
      await sql.raw("alter table deliveries add column said text").execute(db);
    },
  },
  "2026-11-24-3-mentions": {
    async up(db: Kysely<never>) {
      for (const column of mentions) await sql.raw(`alter table ${column}`).execute(db);
    },
  },
  // A deleted message is looked up by the platform's own id.
  "2026-11-24-4-posts": {
    async up(db: Kysely<never>) {
      await sql.raw("create index deliveries_message on deliveries (message_id)").execute(db);
    },
  },
  "2026-11-24-5-reads": {
    async up(db: Kysely<never>) {
      await sql.raw("alter table deliveries add column neg_reads integer not null default 0").execute(db);
    },
  },
  // What platforms gave for each space that let the bot in: sealed, with a stamp that is new at every change.
  "2026-11-24-6-installations": {
    async up(db: Kysely<never>) {
      await sql
        .raw(
          `create table installations (platform text not null, key text not null, sealed text not null,
            stamp text not null, busy_until bigint, primary key (platform, key))`,
        )
        .execute(db);
    },
  },
  "2026-11-24-7-search": {
    async up(db: Kysely<never>) {
      for (const table of searching) await sql.raw(`create table ${table}`).execute(db);
      await sql.raw("create index terms_term on terms (term, date, webinar)").execute(db);
      // The record is taken over anew, and with it its words.
      await sql.raw("delete from loaded").execute(db);
      await sql.raw("delete from memory where key = 'record seal'").execute(db);
    },
  },
  "2026-11-24-8-members": {
    async up(db: Kysely<never>) {
      for (const table of membership) await sql.raw(`create table ${table}`).execute(db);
    },
  },
  "2026-11-25-1-manage": {
    async up(db: Kysely<never>) {
      await sql
        .raw(
          `create table audit (id text primary key, at bigint not null, platform text not null, space text not null,
            user_id text not null, name text not null, act text not null, about text not null,
            before_json text not null, after_json text not null, refused integer not null)`,
        )
        .execute(db);
      await sql.raw("alter table webinars add column edited_at bigint").execute(db);
      await sql.raw("alter table webinars add column version integer not null default 0").execute(db);
    },
  },
  "2026-11-25-2-discussion": {
    async up(db: Kysely<never>) {
      for (const statement of discussion) await sql.raw(statement).execute(db);
    },
  },
  // One text for each language instead of one for all; and what is kept for later.
  "2026-11-25-3-announcements": {
    async up(db: Kysely<never>) {
      for (const statement of keeping) await sql.raw(statement).execute(db);
      const written = await sql<{ id: string; text: string }>`
        select id, text from announcements where text <> ''`.execute(db);
      for (const { id, text } of written.rows)
        await sql`update announcements set texts_json = ${JSON.stringify({ und: text })} where id = ${id}`.execute(db);
      await sql.raw("alter table announcements drop column text").execute(db);
    },
  },
  // What somebody has open is counted with every draft; the audit is asked about one webinar.
  "2026-11-25-4-owners": {
    async up(db: Kysely<never>) {
      await sql.raw("create index drafts_owner on drafts (owner, expires_at)").execute(db);
      await sql.raw("create index audit_about on audit (about, id)").execute(db);
    },
  },
};

const keeping: readonly string[] = [
  "alter table announcements add column texts_json text not null default '{}'",
  "alter table announcements add column version integer not null default 0",
  `create table kept (id text primary key, kind text not null, name text not null, options_json text not null,
    made_by text not null, made_at bigint not null, version integer not null default 0)`,
];

const tables: readonly string[] = [
  "memory (key text primary key, value text not null)",
  `network (id integer primary key check (id = 1), name text, zone text not null, language text not null,
    strip_json text not null, edited_at bigint)`,
  "loaded (entry text primary key, hash text not null)",
  "series (key text primary key, name_json text not null)",
  "institutions (key text primary key, name_json text not null, country text not null)",
  "people (key text primary key, title text, name text not null, family text)",
  "names (token text not null, person text not null, kind text not null, primary key (token, person, kind))",
  `webinars (key text primary key, series text, edition integer, sample integer not null, status text not null,
    title_json text not null, subtitle_json text, date text not null, time text, zone text, minutes integer,
    starts_at bigint, link text, participants integer, countries_and_regions integer, outcome_json text)`,
  `talks (webinar text not null, position integer not null, person text not null, institution text, title_json text,
    about_json text, subject_json text, subject_country text, primary key (webinar, position))`,
  `roles (webinar text not null, role text not null, person text not null, institution text, position integer not null,
    primary key (webinar, role, person))`,
  `questions (id text primary key, webinar text not null, number integer not null, position integer not null,
    label_json text not null, text_json text not null, unique (webinar, number))`,
  `spaces (platform text not null, space text not null, name text not null, connected integer not null, language text,
    primary key (platform, space))`,
  `places (platform text not null, space text not null, purpose text not null, channel text not null, name text not null,
    primary key (platform, space, purpose))`,
  `ranks (platform text not null, space text not null, kind text not null, id text not null, name text not null,
    rank text not null, primary key (platform, space, kind, id))`,
  `ties (platform text not null, space text not null, account text not null, person text not null,
    primary key (platform, space, account))`,
  "drafts (key text primary key, owner text not null, press_json text not null, expires_at bigint not null)",
  "calls (id text primary key, reply_json text not null, at bigint not null)",
  `announcements (id text primary key, text text not null, webinar text, when_json text not null, made_by text not null,
    made_at bigint not null)`,
  `deliveries (id text primary key, what text not null, occurrence text not null, platform text not null,
    space text not null, channel text not null, thread text, due_at bigint not null, not_after bigint not null,
    state text not null, epoch integer not null, attempts integer not null, first_dispatch bigint, last_dispatch bigint,
    next_at bigint, message_json text, body text, body_hash text, message_id text, evidence text, cause text,
    thread_title text, thread_id text)`,
  "board (message text primary key, channel text not null, thread text, body text not null, at bigint not null)",
  "threads (id text primary key, message text not null unique, title text not null)",
];

const mentions: readonly string[] = [
  "announcements add column mention_json text",
  "announcements add column approval text",
  "announcements add column approved_by text",
  "deliveries add column calls text",
];

const membership: readonly string[] = [
  `reminders (webinar text not null, platform text not null, user_id text not null, before text not null,
    space text not null, channel text not null, language text not null, zone text not null,
    primary key (webinar, platform, user_id, before))`,
  `preferences (platform text not null, space text not null, user_id text not null, language text not null,
    primary key (platform, space, user_id))`,
];

/** Whether a question is closed or skipped; what was done to all of a webinar's; when the next ones go out. */
const discussion: readonly string[] = [
  "alter table questions add column closed_at bigint",
  "alter table questions add column skipped integer not null default 0",
  "create table discussions (webinar text primary key, edited_at bigint, paused_at bigint)",
  `create table slots (id text primary key, webinar text not null, when_json text not null, at bigint not null,
    where_json text not null, question text, chosen integer not null)`,
  "create index slots_webinar on slots (webinar, at)",
  "create index slots_question on slots (question)",
];

const searching: readonly string[] = [
  `terms (term text not null, webinar text not null, date text not null, named integer not null,
    primary key (webinar, term))`,
  "vocabulary (term text primary key)",
];

const indexes: readonly string[] = [
  "deliveries_next on deliveries (next_at)",
  "deliveries_due on deliveries (due_at)",
  "deliveries_what on deliveries (what)",
  "announcements_webinar on announcements (webinar)",
  "deliveries_state on deliveries (state)",
  "webinars_start on webinars (status, starts_at)",
  "webinars_date on webinars (date)",
  "webinars_edition on webinars (edition)",
  "names_person on names (person)",
  "talks_person on talks (person)",
  "roles_person on roles (person)",
  "ties_person on ties (person)",
  "drafts_expiry on drafts (expires_at)",
  "calls_at on calls (at)",
  "board_channel on board (channel, at)",
];
