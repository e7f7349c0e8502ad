import type { Board, Channel } from "./adapters/web/board.ts";
import { type Persona, SPACE } from "./adapters/web/persona.ts";
import type { Purpose } from "./core/network/place.ts";
import type { Rank } from "./core/network/rank.ts";
import { giveRank, tie } from "./core/store/accounts.ts";
import { addToBoard, changeOnBoard, listBoard, openBoardThread, removeFromBoard } from "./core/store/board.ts";
import type { Store, Transaction } from "./core/store/database.ts";
import { noteSpace, readSpace, setPlace } from "./core/store/spaces.ts";
import type { Clock } from "./core/time/clock.ts";

/** Who the reader of the playground may be, and where they meet. */
const cast: readonly (Persona & { readonly rank?: Rank; readonly person?: string })[] = [
  {
    user: "member",
    name: {
      en: "Member in Bangkok",
      ja: "会員(バンコク)",
      "zh-Hans": "曼谷的成员",
      "zh-Hant": "曼谷的成員",
      th: "สมาชิกในกรุงเทพฯ",
    },
    rights: ["post"],
    groups: [],
    zone: "Asia/Bangkok",
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
    rights: ["post"],
    groups: [],
    zone: "Europe/London",
    rank: "moderator",
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
    rights: ["post"],
    groups: [],
    zone: "Australia/Melbourne",
    person: "sample-cleo",
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
    rights: ["post"],
    groups: [],
    zone: "Asia/Tokyo",
    rank: "organiser",
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
    rank: "admin",
  },
];
export const personas: readonly Persona[] = cast.map(({ rank: _rank, person: _person, ...persona }) => persona);

export const channels: readonly Channel[] = [
  { id: "announcements", name: "announcements" },
  { id: "discussion", name: "discussion" },
  { id: "desk", name: "desk" },
  ...personas.map(({ user }) => ({ id: `direct-${user}`, name: "rostrum", of: user })),
];

/** What a setup would have done: places, ranks, and the sample's discussant. What was changed since is kept. */
export const furnishPlayground = async (trx: Transaction): Promise<void> => {
  const at = { platform: "web", space: SPACE } as const;
  if ((await readSpace(trx, at)) !== undefined) return;
  await noteSpace(trx, at, { name: "Playground", connected: true });
  for (const purpose of ["announcements", "discussion", "desk"] satisfies Purpose[])
    await setPlace(trx, { ...at, channel: purpose }, { purpose, name: `#${purpose}` });
  for (const { user, name, rank, person } of cast) {
    if (rank !== undefined) await giveRank(trx, at, { kind: "user", id: user, name: name.en, rank });
    if (person !== undefined) await tie(trx, at, { account: user, person });
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
