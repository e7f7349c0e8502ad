import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/commands.ts";
import { createBot } from "../../src/core/bot/bot.ts";
import type { Call, Options } from "../../src/core/bot/call.ts";
import { menuOf } from "../../src/core/bot/understand.ts";
import { connectSpace, noteSpace, setPlace } from "../../src/core/store/spaces.ts";
import { createTurnedClock } from "../support/clock.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let ada: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  ada = await house.somebody({ name: "Ada", rank: "admin" });
});
afterEach(() => house.close());

const call = ({ account }: Somebody, command: string, options: Options): Call => ({
  id: "s",
  asker: account,
  at: { platform: account.platform, space: account.space, channel: "discussion" },
  locale: "en",
  said: { command },
  options,
});
/** What is offered for the last of the options while it is typed, the others being there already. */
const offered = async (who: Somebody, command: string, options: Options) =>
  house.bot.suggest(call(who, command, options), Object.keys(options).at(-1) ?? "");
const labels = async (...given: Parameters<typeof offered>) => (await offered(...given)).map(({ label }) => label);
const values = async (...given: Parameters<typeof offered>) => (await offered(...given)).map(({ value }) => value);

/** Lines that name nothing that is there: what is typed is new. */
const FREE = [
  "rostrum setup name",
  "discuss add label",
  "discuss edit label",
  ...["create", "edit"].flatMap((verb) =>
    ["title", "subtitle", "minutes", "link"].map((name) => `manage webinar ${verb} ${name}`),
  ),
  ...["add", "edit"].flatMap((verb) => ["title", "about"].map((name) => `manage talk ${verb} ${name}`)),
  // What was announced lately: nothing was, here.
  "announce cancel what",
  "announce edit what",
  "announce preview what",
  "announce snooze what",
  "announce withdraw what",
  "manage talk move to",
  // Nor has anybody done anything with a right.
  "rostrum audit by",
  "manage webinar create start",
  "manage webinar reschedule start",
];
const lines = menuOf(commands).flatMap(({ name, options }) =>
  options.filter(({ kind }) => kind === "line").map((option) => ({ path: `${name} ${option.name}`, name, option })),
);

