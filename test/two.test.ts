import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscordRig } from "./support/discord/rig.ts";
import { type Home, openHome } from "./support/home.ts";
import type { Person, Rig } from "./support/rig.ts";
import { openSlackRig } from "./support/slack/rig.ts";
import { openWebRig } from "./support/web/rig.ts";

/** Two who keep the same webinar, on every platform: what one opened before the other changed it is sent in after. */
const rigs: readonly (readonly [string, () => Promise<Rig>])[] = [
  ["discord", openDiscordRig],
  ["slack", () => openSlackRig()],
  ["web", openWebRig],
];

describe.each(rigs)("on %s", (_name, openRig) => {
  let rig: Rig;
  let home: Home;
  let oki: Person;
  let uma: Person;
  let room: string;
  beforeEach(async () => {
    rig = await openRig();
    room = rig.channel("discussion");
    oki = rig.person({ name: "Oki", administers: true });
    uma = rig.person({ name: "Uma" });
    home = await openHome(rig.platform);
    await oki.type("/rostrum setup name:Network", room);
    const who = rig.name === "discord" ? "@Uma" : `<@${uma.user}>`;
    await oki.type(`/rostrum roles give who:${who} role:organiser`, room);
    await oki.type('/manage webinar create title:"Rivers" start:"2027-12-12 17:00 Tokyo"', room);
    await oki.type('/manage talk add speaker:"Jing Liu" title:A webinar:rivers', room);
    await oki.type('/manage talk add speaker:"Paul Armstrong" title:B webinar:rivers', room);
  });
  afterEach(async () => {
    await home.close();
    await rig.close();
    expect(home.errors).toEqual([]);
  });
  const draft = async (): Promise<string> => (await oki.type("/manage webinar publish rivers", room)).text;

  it("a webinar's form shows what was, what is and what was typed, and the second decides", async () => {
    const form = await oki.type("/manage webinar edit rivers", room);
    await uma.type('/manage webinar edit rivers title:"Uma\'s title" subtitle:Sub', room);
    const both = await oki.fill(form, { title: "Oki's title" });
    expect(both.text).toContain("Somebody changed this webinar while you were editing it.");
    expect(both.text).toMatch(/Before: Rivers\s+Now: Uma's title\s+Yours: Oki's title/u);
    expect(await draft()).toContain("Uma's title");
    await oki.press(both, "Take mine");
    expect(await draft()).toMatch(/Oki's title\s+Sub/u);
  });

  it("a talk's form does, and one to move a talk", async () => {
    const form = await oki.type("/manage talk edit talk:2 webinar:rivers", room);
    const moving = await uma.type("/manage talk move webinar:rivers", room);
    await uma.type('/manage talk edit talk:2 title:"Uma\'s" webinar:rivers', room);
    const both = await oki.fill(form, { title: "Oki's" });
    expect(both.text).toMatch(/Before: B\s+Now: Uma's\s+Yours: Oki's/u);
    await oki.press(both, "Take mine");
    const order = await uma.fill(moving, { talk: "2", to: "1" });
    expect(order.text).toContain("The order that you saw");
    expect(order.text).toContain("2 Dr. Paul Armstrong · Oki's");
    expect(order.buttons).not.toContain("Take mine");
    expect(await draft()).toMatch(/1 Dr\. Jing Liu/u);
  });

  it("a preview that is not true any more does nothing, and says what was changed", async () => {
    const publishing = await oki.type("/manage webinar publish rivers", room);
    await uma.type('/manage webinar edit rivers title:"Uma\'s title"', room);
    const said = await oki.press(publishing, "Publish");
    expect(said.text).toContain("title: Rivers → Uma's title");
    const again = await oki.press(said, "Show it again");
    expect((await oki.press(again, "Publish")).text).toContain("is published");
    const moving = await oki.type('/manage webinar reschedule start:"2027-12-13 17:00 Tokyo" webinar:uma', room);
    await uma.type("/manage webinar edit uma subtitle:Sub", room);
    expect((await oki.press(moving, "Move it")).text).toContain("subtitle: Sub");
  });
});
