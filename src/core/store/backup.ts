import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Transaction } from "./database.ts";
import { pending } from "./deliveries.ts";
import { StoreError } from "./fault.ts";
import { recall } from "./memory.ts";

/** A copy of the database carries this: whoever starts on it is told that things may have gone out since. */
const COPIED = "copied";
/** When the last backup was made, in the database that it was made of. */
const BACKED_UP = "backed up";

const put = (db: DatabaseSync, key: string, at: number): void => {
  db.prepare(
    "insert into memory (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
  ).run(key, String(at));
};

/** What is on the disk is on the disk, and so is its name. */
const settle = (path: string): void => {
  const descriptor = openSync(path, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
};

/** The owner's only: the schedule and the record are in it, and what is not published yet. */
const OWNER_ONLY = 0o600;

/**
 * Copies the database as it is at one moment, whoever is writing to it meanwhile, checks the copy and only then gives it
 * its name. Answers its size in bytes. Nothing that was deleted is in it. Throws StoreError.
 */
export const backUp = ({
  file,
  to,
  now,
}: {
  readonly file: string;
  readonly to: string;
  readonly now: number;
}): number => {
  if (!existsSync(file)) throw new StoreError(`There is no database ${file} yet, so there is nothing to back up.`);
  if (existsSync(to)) throw new StoreError(`${to} is there already. Choose another name, or take it away first.`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const part = `${to}.part`;
  rmSync(part, { force: true });
  const source = new DatabaseSync(file, { timeout: 5_000 });
  try {
    closeSync(openSync(part, "wx", OWNER_ONLY));
    source.prepare("vacuum into ?").run(part);
    const copy = new DatabaseSync(part);
    try {
      const [found] = copy.prepare("pragma integrity_check").all();
      if (found?.integrity_check !== "ok")
        throw new StoreError(`The database ${file} is damaged, so it was not copied. Restore an earlier backup.`);
      put(copy, COPIED, now);
    } finally {
      copy.close();
    }
    settle(part);
    renameSync(part, to);
    settle(dirname(to));
    chmodSync(to, OWNER_ONLY);
    put(source, BACKED_UP, now);
    return statSync(to).size;
  } finally {
    source.close();
    rmSync(part, { force: true });
  }
};

/**
 * On a copy, once: what has come due by now may have gone out after the copy was made, so its place is read before it is
 * sent (delivery.md, F14). What corrects or takes away a post may be done twice. Answers how many deliveries are in doubt.
 */
export const doubtCopied = async (trx: Transaction, now: number): Promise<number> => {
  if ((await recall(trx, COPIED)) === undefined) return 0;
  await trx.deleteFrom("memory").where("key", "=", COPIED).execute();
  const done = await trx
    .updateTable("deliveries")
    .set({ state: "unknown", next_at: now, neg_reads: 0, cause: "the database was restored" })
    .where("state", "in", pending)
    .where("due_at", "<=", now)
    .where("what", "not like", "edit/%")
    .where("what", "not like", "withdraw/%")
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
};

/** When the last backup was made, milliseconds since 1970. */
export const lastBackup = async (trx: Transaction): Promise<number | undefined> => {
  const at = await recall(trx, BACKED_UP);
  return at === undefined ? undefined : Number(at);
};
