import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { message, text } from "../../../src/core/bot/message.ts";
import { openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot } from "../../support/slack/script.ts";

/** socket-mode waits for 5 s before it connects again, so these run side by side. */

const escaped: unknown[] = [];
const catchEscaped = (reason: unknown): void => void escaped.push(reason);
beforeAll(() => {
  process.on("unhandledRejection", catchEscaped);
});
afterAll(() => {
  process.off("unhandledRejection", catchEscaped);
  expect(escaped).toEqual([]);
});

const openBroken = async (before: (rig: SlackRig) => void = () => {}): Promise<SlackRig> => {
  const rig = await openSlackRig();
  await rig.platform.start(createScriptedBot(() => message(text("Here you are."))));
  await expect.poll(() => rig.server.sockets.connections(), { timeout: 3000 }).toBe(2);
  before(rig);
  rig.server.sockets.cut();
  await expect.poll(() => rig.platform.state()).toBe("connecting");
  return rig;
};

describe.concurrent("A connection to Slack of which both halves broke", { timeout: 15_000 }, () => {
  test("comes back by itself", async () => {
    const rig = await openBroken();
    await expect.poll(() => rig.server.sockets.connections(), { timeout: 8000 }).toBeGreaterThan(0);
    const seen = await rig.person({ name: "Ann" }).type("/webinar next", rig.channel("general"));
    expect(seen.text).toBe("Here you are.");
    expect(rig.platform.state()).toBe("connected");
    await rig.close();
  });

  test("outlives being refused while it comes back", async () => {
    const rig = await openBroken(({ server }) => server.refuse("apps.connections.open", "invalid_auth"));
    const refusals = (): number => rig.lines.filter((line) => line.includes("cannot be reached again")).length;
    await expect.poll(refusals, { timeout: 8000 }).toBeGreaterThan(0);
    expect(rig.platform.state()).toBe("connecting");
    await rig.close();
  });
});
