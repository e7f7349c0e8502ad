import { afterEach, beforeEach, expect, it } from "vitest";
import { giveRank } from "../../../src/core/store/accounts.ts";
import { type Home, openHome } from "../../support/home.ts";
import type { Person, Rig } from "../../support/rig.ts";
import { openWebRig } from "../../support/web/rig.ts";

/** A mention in the playground: the same rules, a marked word, and nobody to call. */

let rig: Rig;
let home: Home;
let oki: Person;
let announcements: string;
const at = { platform: "web", space: "playground" } as const;

beforeEach(async () => {
  rig = await openWebRig();
  announcements = rig.channel("announcements");
  const desk = rig.channel("desk");
  const admin = rig.person({ name: "Aki", administers: true });
  oki = rig.person({ name: "Oki" });
  home = await openHome(rig.platform);
  const network = await admin.type("/rostrum setup", announcements);
  const space = await admin.press(await admin.fill(network, { name: "Education network" }), "Continue");
  await admin.fill(space, { announcements: `<#${announcements}>`, desk: `<#${desk}>` });
  await home.store.transact((trx) => giveRank(trx, at, { kind: "user", id: oki.user, name: "Oki", rank: "organiser" }));
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

const LINE = '/announce schedule when:+2h mention:everyone text:"Join us, @everyone"';
const html = (): string => (rig.posts(announcements).at(-1)?.raw as { html: string } | undefined)?.html ?? "";

it("is previewed with how many there are, and marked in the post alone", async () => {
  const preview = await oki.type(LINE, announcements);
  expect(preview.text).toContain("calls @everyone (about 2 members)");
  await oki.press(preview, "Schedule");
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(html).toContain('<p><span class="mention">@everyone</span></p><p>Join us, @everyone</p>');
});

it("is left out when who scheduled it is no organiser any more", async () => {
  await oki.press(await oki.type(LINE, announcements), "Schedule");
  await home.store.transact((trx) => trx.deleteFrom("ranks").where("id", "=", oki.user).execute());
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(html).toContain("<p>Join us, @everyone</p>");
  expect(html()).not.toContain("mention");
});

it("calls no role: there is none", async () => {
  const said = await oki.type('/announce schedule when:+2h mention:Members text:"Join us"', announcements);
  expect(said.form?.fields.find(({ option }) => option === "mention")?.problem).toContain(
    "I do not know whom “Members”",
  );
});
