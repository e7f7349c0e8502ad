import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/core/store/database.ts";
import { readWhole } from "../../src/core/store/whole.ts";
import { loadRecord } from "../../src/record/load.ts";
import { type Record, readRecord } from "../../src/record/read.ts";
import { toRecord, writeRecord } from "../../src/record/write.ts";
import { openHouse } from "../support/house.ts";
import { runScript } from "../support/program.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const now = Temporal.Instant.from("2026-11-23T19:00:00Z");

/** Into a database of its own and out again. */
const through = async (record: Record, to: string): Promise<Record> => {
  const store = await openStore(":memory:");
  await loadRecord(store, record, now);
  const whole = await store.transact(readWhole);
  await store.close();
  writeRecord(to, whole);
  return toRecord(whole);
};

/** Lines as people and programs write them; what YAML reads as something else first. */
const line = fc
  .oneof(
    fc.constantFrom(
      "yes",
      "null",
      "~",
      "2022-02-19",
      "17:00",
      "1e3",
      "0x1F",
      "# not a comment",
      "- no list",
      "{a: b}",
      "'",
      '"',
      "a: b",
      "@everyone",
      "*x",
      "&x",
      "!tag",
      "%",
      "`",
      "|",
      ">",
      "__proto__",
      "東北大学",
      "ไทย",
      "👩‍👩‍👧",
      "\\n",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  )
  .map((text) => text.replaceAll(/\p{Cc}|\p{Cs}/gu, "").trim())
  .filter((text) => text !== "");
const paragraph = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
const worded = (text: fc.Arbitrary<string>) =>
  fc.dictionary(fc.constantFrom("en", "ja", "zh-Hans", "th", "fr"), text, { minKeys: 1, noNullPrototype: true });
const key = (of: string) => fc.nat({ max: 4 }).map((n) => `${of}-${n}`);
const part = { person: key("person"), at: fc.option(key("place"), { nil: undefined }) };
const webinar = fc.record({
  series: fc.option(fc.constant("some"), { nil: undefined }),
  edition: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
  status: fc.constantFrom("draft" as const, "planned" as const, "held" as const, "cancelled" as const),
  title: worded(line),
  subtitle: fc.option(worded(line), { nil: undefined }),
  date: fc.constantFrom("2022-02-19", "2027-12-31", "1999-01-01"),
  hour: fc.option(fc.constant({ time: "17:00", zone: "Asia/Tokyo", minutes: 90 }), { nil: undefined }),
  link: fc.option(fc.constant("https://meeting.example/a?b=c#d"), { nil: undefined }),
  talks: fc.array(
    fc.record({
      speaker: fc.record(part),
      title: fc.option(worded(line), { nil: undefined }),
      about: fc.option(worded(line), { nil: undefined }),
      subject: fc.option(fc.record({ name: worded(line), country: fc.constantFrom("JP", "GB") }), { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
  roles: fc.uniqueArray(fc.record({ role: fc.constantFrom("discussant" as const, "moderator" as const), ...part }), {
    maxLength: 3,
    selector: ({ role, person }) => `${role} ${person}`,
  }),
  questions: fc.array(fc.record({ label: worded(line), text: worded(paragraph) }), { maxLength: 3 }),
  attendance: fc.option(
    fc.record({
      participants: fc.nat(),
      countriesAndRegions: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  outcome: fc.option(worded(paragraph), { nil: undefined }),
});
const record: fc.Arbitrary<Record> = fc
  .record({
    names: fc.array(line, { minLength: 5, maxLength: 5 }),
    places: fc.array(worded(line), { minLength: 5, maxLength: 5 }),
    series: worded(line),
    network: line,
    webinars: fc.array(webinar, { maxLength: 3 }),
  })
  .map(({ names, places, series, network, webinars }) => ({
    network: { name: network, zone: "Asia/Bangkok", language: "th" as const, strip: ["london", "tokyo"] },
    series: [{ series: "some", name: series }],
    institutions: Object.fromEntries(places.map((name, n) => [`place-${n}`, { name, country: "JP" }])),
    people: Object.fromEntries(names.map((name, n) => [`person-${n}`, { name, title: names[0], family: names[1] }])),
    webinars: webinars.map((one, n) => ({ webinar: `webinar-${n}`, ...one })),
  }));

describe("the record, exported", () => {
  it("read again is the same: any record that files can hold", async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(record, async (one) => {
        const to = join(folder, String(++n));
        await through(one, to);
        const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(bare(readRecord(to))).toEqual(bare(one));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("of the network itself is what its files say", async () => {
    await through(readRecord("data"), join(folder, "out"));
    expect(readRecord(join(folder, "out"))).toEqual(readRecord("data"));
  });

  it("has what was made in chat, drafts marked, and moves to another database with it", async () => {
    const file = `file:${join(folder, "rostrum.sqlite")}`;
    const house = await openHouse("2026-11-23T19:00:00Z", { url: file, data: "data" });
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/manage webinar create title:"Learning by the sea: a draft" start:"2027-03-06 17:00 Tokyo"');
    await house.close();
    const environment = { DATABASE_URL: file, DISCORD_TOKEN: `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}` };
    const out = join(folder, "out");
    const { said, code } = await runScript(folder, ["export", out], environment);
    expect(said).toContain(`Record: ${out}, 2 webinars (1 of them drafts), 6 people, 5 institutions; read back`);
    expect(code).toBe(0);
    const [draft = ""] = readdirSync(join(out, "webinars")).filter((name) => name.startsWith("learning"));
    expect(readFileSync(join(out, "webinars", draft), "utf8")).toContain(
      "# A draft: in the chat nobody but organisers",
    );
    const moved = await openHouse("2026-11-23T19:00:00Z", { data: out });
    const mei = await moved.somebody();
    expect((await mei.say("/webinar show 3")).text).toContain("80 participants from 14 countries and regions");
    expect((await mei.say("/webinar list")).text).not.toContain("Learning by the sea");
    await moved.close();
    const again = await runScript(folder, ["export", out], environment);
    expect(again).toEqual({ code: 1, said: `${out} is not empty. Name a folder that is not there yet.\n` });
  }, 30_000);

  it("that no file can hold is refused with where and why, and leaves nothing behind", async () => {
    const store = await openStore(":memory:");
    await loadRecord(store, readRecord("data"), now);
    const whole = await store.transact(readWhole);
    await store.close();
    const broken = { ...whole, people: whole.people.map((person) => ({ ...person, name: "" })) };
    expect(() => writeRecord(join(folder, "out"), broken)).toThrow(
      /^people\.yaml:\d+: jing-liu\.name must not be empty\n/,
    );
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, "x"), "");
    expect(() => writeRecord(folder, whole)).toThrow(`${folder} is not empty.`);
  });
});
