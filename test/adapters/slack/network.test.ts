import { afterEach, beforeEach, expect, test } from "vitest";
import { type Home, openHome } from "../../support/home.ts";
import type { SlackPerson } from "../../support/slack/client.ts";
import { seePost } from "../../support/slack/see.ts";
import type { LoopbackSlack } from "../../support/slack/server.ts";
import {
  channelIn,
  installIn,
  openProcess,
  openSlackWorld,
  type Process,
  personIn,
} from "../../support/slack/several.ts";
import type { Channel } from "../../support/slack/state.ts";

/** The whole house in two workspaces: one sets the network up, the other is let in, and then takes Rostrum out again. */

let server: LoopbackSlack;
let second: LoopbackSlack;
let one: Process;
let home: Home;
let close: () => Promise<void>;

beforeEach(async () => {
  const world = await openSlackWorld();
  ({ server, second } = world);
  one = await openProcess(server, { store: world.store });
  home = await openHome(one.platform);
  close = world.store.close;
});
afterEach(async () => {
  expect(home.errors).toEqual([]);
  expect(server.violations).toEqual([]);
  await home.close();
  await one.close();
  await close();
  await server.close();
});

const person = (where: LoopbackSlack, name: string): SlackPerson => personIn(where, { name, administers: true });
const saidIn = (where: Channel): string => where.messages.map((message) => seePost(where, message).text).join("\n");

const setUp = async (where: LoopbackSlack, somebody: SlackPerson): Promise<{ news: Channel; desk: Channel }> => {
  const [news, desk] = [channelIn(where, "announcements"), channelIn(where, "desk")];
  const first = await somebody.type("/rostrum setup", news.id);
  const network = await somebody.fill(first, { name: "Education network" });
  const space = await somebody.press(network, "Continue");
  const done = await somebody.fill(space, {
    announcements: `<#${news.id}>`,
    discussion: `<#${news.id}>`,
    desk: `<#${desk.id}>`,
  });
  expect(done.text).toContain("is set up.");
  return { news, desk };
};

test("a workspace claims the network; another is refused politely until it is let in; each hears of the other's end", async () => {
  await installIn(server, { address: one.address, workspace: server.workspace });
  await installIn(server, { address: one.address, workspace: second.workspace });
  const [aki, bo] = [person(server, "Aki"), person(second, "Bo")];
  const first = await setUp(server, aki);
  const there = channelIn(second);

  const refused = await bo.type("/webinar next", there.id);
  expect(refused.text).toContain("not connected");
  expect(refused.text).not.toContain("Libraries");

  const doctor = await aki.type("/rostrum doctor", first.news.id);
  expect(doctor.text).toContain("https://bot.example/slack/install");
  expect((await bo.type("/rostrum setup", there.id)).text).toContain("The network's admins have been asked.");
  await expect.poll(() => saidIn(first.desk)).toContain("asks to connect it to the network");
  const asking = first.desk.messages.at(-1);
  if (asking === undefined) throw new Error("nobody was asked");
  expect((await aki.press(seePost(first.desk, asking), "Connect it")).text).toContain("is connected.");
  expect((await bo.type("/webinar show 3", there.id)).text).toContain("Partnership for education and beyond");

  server.oauth.revoke(second.workspace);
  second.workspace.tell({ type: "app_uninstalled" });
  await expect.poll(() => saidIn(first.desk)).toContain("“Second <Network>” removed Rostrum");
  const after = await aki.type("/rostrum doctor", first.news.id);
  expect(after.text).toMatch(/Slack: stopped since/u);
  expect(after.text).toContain("is not installed in this Slack workspace any more");
  expect(after.text).toMatch(/Slack, Learning Network: connected since/u);
  expect((await aki.type("/webinar show 3", first.news.id)).text).toContain("Partnership for education and beyond");
});
