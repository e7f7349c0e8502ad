/** What keeps the store from opening or from being written: a sentence that says what to do. */
export class StoreError extends Error {}

/** SQLite's primary result codes (sqlite.org/rescode.html), and the operating system's words for the same. */
const FULL =
  "The disk is full, so nothing can be kept. Make room where the state is (the folder state/, or where DATABASE_URL says); Rostrum goes on by itself, or start it again.";
const READ_ONLY =
  "Rostrum may not write where its state is kept. Give its account the right to write to the folder state/ (or where DATABASE_URL says) and to every file in it.";
const REFUSED =
  "The disk refuses to be read or written: it is full, over a quota, or failing. Make room or look at the machine's own log, and start Rostrum again.";
const BROKEN =
  "The database file is damaged. Stop Rostrum, put the newest backup in its place (docs/operating.md, Restore), and start it again.";
const BY_CODE: Readonly<Record<number, string>> = {
  8: READ_ONLY,
  10: REFUSED,
  11: BROKEN,
  13: FULL,
  14: READ_ONLY,
  26: BROKEN,
};
const BY_WORD: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EROFS: READ_ONLY,
  EFBIG: REFUSED,
  EIO: REFUSED,
  // PostgreSQL's (Appendix A of its documentation): disk_full, read_only_sql_transaction.
  "53100": "The disk of PostgreSQL is full, so nothing can be kept. Make room there; Rostrum goes on by itself.",
  "25006": "PostgreSQL takes no changes (it is read-only, perhaps a standby). Point DATABASE_URL to the one that does.",
};

const factsOf = (error: unknown): { readonly code?: unknown; readonly errcode?: unknown } =>
  typeof error === "object" && error !== null ? error : {};

/** The low byte is the primary code, the rest says more of it. */
const PRIMARY = 0xff;

/** The sentence for a database or a disk that does not do; `undefined` for whatever else went wrong. */
export const sayFault = (error: unknown): string | undefined => {
  if (error instanceof StoreError) return error.message;
  const { code, errcode } = factsOf(error);
  return typeof errcode === "number" ? BY_CODE[errcode & PRIMARY] : BY_WORD[String(code)];
};
