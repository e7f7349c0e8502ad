import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDispatcher } from "../../../src/core/delivery/dispatcher.ts";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { openStore, StoreError } from "../../../src/core/store/database.ts";
import { addDeliveries } from "../../../src/core/store/deliveries.ts";
import { createClock } from "../../../src/core/time/clock.ts";
import { openHouse } from "../../support/house.ts";
import { createMemoryPlatform } from "../../support/memory.ts";
import { openPostgres, type Postgres } from "../../support/postgres.ts";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await openPostgres();
}, 60_000);
afterAll(() => postgres?.stop());

describe("on PostgreSQL", () => {
  it("the same house does the same: look-ups, a form, a preview, a post at its time, a settled doubt", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z", { url: await postgres.fresh() });
    const mei = await house.somebody();
    expect((await mei.say("/webinar show 3")).text).toContain("80 participants from 14 countries and regions");
    expect((await mei.say('/webinar search "govern trust"')).text).toContain("Question 3");
    expect((await mei.say("/webinar search 図書")).text).toContain("Libraries as places of learning");
    expect((await mei.say("/webinar list 2022")).text).toContain("3rd international webinar");
    expect((await mei.say("/speaker vijetra")).text).toContain("Dr. Phetcharee Rupavijetra");
    expect((await mei.say("/webinar next")).text).toContain("Libraries as places of learning");
    const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
    await organiser.say("/announce schedule");
    await organiser.fillIn({ text: "Join us\u0000", when: "2026-11-24 09:00 UTC" });
    await organiser.press("Schedule");
    house.discord.disturb("lose");
    house.discord.disturbReads("garble", "forbid");
    await house.turnTo("2026-11-24T09:02:00Z");
    expect(house.posts("announcements").map(({ text }) => text)).toEqual(["Join us"]);
    expect(house.posts("お知らせ")).toHaveLength(1);
    expect(house.posts("desk")[0]?.text).toContain("It is unclear whether “Join us” arrived");
    await organiser.say("/announce list");
    expect((await organiser.press("Discord #announcements: It is there")).text).toBe("Noted: “Join us” is there.");
    const admin = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await admin.say("/rostrum doctor")).text).toMatch(
      /Record and schedule: PostgreSQL 127\.0\.0\.1:\d+\/rostrum_\d+/,
    );
    await house.close();
  });

  it("the same house knows who may do what, and suggests, whatever was typed", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z", { url: await postgres.fresh() });
    const phil = await house.somebody({ name: "Phil", person: "philip-chan" });
    expect((await phil.say("/discuss queue webinar:3")).text).toContain("Build Back Better");
    expect((await phil.say("/announce list")).text).toContain("This is for organisers.");
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect(await ada.suggest("speaker", "name", "liu\u0000")).toEqual(["Dr. Jing Liu"]);
    expect((await ada.suggest("speaker", "name", "")).length).toBeGreaterThan(5);
    expect(await ada.suggest("webinar show", "webinar", "beyond")).toHaveLength(1);
    expect(await ada.suggest("announce schedule", "when", "1w before")).toHaveLength(1);
    expect(
      await house.bot.suggest(
        {
          id: "s",
          asker: ada.account,
          at: { platform: "discord", space: "guild", channel: "x" },
          said: { command: "discuss post" },
          options: { webinar: "3\u0000", question: "\u0000resilien" },
        },
        "question",
      ),
    ).toHaveLength(1);
    expect(house.log.filter(({ level }) => level === "error")).toEqual([]);
    await house.close();
  });

  it("the same house leads a discussion, its questions edited, ordered and scheduled", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z", { url: await postgres.fresh() });
    const cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
    await cleo.say('/discuss schedule when:"+1d; +2d; +3d" where:discord');
    await cleo.press("Schedule 3");
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    await cleo.say("/discuss move 3 to:1");
    expect((await cleo.say("/discuss queue")).text).toContain("1 Money · scheduled for Wed 25 Nov 2026, 04:00 Tokyo");
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T19:00:10Z");
    await cleo.say("/discuss pause");
    await cleo.say("/discuss close");
    expect(house.posts("discussion").map(({ text }) => text)).toEqual([expect.stringContaining("Closed on")]);
    await house.turnTo("2026-11-24T19:30:00Z");
    expect(house.posts("discussion")).toHaveLength(1);
    await cleo.say("/discuss resume");
    expect(house.posts("discussion")[1]?.text).toContain("Question 2 of 3");
    expect(house.log.filter(({ level }) => level === "error")).toEqual([]);
    await house.close();
  });

  it("the same house schedules questions again and again, warns of empty dates and takes them back", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z", { url: await postgres.fresh() });
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/discuss schedule when:"every day 09:00 Tokyo from 2026-11-25, 4 times" where:discord');
    await oki.press("Schedule 4");
    await oki.say("/discuss queue");
    await oki.press("Open question 1");
    await oki.press("Undo");
    const list = await oki.say("/announce list");
    expect(list.text).toContain("Question 4 of Sample webinar: the queue is empty then");
    await oki.press("Cancel “Sat 28 Nov 2026, 09:00 Tokyo”");
    await house.turnTo("2026-11-26T00:00:00Z");
    expect(house.posts("discussion")).toHaveLength(2);
    expect(house.posts("desk").map(({ text }) => text)).toEqual([
      expect.stringContaining("a question is to go out on Fri 27 Nov 2026, 09:00 Tokyo, and none is left."),
    ]);
    await oki.call({ said: { press: "discuss dates?webinar=sample" } });
    expect((await oki.press("Take 1 date back")).text).toContain("Taken back: Fri 27 Nov 2026, 09:00 Tokyo.");
    await house.close();
  });

  it("the same house keeps a webinar, and the audit's lines stay as they were written", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z", { url: await postgres.fresh() });
    const acts = () => house.store.transact((trx) => trx.selectFrom("audit").selectAll().orderBy("id").execute());
    const [oki, uma] = [
      await house.somebody({ name: "Oki", rank: "organiser" }),
      await house.somebody({ name: "Uma", rank: "admin" }),
    ];
    await oki.say('/manage webinar create title:Rivers start:"2026-12-12 17:00 Tokyo" link:https://meeting.example/4');
    await oki.say('/manage talk add speaker:"Jing Liu" affiliation:"Tohoku University" title:A');
    await oki.say('/manage talk add speaker:"Dr. Ada Byron" affiliation:"Harbour College" country:Japan role:chair');
    await oki.press("Publish");
    await oki.press("Publish");
    await oki.say("/announce schedule text:Join when:+1h webinar:4");
    await oki.press("Schedule");
    await house.turnTo("2026-11-23T20:00:01Z");
    const first = await acts();
    await oki.say("/manage webinar edit 4");
    await uma.say('/manage webinar edit 4 title:"By Uma"');
    expect((await oki.fillIn({ title: "By Oki", link: "" })).text).toContain("Now: By Uma");
    await oki.press("Take mine");
    await oki.say('/manage webinar reschedule start:"2026-12-13 17:00 Tokyo" webinar:4');
    expect((await oki.press("Move it")).text).toContain("is moved to");
    await house.turnTo("2026-11-23T20:01:00Z");
    expect(house.posts("announcements").map(({ text }) => text)).toEqual([
      expect.stringMatching(/By Oki[\s\S]*13 December/u),
      expect.stringContaining("New date"),
    ]);
    expect((await uma.say("/rostrum audit by:OKI webinar:4")).text).toContain("title: By Uma → By Oki");
    expect(await uma.suggest("rostrum audit", "by", "um")).toEqual(["Uma"]);
    const last = await acts();
    expect(last.length).toBeGreaterThan(first.length);
    expect(last.slice(0, first.length)).toEqual(first);
    await house.close();
  });

  it("restored from a dump and marked so, it reads each place before it sends what came due since", async () => {
    const url = await postgres.fresh();
    const house = await openHouse("2026-11-23T19:00:00Z", { url });
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:discord');
    await oki.press("Schedule");
    // As the lines of `npm run -s backup` do it.
    await house.store.transact((trx) => sql`insert into memory values ('copied', '1')`.execute(trx));
    await house.close();
    const restored = await openHouse("2026-11-24T09:05:00Z", { url });
    await restored.turnTo("2026-11-24T09:05:20Z");
    expect(restored.posts("announcements")).toEqual([]);
    await restored.turnTo("2026-11-24T09:06:00Z");
    expect(restored.posts("announcements").map(({ text }) => text)).toEqual(["Join us"]);
    await restored.close();
  });

  it("two instances share one schedule and post each thing once", async () => {
    const url = await postgres.fresh();
    const [one, two] = [await openStore(url), await openStore(url)];
    const discord = createMemoryPlatform("discord");
    const house = {
      clock: createClock(),
      platforms: new Map([["discord" as const, discord]]),
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    };
    const planned = Array.from({ length: 40 }, (_, n) =>
      planNow({
        what: `share/${n}`,
        to: { platform: "discord", space: "guild", channel: `c${n % 5}` },
        message: { kind: "message", blocks: [{ block: "text", text: [String(n)] }] },
        now: Date.now(),
        lateMs: 600_000,
      }),
    );
    await one.transact((trx) => addDeliveries(trx, planned));
    const dispatchers = [one, two].map((store) => createDispatcher({ ...house, store }));
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.tick()));
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.tick()));
    expect(discord.posted.map(({ id }) => id).toSorted()).toEqual(planned.map(({ id }) => id).toSorted());
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
    await one.close();
    await two.close();
  });

  it("that cannot be reached is said without the password", async () => {
    const failed = await openStore("postgres://rostrum:very-secret@127.0.0.1:1/none").catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(StoreError);
    expect(String(failed)).toMatch(/PostgreSQL 127\.0\.0\.1:1\/none cannot be reached \(ECONNREFUSED\)/);
    expect(String(failed)).not.toContain("very-secret");
  });
});
