import { mkdirSync } from "node:fs";
import { openLoopbackDiscord } from "../test/support/discord/server.ts";
import { addGuild } from "../test/support/discord/state.ts";
import { openLoopbackSlack } from "../test/support/slack/server.ts";
import { TEAM, TOKENS } from "../test/support/slack/state.ts";
import { type Child, childFile, nodeFlags, residentMiB, root, startChild } from "./child.ts";
import { median, pause, span } from "./measure.ts";
import { type Figures, toRatio } from "./table.ts";

/** The program as people start it against one that only loads the same libraries, and against two bare clients that log in. */

const RUNS = 11;
const COLD_RUNS = 3;
const IDLE_MS = 3000;

interface Run {
  readonly readyMs: number;
  readonly idleMiB: number;
}
/** Starts one in this folder, where state and compile cache are kept. */
type Start = (folder: string) => { readonly child: Child; readonly ready: string };

const runOnce = async (start: Start, folder: string, idleMs = 0): Promise<Run> => {
  mkdirSync(folder, { recursive: true });
  const { child, ready } = start(folder);
  const { at } = await child.says(ready);
  await pause(idleMs);
  const idleMiB = residentMiB(child.pid);
  await child.end();
  return { readyMs: at - child.since, idleMiB };
};

type Side = "ours" | "bare" | "libraries";
type Sides = Readonly<Record<Side, Start>>;
const ORDERS: readonly (readonly Side[])[] = [
  ["ours", "bare", "libraries"],
  ["libraries", "bare", "ours"],
];

/** All in turn, the one that begins changing each time. */
const inTurn = async (runs: number, one: (side: Side, nth: number) => Promise<Run>) => {
  const found: Record<Side, Run[]> = { ours: [], bare: [], libraries: [] };
  for (let nth = 0; nth < runs; nth++) for (const side of ORDERS[nth % 2] ?? []) found[side].push(await one(side, nth));
  return found;
};

const openServers = async () => {
  const [discord, slack] = [await openLoopbackDiscord({ identifyMs: 0 }), await openLoopbackSlack()];
  addGuild(discord.state, TEAM.name);
  return { discord, slack };
};

const toSides = ({ discord, slack }: Awaited<ReturnType<typeof openServers>>): Sides => ({
  ours: (folder) => ({
    ready: "Health:",
    child: startChild([...nodeFlags(), `${root}rostrum.js`], {
      cwd: folder,
      env: {
        TMPDIR: folder,
        DATA_DIR: `${root}data`,
        PORT: "0",
        DISCORD_TOKEN: discord.state.token,
        DISCORD_GUILDS: [...discord.state.guilds.keys()].join(","),
        DISCORD_API_URL: discord.url,
        SLACK_BOT_TOKEN: TOKENS.bot,
        SLACK_APP_TOKEN: TOKENS.app,
        SLACK_API_URL: slack.url,
      },
    }),
  }),
  libraries: (folder) => ({
    ready: "ready",
    child: startChild([childFile("libraries.js")], { cwd: folder, env: { TMPDIR: folder } }),
  }),
  bare: (folder) => {
    const access = {
      discord: { token: discord.state.token, apiUrl: discord.url },
      slack: { botToken: TOKENS.bot, appToken: TOKENS.app, apiUrl: slack.url },
    };
    return {
      ready: "ready",
      child: startChild([childFile("bare.js"), JSON.stringify(access)], { cwd: folder, env: { TMPDIR: folder } }),
    };
  },
});

export const measureStart = async (folder: string): Promise<Figures> => {
  const servers = await openServers();
  const sides = toSides(servers);
  const cold = await inTurn(COLD_RUNS, (side, nth) => runOnce(sides[side], `${folder}/${side}-cold-${nth}`));
  // Twice for nothing: the compile cache is written at the first exit, and completed at the second.
  await inTurn(2, (side) => runOnce(sides[side], `${folder}/${side}`));
  const warm = await inTurn(RUNS, (side) =>
    runOnce(sides[side], `${folder}/${side}`, side === "libraries" ? 0 : IDLE_MS),
  );
  await servers.discord.close();
  await servers.slack.close();
  const ready = (runs: readonly Run[]): readonly number[] => runs.map(({ readyMs }) => readyMs);
  const idle = (runs: readonly Run[]): readonly number[] => runs.map(({ idleMiB }) => idleMiB);
  const pair = (pick: (runs: readonly Run[]) => readonly number[], { ours, bare }: typeof warm) => ({
    ours: median(pick(ours)),
    bare: median(pick(bare)),
  });
  return {
    rows: [
      toRatio(
        "Start → ready, against importing the same libraries",
        { ours: median(ready(warm.ours)), bare: median(ready(warm.libraries)), unit: "ms" },
        1.4,
      ),
      toRatio("Start → ready, against two bare clients that log in", { ...pair(ready, warm), unit: "ms" }),
      toRatio("Very first start: no compile cache, no database", { ...pair(ready, cold), unit: "ms" }),
      toRatio("Memory (RSS), both platforms connected, idle", { ...pair(idle, warm), unit: "MiB" }, 1.25),
    ],
    notes: [
      `Start and memory: medians of ${RUNS} starts of each in turn (${COLD_RUNS} for the very first), as a child process from spawn to its line; all with a compile cache; the same libraries are those that Rostrum loads with both platforms, the bare clients load discord.js and Bolt only. Fastest of ours and the bare clients: ${(Math.min(...ready(warm.ours)) / Math.min(...ready(warm.bare))).toFixed(2)}×. Spread of the starts: ours ${span(ready(warm.ours))} ms, bare ${span(ready(warm.bare))} ms; of the memory after ${IDLE_MS / 1000} s: ours ${span(idle(warm.ours))} MiB, bare ${span(idle(warm.bare))} MiB.`,
    ],
  };
};
