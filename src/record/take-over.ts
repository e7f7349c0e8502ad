import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../core/store/database.ts";
import { recall, remember } from "../core/store/memory.ts";

interface Source {
  /** `data/`. */
  readonly folder: string;
  /** With `data/playground`, whose date rolls with the clock. */
  readonly isPlayground: boolean;
  /** The program's: another version may read the same file differently. */
  readonly version: string;
  /** Called before each entry that is looked at, with how many there are. */
  readonly told?: (nth: number, of: number) => void;
}

/** The files and all that their meaning depends on; as long as it is the same, reading them again changes nothing. */
const sealOf = ({ folder, isPlayground, version }: Source, now: Temporal.Instant): string => {
  const hash = createHash("sha256").update(JSON.stringify([version, isPlayground && now.toString().slice(0, 10)]));
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  for (const file of files.filter((name) => /\.ya?ml$/.test(name)).sort())
    hash.update(JSON.stringify([file, readFileSync(join(folder, file), "utf8")]));
  return hash.digest("base64url");
};

/**
 * Takes over what changed in the record's files since the last time, and remembers for the doctor what was not taken.
 * Files as they were are not read again, and their readers are not even loaded. Answers the files whose change a command
 * had made before. Throws RecordError.
 */
export const takeOver = async (store: Store, source: Source, now: Temporal.Instant): Promise<readonly string[]> => {
  const seal = sealOf(source, now);
  if ((await store.transact((trx) => recall(trx, "record seal"))) === seal) return [];
  const [{ readRecord }, { loadRecord }] = await Promise.all([import("./read.ts"), import("./load.ts")]);
  const { kept, gone } = await loadRecord(store, readRecord(source.folder, source.isPlayground), now, {
    told: source.told,
  });
  await store.transact(async (trx) => {
    await remember(trx, "record kept", JSON.stringify(kept));
    await remember(trx, "record gone", JSON.stringify(gone));
    // What was kept is said at every start until a person decides.
    if (kept.length === 0) await remember(trx, "record seal", seal);
  });
  return kept;
};
