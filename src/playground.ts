import { type Board, type Channel, channelName, type WebSpace } from "./adapters/web/board.ts";
import type { Persona } from "./adapters/web/persona.ts";
import { type Purpose, purposes } from "./core/network/place.ts";
import type { Rank } from "./core/network/rank.ts";
import { giveRank, tie } from "./core/store/accounts.ts";
import { addToBoard, changeOnBoard, listBoard, openBoardThread, removeFromBoard } from "./core/store/board.ts";
import type { Store, Transaction } from "./core/store/database.ts";
import { noteSpace, readSpace, setPlace, setSpaceLanguage } from "./core/store/spaces.ts";
import type { Clock } from "./core/time/clock.ts";

/** One network with a server on Discord and a workspace on Slack, each with a language of its own. */
export const spaces: readonly WebSpace[] = [
  { id: "playground", name: "Discord", guise: "discord", language: "en" },
  { id: "playground-slack", name: "Slack", guise: "slack", language: "ja" },
];

interface Cast extends Persona {
  readonly rank?: Rank;
  /** Who they are in the record. */
  readonly person?: string;
}

const POST: Persona["rights"] = ["post"];
const LOOK_UPS = [
  "/webinar next",
  "/webinar show 3",
  "/webinar search libraries",
  "/webinar time",
  "/webinar search 図書館",
];

/** Who the reader of the playground may be, with five lines each to begin with. */
const cast: readonly Cast[] = [
  {
    user: "member",
    name: {
      en: "Member in Bangkok",
      ja: "会員(バンコク)",
      "zh-Hans": "曼谷的成员",
      "zh-Hant": "曼谷的成員",
      th: "สมาชิกในกรุงเทพฯ",
    },
    rights: POST,
    groups: [],
    zone: "Asia/Bangkok",
    locale: "th",
    lines: LOOK_UPS,
  },
  {
    user: "organiser",
    name: {
      en: "Organiser in Sendai",
      ja: "主催者(仙台)",
      "zh-Hans": "仙台的组织者",
      "zh-Hant": "仙台的主辦人",
      th: "ผู้จัดงานในเซ็นได",
    },
    rights: POST,
    groups: [],
    zone: "Asia/Tokyo",
    locale: "ja",
    rank: "organiser",
    lines: ["/webinar next", "/webinar search 図書館", "/announce schedule", "/announce list", "/webinar remind"],
  },
  {
    user: "discussant",
    name: {
      en: "Discussant in Melbourne",
      ja: "討論者(メルボルン)",
      "zh-Hans": "墨尔本的评议人",
      "zh-Hant": "墨爾本的與談人",
      th: "ผู้นำอภิปรายในเมลเบิร์น",
    },
    rights: POST,
    groups: [],
    zone: "Australia/Melbourne",
    locale: "en-AU",
    person: "sample-cleo",
    lines: ["/discuss queue", "/webinar questions", "/webinar time", "/speaker liu", "/webinar search 学び"],
  },
  {
    user: "moderator",
    name: {
      en: "Moderator in London",
      ja: "モデレーター(ロンドン)",
      "zh-Hans": "伦敦的主持员",
      "zh-Hant": "倫敦的版主",
      th: "ผู้ดูแลการสนทนาในลอนดอน",
    },
    rights: POST,
    groups: [],
    zone: "Europe/London",
    locale: "en-GB",
    rank: "moderator",
    lines: ["/discuss queue", "/discuss schedule", "/webinar show 3", "/webinar time", "/webinar search 学び"],
  },
  {
    user: "admin",
    name: {
      en: "Admin in Sendai",
      ja: "管理者(仙台)",
      "zh-Hans": "仙台的管理员",
      "zh-Hant": "仙台的管理員",
      th: "ผู้ดูแลระบบในเซ็นได",
    },
    rights: ["post", "administer"],
    groups: [],
    zone: "Asia/Tokyo",
    locale: "ja",
    rank: "admin",
    lines: ["/rostrum doctor", "/rostrum roles list", "/rostrum setup", "/announce list", "/webinar next"],
  },
];
export const personas: readonly Persona[] = cast.map(({ rank: _rank, person: _person, ...persona }) => persona);

/** The desk, which is the organisers' own, is in one place only. */
const channelsOf = ({ id: space, guise }: WebSpace): readonly Channel[] => {
  const before = guise === "discord" ? "" : `${guise}-`;
  const names = ["announcements", "discussion", ...(guise === "discord" ? ["desk"] : [])];
  return [
    ...names.map((name) => ({ id: `${before}${name}`, space, name })),
    ...personas.map(({ user }) => ({ id: `${before}direct-${user}`, space, name: "rostrum", of: user })),
  ];
};
export const channels: readonly Channel[] = spaces.flatMap(channelsOf);

const isPurpose = (name: string): name is Purpose => purposes.some((purpose) => purpose === name);

/** What a setup would have done: places, ranks, and the sample's discussant. What was changed since is kept. */
export const furnishPlayground = async (trx: Transaction): Promise<void> => {
  for (const { id: space, name, language } of spaces) {
    const at = { platform: "web", space } as const;
    if ((await readSpace(trx, at)) !== undefined) continue;
    await noteSpace(trx, at, { name, connected: true });
    await setSpaceLanguage(trx, at, language);
    for (const channel of channels.filter((one) => one.space === space))
      if (isPurpose(channel.name))
        await setPlace(
          trx,
          { ...at, channel: channel.id },
          { purpose: channel.name, name: channelName(channel, spaces) },
        );
    for (const { user, name: who, rank, person } of cast) {
      if (rank !== undefined) await giveRank(trx, at, { kind: "user", id: user, name: who.en, rank });
      if (person !== undefined) await tie(trx, at, { account: user, person });
    }
  }
};

/** Public posts of the playground, in its own database. */
export const createBoard = (store: Store, clock: Clock): Board => ({
  add: async ({ id, channel, thread, body }) => {
    await store.transact((trx) => addToBoard(trx, { id, channel, thread, body, at: clock.now().epochMilliseconds }));
    return id;
  },
  remove: (message) => store.transact((trx) => removeFromBoard(trx, message)),
  change: (message, body) => store.transact((trx) => changeOnBoard(trx, message, body)),
  list: (channel) => store.transact((trx) => listBoard(trx, channel)),
  thread: (message, title) => store.transact((trx) => openBoardThread(trx, message, title)),
});