describe("every option that names something", () => {
  it.each(lines.filter(({ path }) => !FREE.includes(path)))(
    "$path suggests, and takes what it suggests",
    async (one) => {
      const others: Options = one.path === "rostrum roles give person" ? { role: "speaker", webinar: "3" } : {};
      const whole = one.option.name === "question" ? { webinar: "3" } : {};
      const found = await offered(ada, one.name, { ...others, ...whole, [one.option.name]: "" });
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(25);
      for (const { label, value } of found) {
        expect(label.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeLessThanOrEqual(100);
        const said = await ada.call({ said: { command: one.name }, options: { [one.option.name]: value, ...whole } });
        const fields = said.answer.kind === "form" ? said.answer.fields : [];
        expect(fields.find(({ option }) => option === one.option.name)?.problem, label).toBeUndefined();
      }
    },
  );

  it.each(FREE)("%s is free, and suggests nothing", async (path) => {
    expect(lines.map((one) => one.path)).toContain(path);
    const words = path.split(" ");
    expect(await values(ada, words.slice(0, -1).join(" "), { [words.at(-1) ?? ""]: "" })).toEqual([]);
  });
});

describe("suggestions are forgiving, the best first:", () => {
  it.each([
    ["webinar show", { webinar: "partnership" }, "3rd international webinar: Partnership for education and beyond"],
    ["webinar show", { webinar: "3" }, "3rd international webinar: Partnership for education and beyond"],
    ["webinar show", { webinar: "２０２２" }, "3rd international webinar: Partnership for education and beyond"],
    ["webinar show", { webinar: "beyond educ" }, "3rd international webinar: Partnership for education and beyond"],
    ["speaker", { name: "LIU" }, "Dr. Jing Liu"],
    ["speaker", { name: "liu ji" }, "Dr. Jing Liu"],
    ["speaker", { name: "stro" }, "Dr. Paul Armstrong"],
    ["speaker", { name: "tohoku" }, "Dr. Jing Liu"],
    ["webinar help", { command: "/sched" }, "/discuss schedule"],
    ["webinar help", { command: "announce" }, "/announce list"],
    ["discuss post", { webinar: "3", question: "resilien" }, "2 Build Back Better and COVID-19"],
    ["announce schedule", { where: "slack" }, "Slack #お知らせ"],
    ["announce schedule", { where: "Discord #announcements, 討" }, "Discord #announcements, Slack #討論"],
    ["rostrum setup", { zone: "melb" }, "Melbourne · Australia/Melbourne"],
    ["rostrum setup", { zone: "東京" }, "Tokyo · Asia/Tokyo"],
    ["rostrum setup", { zone: "kiritimati" }, "Pacific/Kiritimati"],
    ["rostrum setup", { strip: "London, Bang" }, "London, Bangkok"],
    ["rostrum setup", { strip: "sao" }, "São Paulo"],
    ["rostrum roles give", { webinar: "3", role: "speaker", person: "sino" }, undefined],
    ["rostrum roles give", { webinar: "3", role: "speaker", person: "shino" }, "Dr. Takeshi Shinohara"],
    ["rostrum roles give", { webinar: "3", role: "discussant", person: "" }, "Dr. Philip Wing Keung Chan"],
    ["rostrum roles give", { webinar: "3", role: "organiser", person: "" }, undefined],
  ] as const)("%s %j → %s", async (command, options, first) => {
    expect((await labels(ada, command, options))[0]).toBe(first);
  });

  it("a list does not offer twice what stands in it already", async () => {
    expect(await labels(ada, "announce schedule", { where: "Discord #announcements, " })).toEqual([
      "Discord #announcements, Discord #discussion",
      "Discord #announcements, Slack #お知らせ",
      "Discord #announcements, Slack #討論",
    ]);
  });
});

describe("a time is read back in full", () => {
  const first = async (when: string) => (await offered(ada, "announce schedule", { when }))[0];
  it.each([
    ["2026-12-05 17:00", "Saturday, 5 December 2026, 17:00 Tokyo", "2026-12-05 17:00 Asia/Tokyo"],
    ["12月5日 17時", "Saturday, 5 December 2026, 17:00 Tokyo", "2026-12-05 17:00 Asia/Tokyo"],
    ["2026-12-05 5pm lon", "Saturday, 5 December 2026, 17:00 London", "2026-12-05 17:00 Europe/London"],
    ["17:00 ロンドン", "Tuesday, 24 November 2026, 17:00 London", "2026-11-24 17:00 Europe/London"],
    ["+2d", "Thursday, 26 November 2026, 04:00 Tokyo", "2026-11-26 04:00 Asia/Tokyo"],
  ])("%s → %s", async (typed, label, value) => {
    expect(await first(typed)).toEqual({ label, value });
  });

  it("in each city of the network, once an hour is there", async () => {
    const found = await labels(ada, "announce schedule", { when: "2026-12-05 17:00" });
    expect(found).toContain("Saturday, 5 December 2026, 17:00 London");
    expect(found).toContain("Saturday, 5 December 2026, 17:00 Melbourne");
    expect(new Set(found).size).toBe(found.length);
  });

  it("counted from the next webinar, or from the one that is named", async () => {
    const before = await labels(ada, "announce schedule", { when: "1w" });
    expect(before).toHaveLength(1);
    expect(before[0]).toMatch(/^Saturday, 28 November 2026, 17:00 Tokyo \(1w before\)$/u);
    // The hour of the third is not recorded.
    expect(await labels(ada, "announce schedule", { webinar: "3", when: "1w before" })).toEqual([]);
  });

  it.each([
    "5 dec 17:00",
    "5/12 17:00",
    "2026-12-05",
    "tomorrow",
    "2020-01-01 10:00",
    "2569-12-05 17:00",
    "17:00 nowhere",
  ])("%s is not guessed at", async (typed) => {
    expect(await values(ada, "announce schedule", { when: typed })).toEqual([]);
  });
});

describe("nobody is suggested what is not theirs to see", () => {
  const all = async (who: Somebody) =>
    (
      await Promise.all(
        lines.map(
          async ({ name, option }) => [name, (await offered(who, name, { [option.name]: "" })).length] as const,
        ),
      )
    )
      .filter(([, count]) => count > 0)
      .map(([name]) => name);

  it("members see what is for members, organisers what is for organisers", async () => {
    const rootsFor = async (given: Parameters<House["somebody"]>[0]) =>
      [...new Set((await all(await house.somebody(given))).map((name) => name.split(" ")[0]))].sort();
    expect(await rootsFor({ name: "Mei" })).toEqual(["speaker", "webinar"]);
    expect(await rootsFor({ name: "Oki", rank: "organiser" })).toEqual([
      "announce",
      "discuss",
      "manage",
      "speaker",
      "webinar",
    ]);
  });

  it("a stranger's server sees nothing, not even its administrator but for the setup", async () => {
    expect(await all(await house.somebody({ name: "Eve", space: "stranger" }))).toEqual([]);
    const own = await house.somebody({ name: "Own", space: "stranger", rights: ["post", "administer"] });
    expect([...new Set(await all(own))]).toEqual(["rostrum setup"]);
    expect(await all(await house.somebody({ name: "G", platform: "slack", guest: true }))).toEqual([]);
  });

  it("a discussant sees the questions of the own webinar, and not to post another's", async () => {
    const phil = await house.somebody({ name: "Phil", person: "philip-chan" });
    expect(await values(phil, "discuss post", { webinar: "3", question: "" })).toEqual(["1", "2", "3"]);
    expect(await values(phil, "discuss post", { webinar: "sample", question: "" })).toEqual([]);
    expect(await values(phil, "announce schedule", { where: "" })).toEqual([]);
  });

  it("places are those of connected spaces, and the desk is none", async () => {
    const other = { platform: "discord", space: "stranger", channel: "theirs" } as const;
    await house.store.transact((trx) => setPlace(trx, other, { purpose: "announcements", name: "#theirs" }));
    const places = await labels(ada, "announce schedule", { where: "" });
    expect(places).toHaveLength(4);
    expect(places.join()).not.toMatch(/desk|theirs/u);
    await house.store.transact(async (trx) => void (await connectSpace(trx, other, { own: false })));
    expect(await labels(ada, "announce schedule", { where: "theirs" })).toEqual(["Discord #theirs"]);
    await house.store.transact((trx) => noteSpace(trx, other, { name: "x", connected: false }));
  });

  it("drafts are never there, for an admin neither", async () => {
    const kept = await values(ada, "webinar show", { webinar: "" });
    await house.store.transact(
      async (trx) =>
        void (await trx.updateTable("webinars").set({ status: "draft" }).where("edition", "=", 3).execute()),
    );
    expect(kept).toContain("international-3");
    for (const [command, options] of [
      ["webinar show", { webinar: "" }],
      ["webinar show", { webinar: "international-3" }],
      ["announce schedule", { webinar: "3" }],
      ["discuss post", { webinar: "3", question: "" }],
      ["speaker", { name: "liu" }],
      ["rostrum roles give", { role: "speaker", webinar: "3", person: "" }],
    ] as const)
      expect(await values(ada, command, options), command).not.toContain("international-3");
    expect(await values(ada, "speaker", { name: "liu" })).toEqual([]);
    // A raw value sent instead of a choice is looked up again under the same rights (27).
    const mei = await house.somebody({ name: "Mei" });
    expect(
      (await mei.call({ said: { command: "webinar show" }, options: { webinar: "international-3" } })).text,
    ).toContain("international-3");
    expect((await mei.say("/webinar show webinar:international-3")).text).not.toContain("Partnership");
    // Who may publish it hears that it is a draft, and no more.
    const said = (await ada.say("/webinar show webinar:international-3")).text;
    expect(said).toBe("Partnership for education and beyond is still a draft. Publish it first.");
    expect((await ada.say("/speaker jing-liu")).text).not.toContain("Dr.");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "", "webinar"])(
    "no option is called %j",
    async (name) => {
      expect(await values(ada, "webinar next", { [name]: "x" })).toEqual([]);
      expect(await values(ada, "no such command", { [name]: "x" })).toEqual([]);
    },
  );

  it.each(["\0", "\ud800", "%", "_", "'; drop table webinars", "x".repeat(6000), "．*(", "\u202e"])(
    "%j typed anywhere is answered, without a word in the log",
    async (typed) => {
      for (const { name, option } of lines)
        await offered(ada, name, { webinar: typed, role: "speaker", [option.name]: typed });
      expect(house.log.filter(({ level }) => level === "error")).toEqual([]);
    },
  );
});

describe("suggestions at ten a second", () => {
  /** The bot on the same database, with every statement counted. */
  const counting = (broken = false) => {
    const seen = { statements: 0, lines: [] as string[] };
    const note = (level: string) => (_: object, said: string) => void seen.lines.push(`${level} ${said}`);
    const bot = createBot({
      commands,
      clock: createTurnedClock("2026-11-23T19:00:00Z"),
      platforms: new Map(),
      log: { debug: note("debug"), info: note("info"), warn: note("warn"), error: note("error") },
      changed: () => undefined,
      store: {
        ...house.store,
        transact: (run) =>
          house.store.transact((trx) => {
            if (broken) throw new Error("the database is away");
            const count = {
              transformQuery: ({ node }: { node: never }) => node,
              // Once for each that is sent; a query in a query is transformed, too, but has no result.
              transformResult: async ({ result }: { result: never }) => {
                seen.statements++;
                return result;
              },
            };
            return run(trx.withPlugin(count as never) as typeof trx);
          }),
      },
    });
    return { bot, seen };
  };

  it("cost who may not ask one statement and no line of the log (26)", async () => {
    const mei = await house.somebody({ name: "Mei" });
    for (const { name, option } of lines.filter(
      ({ path }) => /^(?:announce|discuss|rostrum) /u.test(path) && !FREE.includes(path),
    )) {
      const { bot, seen } = counting();
      for (let n = 0; n < 10; n++) await bot.suggest(call(mei, name, { [option.name]: "a" }), option.name);
      expect(seen).toEqual({ statements: 10, lines: [] });
    }
  });

  it("cost everybody else a handful", async () => {
    for (const { name, option } of lines.filter(({ path }) => !FREE.includes(path))) {
      const { bot, seen } = counting();
      await bot.suggest(call(ada, name, { [option.name]: "a" }), option.name);
      expect(seen.statements, name).toBeLessThanOrEqual(12);
      expect(seen.statements, name).toBeGreaterThan(0);
    }
  });

  it("are one line a minute when the database is away", async () => {
    const { bot, seen } = counting(true);
    for (let n = 0; n < 20; n++) expect(await bot.suggest(call(ada, "speaker", { name: "l" }), "name")).toEqual([]);
    expect(seen.lines).toEqual(["error suggestions failed"]);
  });
});
