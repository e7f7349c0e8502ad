import { doctor } from "./commands/rostrum/doctor.ts";
import type { Account, PlatformName } from "./core/bot/call.ts";
import { type Message, mapPresses, message, text } from "./core/bot/message.ts";
import type { Platform } from "./core/bot/platform.ts";
import { bold, toPlain } from "./core/bot/text.ts";
import { platformNames } from "./core/network/place.ts";
import { sayCondition } from "./core/say/condition.ts";
import { shortAt } from "./core/say/time.ts";
import { toVoice, type Voice } from "./core/say/voice.ts";
import type { Store } from "./core/store/database.ts";
import { listSpaces, readNetwork } from "./core/store/spaces.ts";
import type { Clock } from "./core/time/clock.ts";
import type { Language } from "./core/words/language.ts";

/** Whoever sits at this machine: they read the doctor as an admin does, and can press nothing. */
const HERE: Account = { platform: "web", space: "", user: "", name: "", rights: [], groups: [] };

/** Of a platform that has reached no space yet the doctor has nothing to say; /health has. */
const sayAlone = (voice: Voice, { name, condition }: Platform) => {
  const at = (ms: number): string =>
    shortAt(voice, Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(voice.zone));
  const now = condition();
  return text(bold(sayCondition(voice.words, platformNames[name], { now, at }).join(" ")), at(now.since));
};

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
    doctor.run(
      {},
      { trx, now: clock.now(), asker, at, id: "", voice, audience: "asker", menu: [], note: () => undefined },
      seen,
    ),
  );
  if (!("kind" in reply)) throw new Error("the doctor says nothing");
  const spaces = await store.transact(listSpaces);
  const alone = [...platforms.values()].filter(({ name }) => !spaces.some((space) => space.platform === name));
  return mapPresses(message(...reply.blocks, ...alone.map((one) => sayAlone(voice, one))), () => "");
};

/** Lines that begin so say what is wrong, in every language. */
const WRONG = /^[✗!]/u;

/** The same for the terminal: its lines, and whether all is well. */
export const look = async (
  house: Parameters<typeof examine>[0],
  language: Language,
): Promise<{ readonly lines: readonly string[]; readonly well: boolean }> => {
  const { blocks } = await examine(house, language);
  const lines = blocks.flatMap((block) => ("text" in block ? ["", ...toPlain(block.text).split("\n")] : [])).slice(1);
  const connected = [...house.platforms.values()].every((platform) => platform.state() === "connected");
  return { lines, well: connected && !lines.some((line) => WRONG.test(line)) };
};
