import { defineCommand, type Outside, type Tools } from "../../core/bot/command.ts";
import type { Condition } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import type { Standing, Unseen } from "../../core/bot/platform.ts";
import { press } from "../../core/bot/press.ts";
import { bold, type Mention, md } from "../../core/bot/text.ts";
import { type Place, type Purpose, platformNames, purposes, type Space } from "../../core/network/place.ts";
import { sayCondition } from "../../core/say/condition.ts";
import { shortAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { listRanks } from "../../core/store/accounts.ts";
import { lastBackup } from "../../core/store/backup.ts";
import { countIn, countLost } from "../../core/store/counts.ts";
import { recall } from "../../core/store/memory.ts";
import { listPlaces, listSpaces } from "../../core/store/spaces.ts";
import { standingLines, standingOf } from "../options/places.ts";

/** What went wrong longer ago is history. */
const LOOK_BACK_MS = 7 * 86_400_000;

interface Looked {
  readonly spaces: readonly {
    readonly space: Space;
    readonly condition: Condition;
    readonly places: readonly { readonly place: Place; readonly standing: Standing | undefined }[];
    readonly unseen: readonly Unseen[];
  }[];
  readonly database: string;
  /** Whether `npm run backup` copies it. */
  readonly isFile: boolean;
  /** Where each platform lets the bot in. */
  readonly invitations: readonly (readonly [platform: string, link: string])[];
}

/** Who holds a rank by command and is not shown what it is for, as far as the platform tells. */
const unseenIn = async (outside: Outside, space: Space): Promise<readonly Unseen[]> => {
  const platform = outside.platforms.get(space.platform);
  if (platform?.unseen === undefined || platform.state() !== "connected") return [];
  const holders = (await outside.read((trx) => listRanks(trx, space)))
    .filter(({ kind }) => kind === "user")
    .map(({ id, rank }) => ({ user: id, rank }));
  return platform.unseen(space.space, holders).catch((error: unknown) => {
    if (error instanceof PlatformError) return [];
    throw error;
  });
};

/** What each platform says of each place, asked now. */
const lookAround = async (outside: Outside): Promise<Looked> => {
  const [spaces, places] = await outside.read(async (trx) => [await listSpaces(trx), await listPlaces(trx)] as const);
  const reached = spaces.flatMap((space) => {
    const platform = outside.platforms.get(space.platform);
    return platform === undefined ? [] : [{ space, platform }];
  });
  const whole = reached.map(async ({ space, platform }) => {
    const condition = (await platform.conditionIn?.(space.space)) ?? platform.condition();
    const own = places.filter(({ at }) => at.platform === space.platform && at.space === space.space);
    return {
      space,
      condition,
      places: await Promise.all(own.map(async (place) => ({ place, standing: await standingOf(outside, place) }))),
      unseen: space.connected ? await unseenIn(outside, space) : [],
    };
  });
  const invitations = [...outside.platforms.values()].flatMap((platform) => {
    const link = platform.invitation?.()?.link;
    return link === undefined ? [] : [[platformNames[platform.name], link] as const];
  });
  return {
    spaces: await Promise.all(whole),
    database: outside.store.description,
    isFile: outside.store.alone,
    invitations,
  };
};

const shortly = (voice: Voice, ms: number): string =>
  shortAt(voice, Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(voice.zone));

const spaceBlock = (voice: Voice, { space, condition, places, unseen }: Looked["spaces"][number]) => {
  const { words } = voice;
  const { doctor } = words;
  const at = (ms: number): string => shortly(voice, ms);
  const since = at(condition.since);
  const platform = platformNames[space.platform];
  const isSet = (purpose: Purpose): boolean => places.some(({ place }) => place.purpose === purpose);
  const heads = {
    connected: doctor.connected(platform, space.name, since),
    connecting: doctor.connecting(platform, since),
    stopped: doctor.stopped(platform, since),
  };
  if (!space.connected) return text(bold(doctor.notConnected(platform, space.name)));
  return text(
    bold(heads[condition.state]),
    ...(condition.why === undefined ? [] : sayCondition(words, platform, { now: condition, at })),
    ...places.flatMap((one) => standingLines(words, one)),
    ...purposes
      .filter((purpose) => purpose !== "desk" && !isSet(purpose))
      .map((purpose) => doctor.noPlace(words.purpose[purpose])),
    ...unseen.map(({ user, root }) => {
      const who: Mention = { node: "mention", kind: "user", id: user, written: `@${user}` };
      return md`! ${who} ${doctor.hidden(root)}`;
    }),
  );
};

const backup = async ({ trx, voice }: Tools): Promise<string> => {
  const at = await lastBackup(trx);
  return at === undefined ? voice.words.doctor.noBackup : voice.words.doctor.backup(shortly(voice, at));
};

const program = async (tools: Tools, looked: Looked) => {
  const { trx, now, voice } = tools;
  const { words } = voice;
  const { doctor, record } = words;
  const [held, waiting] = [await countIn(trx, "held"), await countIn(trx, "ready")];
  const lost = await countLost(trx, now.epochMilliseconds - LOOK_BACK_MS);
  const kept = JSON.parse((await recall(trx, "record kept")) ?? "[]") as readonly string[];
  const gone = JSON.parse((await recall(trx, "record gone")) ?? "[]") as readonly string[];
  const hasDesk = looked.spaces.some(({ places }) => places.some(({ place }) => place.purpose === "desk"));
  return [
    doctor.database(looked.database),
    looked.isFile ? await backup(tools) : undefined,
    held > 0 ? doctor.held(held) : undefined,
    waiting > 0 ? doctor.overdue(waiting) : undefined,
    lost > 0 ? doctor.lost(lost) : undefined,
    ...kept.map((file) => doctor.conflict(record.kept(file))),
    ...gone.map((entry) => doctor.conflict(record.gone(entry))),
    hasDesk ? undefined : doctor.noDesk,
    looked.spaces.length === 0 ? doctor.noPlatform : undefined,
  ];
};

export const doctor = defineCommand({
  name: "rostrum doctor",
  rank: "admin",
  options: {},
  inspect: (_asked, outside) => lookAround(outside),
  async run(_asked, tools, looked) {
    const { voice } = tools;
    const { words } = voice;
    const started = JSON.parse((await recall(tools.trx, "started")) ?? "null") as {
      version: string;
      at: number;
    } | null;
    const since = started && words.doctor.since(started.version, shortly(voice, started.at));
    return message(
      text(since === null ? undefined : md`${bold(since)}`, ...(await program(tools, looked))),
      ...looked.spaces.map((one) => spaceBlock(voice, one)),
      ...looked.invitations.map(([platform, link]) => note(words.doctor.invite(platform), link)),
      buttons({ label: words.doctor.again, press: press("rostrum doctor") }),
    );
  },
});
