import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createTheirTime } from "../src/their-time.ts";
import { openLoopbackDiscord } from "./support/discord/server.ts";
import { openLoopbackSlack } from "./support/slack/server.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const near = (there: Temporal.Instant | undefined): number =>
  Math.abs((there?.epochMilliseconds ?? 0) - Temporal.Now.instant().epochMilliseconds);

/** Something that answers anything in this way. */
const open = async (headers: Readonly<Record<string, string>>): Promise<string> => {
  const server = createServer((_, response) => {
    response.sendDate = false;
    response.writeHead(404, headers).end("nothing");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe("what time it is at the platforms", () => {
  it("is asked of Discord or Slack without a token, and breaks none of their rules", async () => {
    const [discord, slack] = [await openLoopbackDiscord(), await openLoopbackSlack()];
    ends.push(discord.close, slack.close);
    expect(near(await createTheirTime({ discord: { apiUrl: discord.url }, slack: undefined })?.())).toBeLessThan(5_000);
    expect(near(await createTheirTime({ discord: undefined, slack: { apiUrl: slack.url } })?.())).toBeLessThan(5_000);
    expect(discord.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ["/gateway", undefined],
    ]);
    expect([discord.violations, slack.violations]).toEqual([[], []]);
  });

  it("is told by whichever answers, and by any answer that bears a time", async () => {
    const [mute, told] = [await open({}), await open({ date: "Tue, 24 Nov 2026 09:00:00 GMT" })];
    const ask = createTheirTime({ discord: { apiUrl: mute }, slack: { apiUrl: told } });
    expect((await ask?.())?.toString()).toBe("2026-11-24T09:00:00Z");
  });

  it("is not known where nobody says it, and not asked where no platform is configured", async () => {
    await expect(createTheirTime({ discord: { apiUrl: await open({}) }, slack: undefined })?.()).rejects.toThrow();
    expect(createTheirTime({ discord: undefined, slack: undefined })).toBeUndefined();
  });
});
