import { doctor } from "./commands/rostrum/doctor.ts";
import type { Account, PlatformName } from "./core/bot/call.ts";
import { type Message, mapPresses } from "./core/bot/message.ts";
import type { Platform } from "./core/bot/platform.ts";
import { toVoice } from "./core/say/voice.ts";
import type { Store } from "./core/store/database.ts";
import { readNetwork } from "./core/store/spaces.ts";
import type { Clock } from "./core/time/clock.ts";
import type { Language } from "./core/words/language.ts";

/** Whoever sits at this machine: they read the doctor as an admin does, and can press nothing. */
const HERE: Account = { platform: "web", space: "", user: "", name: "", rights: [], groups: [] };

/** What /rostrum doctor says, for the page of this machine. */
export const examine = async (
  { store, clock, platforms }: { store: Store; clock: Clock; platforms: ReadonlyMap<PlatformName, Platform> },
  language: Language,
): Promise<Message> => {
  const asker = { account: HERE, rank: "admin", person: undefined, roles: [] } as const;
  const at = { platform: "web", space: "", channel: "" } as const;
  const voice = toVoice(language, await store.transact(readNetwork));
  const seen = await doctor.inspect?.({}, { platforms, read: store.transact, store, clock, asker, at, voice });
  const reply = await store.transact((trx) =>
    doctor.run({}, { trx, now: clock.now(), asker, at, id: "", voice, audience: "asker", menu: [] }, seen),
  );
  if (!("kind" in reply)) throw new Error("the doctor says nothing");
  return mapPresses(reply, () => "");
};
