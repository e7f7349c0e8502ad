import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/core/store/database.ts";
import { readNetwork, writeNetwork } from "../../src/core/store/spaces.ts";
import { loadRecord } from "../../src/record/load.ts";
import { RecordError, readRecord } from "../../src/record/read.ts";
import { takeOver } from "../../src/record/take-over.ts";
import { openHouse } from "../support/house.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "record-"));
  cpSync("data", folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = Temporal.Instant.from("2026-11-23T19:00:00Z");
const edit = (file: string, from: string | RegExp, to: string): void => {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
};
const mistakes = (): readonly string[] => {
  try {
    readRecord(folder);
    return [];
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return error.mistakes.map((mistake) => mistake.replace(`${folder}/`, ""));
  }
};

describe("the record's files", () => {
  it("hold what the report's page says, and nothing that it does not", () => {
    const { webinars, people } = readRecord("data");
    expect(webinars).toHaveLength(1);
    expect(webinars[0]).toMatchObject({
      edition: 3,
      date: "2022-02-19",
      attendance: { participants: 80, countriesAndRegions: 14 },
    });
    expect(webinars[0]?.hour).toBeUndefined();
    expect(webinars[0]?.talks.map(({ title }) => title)).toEqual([undefined, undefined, undefined, undefined]);
    expect(Object.keys(people)).toHaveLength(6);
  });

  it.each([
    ["webinars/international-3.yaml", "edition: 3", "edition: three", /^webinars\/international-3\.yaml:5: edition /],
    [
      "webinars/international-3.yaml",
      "2022-02-19",
      "2022-02-30",
      'webinars/international-3.yaml:9: date must be a day such as "2022-02-19", in quotation marks',
    ],
    [
      "webinars/international-3.yaml",
      "person: jing-liu",
      "person: jing-lu",
      "webinars/international-3.yaml:20: people.yaml does not know jing-lu",
    ],
    ["webinars/international-3.yaml", "at: monash }", "at: monsh }", /institutions\.yaml does not know monsh$/],
    [
      "webinars/international-3.yaml",
      "series: international-webinar",
      "series: other",
      "webinars/international-3.yaml:4: no file in series/ describes other",
    ],
    [
      "institutions.yaml",
      "country: GB",
      "country: UK",
      "institutions.yaml:2: manchester.country must be an ISO 3166 code that the catalogues know, such as JP or GB",
    ],
    [
      "webinars/international-3.yaml",
      "en: Thailand }",
      "en: Thailand, mostly }",
      'webinars/international-3.yaml:19: talks.2.subject.name.mostly is no key here. If it is part of a text, put the whole text into quotation marks: { en: "One, two" }',
    ],
    ["network.yaml", "Asia/Tokyo", "Tokyo", "network.yaml:3: zone must be an IANA zone, such as Asia/Tokyo"],
    ["network.yaml", "language: en", "langage: en", /langage/],
    [
      "people.yaml",
      "title: Dr., name: Jing Liu",
      "title: Dr., name: [Jing",
      /^people\.yaml:\d+: this is not valid YAML/,
    ],
  ])("with a mistake in %s (%s → %s) are refused with file, line and a sentence", (file, from, to, said) => {
    edit(file, from, to);
    expect(mistakes().join("\n")).toMatch(said);
  });

  it("tell all their mistakes at once", () => {
    edit("network.yaml", "Asia/Tokyo", "Tokyo");
    edit("institutions.yaml", "country: GB", "country: UK");
    expect(mistakes()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^network/), expect.stringMatching(/^institutions/)]),
    );
  });

  it("are not made to swallow the memory by aliases of aliases", () => {
    writeFileSync(
      join(folder, "people.yaml"),
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n`,
    );
    expect(() => readRecord(folder)).toThrow();
  });
});

describe("loading", () => {
  it("the same again changes nothing; what changed in a file is taken over", async () => {
    const store = await openStore(":memory:");
    expect((await loadRecord(store, readRecord(folder), now)).taken).toBeGreaterThan(10);
    expect(await loadRecord(store, readRecord(folder), now)).toEqual({ taken: 0, kept: [], gone: [] });
    edit("institutions.yaml", "Monash University", "Monash");
    expect((await loadRecord(store, readRecord(folder), now)).taken).toBe(1);
    await store.close();
  });

  it("never writes over what a command changed, and says which file was passed over", async () => {
    const store = await openStore(":memory:");
    await loadRecord(store, readRecord(folder), now);
    await store.transact(async (trx) => writeNetwork(trx, { ...(await readNetwork(trx)), name: "By command" }, 1));
    expect(await loadRecord(store, readRecord(folder), now)).toEqual({ taken: 0, kept: [], gone: [] });
    edit("network.yaml", "language: en", "language: ja");
    expect(await loadRecord(store, readRecord(folder), now)).toEqual({ taken: 0, kept: ["network.yaml"], gone: [] });
    expect(await store.transact(readNetwork)).toMatchObject({ name: "By command", language: "en" });
    await store.close();
  });

  it("says what no file describes any more, and keeps it", async () => {
    const store = await openStore(":memory:");
    await loadRecord(store, readRecord(folder), now);
    rmSync(join(folder, "webinars", "international-3.yaml"));
    expect((await loadRecord(store, readRecord(folder), now)).gone).toEqual(["webinars/international-3"]);
    await store.close();
  });

  it("keeps the sample to the playground", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z", { data: "data" });
    const mei = await house.somebody();
    expect((await mei.say("/webinar next")).text).toContain("No webinar is planned yet.");
    expect((await mei.say("/speaker ada")).text).toContain("Nobody in the record");
    await house.close();
  });
});

describe("taking over at a start", () => {
  const source = () => ({ folder, isPlayground: false, version: "1" });
  const institution = (store: Store, key: string) =>
    store.transact((trx) =>
      trx.selectFrom("institutions").select("name_json").where("key", "=", key).executeTakeFirstOrThrow(),
    );

  it("sees every change of a file, and a mistake made since", async () => {
    const store = await openStore(":memory:");
    await takeOver(store, source(), now);
    await takeOver(store, source(), now);
    edit("institutions.yaml", "Monash University", "Monash");
    await takeOver(store, source(), now);
    expect(await institution(store, "monash")).toEqual({ name_json: JSON.stringify({ en: "Monash" }) });
    edit("institutions.yaml", "Monash", "[Monash");
    await expect(takeOver(store, source(), now)).rejects.toThrow(RecordError);
    await expect(takeOver(store, source(), now)).rejects.toThrow(RecordError);
    await store.close();
  });

  it("does not read what is as it was, unless another version may read it differently", async () => {
    const store = await openStore(":memory:");
    await takeOver(store, source(), now);
    await store.transact((trx) => trx.updateTable("institutions").set({ name_json: "{}" }).execute());
    await store.transact((trx) => trx.deleteFrom("loaded").execute());
    await takeOver(store, source(), now);
    expect(await institution(store, "monash")).toEqual({ name_json: "{}" });
    await takeOver(store, { ...source(), version: "2" }, now);
    expect(await institution(store, "monash")).toEqual({ name_json: JSON.stringify({ en: "Monash University" }) });
    await store.close();
  });

  it("says at every start which file was passed over", async () => {
    const store = await openStore(":memory:");
    await takeOver(store, source(), now);
    await store.transact(async (trx) => writeNetwork(trx, { ...(await readNetwork(trx)), name: "By command" }, 1));
    edit("network.yaml", "language: en", "language: ja");
    expect(await takeOver(store, source(), now)).toEqual(["network.yaml"]);
    expect(await takeOver(store, source(), now)).toEqual(["network.yaml"]);
    await store.close();
  });

  it("moves the sample's date on when its day has passed", async () => {
    const store = await openStore(":memory:");
    const dateOf = () =>
      store.transact((trx) => trx.selectFrom("webinars").select("date").where("sample", "=", 1).executeTakeFirst());
    await takeOver(store, { ...source(), isPlayground: true }, now);
    const first = (await dateOf())?.date ?? "";
    const days = now.toZonedDateTimeISO("Asia/Tokyo").toPlainDate().until(first).days;
    expect(days).toBeGreaterThanOrEqual(7);
    const on = (more: number) =>
      takeOver(store, { ...source(), isPlayground: true }, now.add({ hours: 24 * (days + more) }));
    await on(0);
    expect((await dateOf())?.date).toBe(first);
    await on(1);
    expect((await dateOf())?.date).toBe(Temporal.PlainDate.from(first).add({ days: 14 }).toString());
    // The playground's clock was put back.
    await on(-days);
    expect((await dateOf())?.date).toBe(first);
    await store.close();
  });
});
