import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PlatformName } from "../src/core/bot/call.ts";
import { planNow } from "../src/core/delivery/plan.ts";
import { openStore } from "../src/core/store/database.ts";
import { addDeliveries } from "../src/core/store/deliveries.ts";
import { noteSpace } from "../src/core/store/spaces.ts";
import { openDiscordRig } from "./support/discord/rig.ts";
import { newFolder, type Program, startProgram } from "./support/program.ts";
import { openSlackRig } from "./support/slack/rig.ts";
import { TOKENS } from "./support/slack/state.ts";

/**
 * Where a delivery is when its process dies: the intent is committed and the request has arrived, but nothing comes of it;
 * the post is there and no answer has left; the answer has left and may have been read, recorded, or not.
 */
type Point = "asked" | "posted" | "answered";
const ROUNDS: readonly Point[] = ["posted", "asked", "answered", "answered", "posted"];
/** Long enough for some answers to be read and recorded, short enough for others not to be. */
const soon = (call: () => void): void => void setTimeout(call, Math.random() * 8);

/** A platform outside the program, with its own ledger of what was posted. */
interface Outside {
  readonly name: PlatformName;
  readonly space: string;
  readonly channel: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly file: string;
  /** What stands in the channel. */
  texts(folder: string): Promise<readonly string[]>;
  /** Calls back at this point of the next post; the browser's board is inside the program, so there it is by chance. */
  onPost(point: Point, call: () => void): void;
  close(): Promise<void>;
}

/** All in one channel, so that they go out one after the other and each round has one to interrupt. */
const TEXTS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];

const openDiscord = async (): Promise<Outside> => {
  const rig = await openDiscordRig();
  const channel = rig.channel("news");
  return {
    name: "discord",
    space: rig.space,
    channel,
    environment: { DISCORD_TOKEN: rig.server.state.token, DISCORD_GUILDS: rig.space, DISCORD_API_URL: rig.server.url },
    file: "rostrum.sqlite",
    texts: async () => rig.posts(channel).map(({ text }) => text),
    onPost: (point, call) =>
      rig.server.trouble(() => {
        if (point === "answered") soon(call);
        else call();
        return point === "asked" ? { status: 503, body: {} } : undefined;
      }),
    close: rig.close,
  };
};

const openSlack = async (): Promise<Outside> => {
  const rig = await openSlackRig();
  const channel = rig.channel("news");
  return {
    name: "slack",
    space: rig.space,
    channel,
    environment: { SLACK_BOT_TOKEN: TOKENS.bot, SLACK_APP_TOKEN: TOKENS.app, SLACK_API_URL: rig.server.url },
    file: "rostrum.sqlite",
    texts: async () => rig.posts(channel).map(({ text }) => text),
    onPost: (point, call) => {
      const before = rig.attempts();
      if (point === "posted") rig.server.trouble({ kind: "lose" });
      if (point === "asked") rig.server.trouble({ kind: "hang" });
      const watch = setInterval(() => {
        if (rig.attempts() === before) return;
        clearInterval(watch);
        if (point === "answered") soon(call);
        else call();
      }, 1);
    },
    close: rig.close,
  };
};

const openPlayground = async (): Promise<Outside> => ({
  name: "web",
  space: "playground",
  channel: "announcements",
  environment: {},
  file: "playground.sqlite",
  texts: async (folder) => {
    const store = await openStore(`file:${join(folder, "state", "playground.sqlite")}`);
    const rows = await store.transact((trx) => trx.selectFrom("board").select("body").execute());
    await store.close();
    return rows.map(({ body }) => body);
  },
  // The board is inside the program: it is killed some time around its start.
  onPost: (_point, call) => void setTimeout(call, 300 + Math.random() * 500),
  close: async () => undefined,
});

describe.each([
  ["discord", openDiscord],
  ["slack", openSlack],
  ["web", openPlayground],
] as const)("killed in the middle of posting on %s", (_name, openOutside) => {
  let outside: Outside;
  let folder: string;
  let program: Program | undefined;
  beforeEach(async () => {
    outside = await openOutside();
    folder = newFolder();
  });
  afterEach(async () => {
    await program?.end("SIGKILL");
    await outside.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const withStore = async <T>(use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> => {
    const store = await openStore(`file:${join(folder, "state", outside.file)}`);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };
  /** Posts that are due now. */
  const fill = () =>
    withStore((store) =>
      store.transact(async (trx) => {
        await noteSpace(trx, { platform: outside.name, space: outside.space }, { name: "x", connected: true });
        const planned = TEXTS.map((text) =>
          planNow({
            what: `share/${text}`,
            to: { platform: outside.name, space: outside.space, channel: outside.channel },
            message: {
              kind: "message",
              blocks: [
                { block: "text", text: [text] },
                { block: "buttons", buttons: [{ label: "Next", press: "webinar next" }] },
              ],
            },
            now: Date.now(),
            lateMs: 600_000,
          }),
        );
        await addDeliveries(trx, planned);
      }),
    );
  const rows = () =>
    withStore((store) =>
      store.transact((trx) =>
        trx.selectFrom("deliveries").select(["state", "what", "attempts"]).where("what", "like", "share/%").execute(),
      ),
    );

  it("again and again, it never posts twice and never forgets", async () => {
    await fill();
    for (const point of ROUNDS) {
      const running = startProgram(folder, outside.environment);
      program = running;
      const killed = new Promise<void>((done) => {
        outside.onPost(point, () => {
          process.kill(running.pid, "SIGKILL");
          done();
        });
        void running.ended.then(() => done());
        // A round in which nothing is left to post.
        setTimeout(() => done(), 2500);
      });
      await killed;
      await running.end("SIGKILL");
    }
    program = startProgram(folder, outside.environment);
    await program.says(/Playground: open|Health:/);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await program.end("SIGTERM")).toBe(0);
    program = undefined;
    const all = await rows();
    const texts = await outside.texts(folder);
    expect(all).toHaveLength(TEXTS.length);
    for (const { state, what, attempts } of all) {
      const posts = texts.filter((text) => text.includes(what.replace("share/", ""))).length;
      expect(["sent", "held"]).toContain(state);
      expect(attempts).toBe(1);
      if (state === "sent") expect(posts).toBe(1);
      else expect(posts).toBeLessThanOrEqual(1);
    }
    expect(all.filter(({ state }) => state === "sent").length).toBeGreaterThan(0);
    // Three rounds cut the answer off for certain.
    if (outside.name !== "web") expect(all.filter(({ state }) => state === "held").length).toBeGreaterThanOrEqual(3);
  }, 60_000);
});
