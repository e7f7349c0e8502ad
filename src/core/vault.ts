import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import type { PlatformName } from "./bot/call.ts";
import type { Store } from "./store/database.ts";
import { noteOnce } from "./store/drafts.ts";
import {
  claimSealed,
  exchangeSealed,
  keepSealed,
  listSealed,
  readSealed,
  removeSealed,
  type Sealed,
} from "./store/installations.ts";
import type { Clock } from "./time/clock.ts";

/** What was kept, as it was read. */
export interface Kept {
  readonly key: string;
  /** `undefined`: it was sealed with another secret, and can be opened with that one only. */
  readonly word: string | undefined;
  readonly stamp: string;
}

/** Words that nobody may read in the database, by key; each platform has its own. */
export interface Vault {
  list(): Promise<readonly Kept[]>;
  read(key: string): Promise<Kept | undefined>;
  /** In the place of whatever was kept. */
  keep(key: string, word: string): Promise<void>;
  /** Answers whether there was one. */
  remove(key: string): Promise<boolean>;
  /** Whether it is ours to exchange: of all processes one is answered yes, and nobody again before so long. */
  claim(kept: Kept, ms: number): Promise<boolean>;
  /** Only what is still as it was read. Ends the claim. */
  exchange(kept: Kept, word: string): Promise<boolean>;
  /** Whether this id comes for the first time, in any process. Remembered for days. */
  once(id: string): Promise<boolean>;
}

/** NIST SP 800-38D: 96 bits of nonce, random, far fewer than 2^32 of them; 128 bits of tag. */
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM by a key that HKDF makes of the secret. The place is sealed in: no word opens under another key. */
const createSeal = (secret: string) => {
  const key = Buffer.from(hkdfSync("sha256", secret, "rostrum", "installations", 32));
  return {
    seal: (word: string, place: string): string => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(word, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open: (sealed: string, place: string): string | undefined => {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < NONCE + TAG) return undefined;
      const options = { authTagLength: TAG };
      const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), options)
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        return Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
};

interface Given {
  readonly store: Pick<Store, "transact">;
  readonly clock: Pick<Clock, "now">;
  readonly platform: PlatformName;
  /** Whoever has it can read all. Another one reads nothing of what was kept before. */
  readonly secret: string;
}

export const createVault = ({ store, clock, platform, secret }: Given): Vault => {
  const { seal, open } = createSeal(secret);
  const placeOf = (key: string): string => `${platform}/${key}`;
  const toKept = ({ key, sealed, stamp }: Sealed): Kept => ({ key, word: open(sealed, placeOf(key)), stamp });
  const sealing = (key: string, word: string) => ({ sealed: seal(word, placeOf(key)), stamp: randomUUID() });
  const now = (): number => clock.now().epochMilliseconds;
  const at = ({ key, stamp }: Kept) => ({ platform, key, stamp });
  return {
    list: async () => (await store.transact((trx) => listSealed(trx, platform))).map(toKept),
    async read(key) {
      const row = await store.transact((trx) => readSealed(trx, { platform, key }));
      return row && toKept(row);
    },
    keep: (key, word) => store.transact((trx) => keepSealed(trx, { platform, key }, sealing(key, word))),
    remove: (key) => store.transact((trx) => removeSealed(trx, { platform, key })),
    claim: (kept, ms) => store.transact((trx) => claimSealed(trx, at(kept), { now: now(), until: now() + ms })),
    exchange: (kept, word) => store.transact((trx) => exchangeSealed(trx, at(kept), sealing(kept.key, word))),
    once: (id) => store.transact((trx) => noteOnce(trx, { id: placeOf(id), at: now() })),
  };
};
