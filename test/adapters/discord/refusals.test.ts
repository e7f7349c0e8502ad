import { afterEach, beforeEach, expect, test } from "vitest";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { addDeliveries } from "../../../src/core/store/deliveries.ts";
import { type Answer, limited } from "../../support/discord/answers.ts";
import { announcement, freezeFor } from "../../support/discord/posting.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { after, createScript, said } from "../../support/discord/script.ts";
import { beginEffort } from "../../support/effort.ts";
import { type Home, openHome } from "../../support/home.ts";

/** Limits and refusals: what is asked again, what is not, and that people never wait for posts. */

let rig: DiscordRig;
let room: string;
beforeEach(async () => {
  rig = await openDiscordRig();
  room = rig.channel("discussion");
});
afterEach(async () => {
  expect(rig.server.violations).toEqual([]);
  await rig.close();
});

const postIn = (channel: string): Promise<unknown> =>
  rig.platform.post(freezeFor(rig, channel)).catch((error: unknown) => error);

const planMany = async (home: Home, channels: readonly string[]): Promise<void> => {
  const planned = channels.map((channel, n) =>
    planNow({
      what: `question/q${n}`,
      to: { platform: "discord", space: rig.space, channel },
      message: announcement(),
      now: Date.now(),
      lateMs: 600_000,
    }),
  );
  await home.store.transact((trx) => addDeliveries(trx, planned));
};

test("two hundred due posts under a limit on everything: a person is answered at once, and hardly anything is asked", async () => {
  const home = await openHome(rig.platform);
  rig.server.limits.all(3_600_000);
  await planMany(
    home,
    Array.from({ length: 200 }, (_, n) => rig.channel(`c${n}`)),
  );
  const mei = rig.person({ name: "Mei", administers: true });
  const delivering = home.dispatcher.tick();
  for (let n = 0; n < 3; n++) {
    const effort = beginEffort();
    expect((await mei.type("/rostrum setup", room)).form).toBeDefined();
    expect(effort.waitedMs()).toBeLessThan(500);
  }
  await delivering;
  expect(rig.attempts()).toBeLessThanOrEqual(8);
  expect(rig.server.limits.invalid()).toBeLessThanOrEqual(8);
  await home.close();
  expect(home.errors).toEqual([]);
});

test("fifty requests a second are never passed, of posts and all the rest together", async () => {
  await rig.platform.start(createScript());
  const channels = Array.from({ length: 70 }, (_, n) => rig.channel(`c${n}`));
  const outcomes = await Promise.all(channels.map(postIn));
  expect(rig.server.limits.invalid()).toBe(0);
  const waits = outcomes.filter((outcome) => outcome instanceof Error);
  expect(waits.length).toBeGreaterThanOrEqual(20);
  for (const wait of waits) expect(wait).toMatchObject({ fault: "wait", retryMs: expect.any(Number) });
});

test("two hundred places that refuse: the platform is asked no more long before Discord locks us out", async () => {
  const home = await openHome(rig.platform);
  await planMany(
    home,
    Array.from({ length: 200 }, (_, n) => rig.channel(`c${n}`, ["send"])),
  );
  await home.dispatcher.tick();
  await home.later({ minutes: 3 });
  expect(rig.server.limits.invalid()).toBeGreaterThan(10);
  expect(rig.server.limits.invalid()).toBeLessThanOrEqual(100);
  await home.close();
});

