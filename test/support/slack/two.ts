import { afterEach, beforeEach, expect } from "vitest";
import { message, text } from "../../../src/core/bot/message.ts";
import type { Platform } from "../../../src/core/bot/platform.ts";
import type { Store } from "../../../src/core/store/database.ts";
import { createScriptedBot, type ScriptedBot } from "./script.ts";
import type { LoopbackSlack } from "./server.ts";
import { channelIn, installIn, openProcess, openSlackWorld, type Process, postIn } from "./several.ts";

/** Two workspaces of one app, and the process that serves both: whoever imports these sees those of the test that runs. */
export let server: LoopbackSlack;
export let second: LoopbackSlack;
export let store: Store;
export let one: Process;
export let bot: ScriptedBot;
export let platform: Platform;

/** Starts the process; the one before is closed by whoever opens another. */
export const open = async (more: Partial<Parameters<typeof openProcess>[1]> = {}): Promise<void> => {
  one = await openProcess(server, { store, ...more });
  platform = one.platform;
  bot = createScriptedBot(() => message(text("Here you are.")));
  await platform.start(bot);
};

export const useTwoWorkspaces = (): void => {
  beforeEach(async () => {
    ({ server, second, store } = await openSlackWorld());
    await open();
  });
  afterEach(async () => {
    expect(server.violations).toEqual([]);
    await one.close();
    await store.close();
    await server.close();
  });
};

export const install = (where: LoopbackSlack, org = false) =>
  installIn(server, { address: one.address, workspace: where.workspace, org });
export const channel = (where: LoopbackSlack): string => channelIn(where).id;
export const post = (space: string, to: string) => postIn(platform, space, to);
export const tokenOf = (where: LoopbackSlack): string =>
  [...server.oauth.grants.values()].findLast(({ workspace }) => workspace === where.workspace)?.token ?? "";
/** Methods that were called with a token, since the last look. */
export const usedTokens = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(server.requests.splice(0), ({ token = "none" }) => token)].map(([token, all]) => [
      token,
      all.map(({ method }) => method),
    ]),
  );
