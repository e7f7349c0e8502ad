import { createHash } from "node:crypto";
import type { Transaction } from "../store/database.ts";
import { keepDraft, readDraft } from "../store/drafts.ts";
import type { Language } from "../words/language.ts";
import type { Account, Call } from "./call.ts";
import { UserError } from "./errors.ts";
import { type Message, mapPresses, pressesOf, type Reply } from "./message.ts";
import { ownerOf } from "./owner.ts";
import { DRAFT_MARK, fromOpenPress, PRESS_BYTES, type Press, toOpenPress } from "./press.ts";

/** A preview or a half-filled form stays valid this long. */
const DRAFT_MS = 24 * 3_600_000;

export interface Sealing {
  readonly trx: Transaction;
  readonly owner: Account;
  readonly now: Temporal.Instant;
  /** What a press that names no language of its own is to be answered in. */
  readonly language?: Language | undefined;
}

/** In the open when it is short, else the key of a draft: the same call of the same owner has the same key. */
export const sealPress = async (given: Press, { trx, owner, now, language }: Sealing): Promise<string> => {
  const press = language === undefined ? given : { language, ...given };
  const open = toOpenPress(press);
  if (Buffer.byteLength(open) <= PRESS_BYTES && !open.startsWith(DRAFT_MARK)) return open;
  const digest = createHash("sha256")
    .update(`${ownerOf(owner)}\n${open}`)
    .digest("base64url");
  const key = `${DRAFT_MARK}${digest.slice(0, 22)}`;
  await keepDraft(trx, { key, owner: ownerOf(owner), press, expiresAt: now.epochMilliseconds + DRAFT_MS });
  return key;
};

export const sealMessage = async (said: Reply, sealing: Sealing): Promise<Message> => {
  const sealed = new Map<Press, string>();
  for (const press of pressesOf(said)) sealed.set(press, await sealPress(press, sealing));
  return mapPresses(said, (press) => sealed.get(press) ?? "");
};

/** What a button carried, read back. A draft answers its owner only, and until it expires. */
const unseal = async (given: string, { trx, owner, now }: Sealing): Promise<Press> => {
  const carried = given.replaceAll("\0", "").toWellFormed();
  if (!carried.startsWith(DRAFT_MARK)) return fromOpenPress(carried);
  const draft = await readDraft(trx, carried);
  if (draft !== undefined && draft.owner !== ownerOf(owner))
    throw new UserError((words) => words.bot.foreignDraft, { refused: draft.press.command });
  if (draft === undefined || draft.expiresAt < now.epochMilliseconds)
    throw new UserError((words) => words.bot.expiredDraft);
  return draft.press;
};

/** The call written out: what was typed, or what the press carried. Throws UserError for a draft that is not to be had. */
export const saidBy = async ({ said, asker }: Call, given: Pick<Sealing, "trx" | "now">): Promise<Press> =>
  "press" in said ? unseal(said.press, { ...given, owner: asker }) : { command: said.command, options: {} };