test("refusals are counted in the adapter, too, and people are answered past the point where posts stop", async () => {
  const bot = createScript(() => said("Here."));
  const refusing = Array.from({ length: 130 }, (_, n) => rig.channel(`c${n}`, ["send"]));
  await rig.platform.start(bot);
  const outcomes: unknown[] = [];
  for (let n = 0; n < refusing.length; n += 40) {
    outcomes.push(...(await Promise.all(refusing.slice(n, n + 40).map(postIn))));
    await after(1050, undefined);
  }
  expect(rig.server.limits.invalid()).toBe(80);
  expect(outcomes.at(-1)).toMatchObject({ fault: "wait", cause: "too many refusals" });
  expect((outcomes.at(-1) as { retryMs: number }).retryMs).toBeGreaterThan(500_000);
  expect(
    await rig.platform.standing({ platform: "discord", space: rig.space, channel: room }).catch((e) => e),
  ).toMatchObject({
    fault: "wait",
  });
  expect((await rig.person({ name: "Mei" }).type("/webinar next", room)).text).toBe("Here.");
});

test("limits that are shared with others are not counted", async () => {
  const channels = Array.from({ length: 85 }, (_, n) => rig.channel(`c${n}`));
  await rig.platform.start(createScript());
  for (const [n, channel] of channels.entries()) {
    rig.server.trouble(limited(1, "shared"));
    await postIn(channel);
    if (n % 40 === 39) await after(1050, undefined);
  }
  await after(1050, undefined);
  expect(await postIn(room)).not.toBeInstanceOf(Error);
});

test("a limit on everything that only the body names is remembered everywhere", async () => {
  rig.server.trouble({ status: 429, body: { message: "limited", retry_after: 30, global: true } });
  await postIn(rig.channel("a"));
  expect(await postIn(rig.channel("b"))).toMatchObject({ fault: "wait" });
  expect(rig.attempts()).toBe(1);
});

const bare = (headers: Readonly<Record<string, string>>, body: object = {}): Answer => ({ status: 429, body, headers });
const answers = (): number => rig.server.requests.filter(({ path }) => path.endsWith("/callback")).length;

test("an answer that is limited for a moment is given after it, in time", async () => {
  await rig.platform.start(createScript(() => said("Here.")));
  rig.server.trouble(limited(0.3), "answer");
  expect((await rig.person({ name: "Mei" }).type("/webinar next", room)).text).toBe("Here.");
  expect(answers()).toBe(2);
});

const MALFORMED: readonly Answer[] = [
  limited(3600),
  bare({ "Retry-After": "-5" }),
  bare({ "Retry-After": "0" }),
  bare({ "Retry-After": "NaN" }),
  bare({}),
  limited(3600, "global"),
];

/** How many answers are tried while Discord limits each of them, and how many are still tried once the person was told. */
const triedUnder = async (limit: Answer): Promise<{ readonly tried: number; readonly later: number }> => {
  const own = await openDiscordRig();
  const channel = own.channel("discussion");
  await own.platform.start(createScript(() => said("Here.")));
  for (let n = 0; n < 50; n++) own.server.trouble(limit, "answer");
  const made = () => own.server.requests.filter(({ path }) => path.endsWith("/callback")).length;
  const failed = await own
    .person({ name: "Mei" })
    .type("/webinar next", channel)
    .catch(() => "failed");
  expect(failed).toBe("failed");
  await after(50, undefined);
  const tried = made();
  await after(1200, undefined);
  const later = made() - tried;
  await own.close();
  return { tried, later };
};

test("an answer that is limited again and again never loops and never sleeps past its time, however long it is told to", async () => {
  // Side by side: each takes as long as Discord waits for an answer.
  for (const { tried, later } of await Promise.all(MALFORMED.map(triedUnder))) {
    expect(tried).toBeGreaterThanOrEqual(1);
    expect(tried).toBeLessThanOrEqual(3);
    // Nothing of it is left for the next one to wait behind.
    expect(later).toBe(0);
  }
});

test("an edit that is limited is made after the time that Discord names", async () => {
  const slow = await openDiscordRig({ patience: { deferMs: 20 } });
  const channel = slow.channel("discussion");
  await slow.platform.start(createScript(() => after(60, said("Filled in."))));
  slow.server.trouble(limited(1), "complete");
  expect((await slow.person({ name: "Mei" }).type("/webinar next", channel)).text).toBe("Filled in.");
  await slow.close();
});
