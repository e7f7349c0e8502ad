import { afterEach, expect, test } from "vitest";
import { type Home, openHome } from "../../support/home.ts";
import { openSlackHttpRig, openSlackRig, type SlackRig } from "../../support/slack/rig.ts";

/** Slack's profile says a language and a zone; what they suggest is one press away. */

let rig: SlackRig;
let home: Home;
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(rig.server.violations).toEqual([]);
});

test.each([
  ["Socket Mode", () => openSlackRig()],
  ["HTTP", openSlackHttpRig],
])("by %s an answer, the home and a form are had in the language of the asker's zone", async (_way, open) => {
  rig = await open();
  home = await openHome(rig.platform);
  const [channel, desk] = [rig.channel("general"), rig.channel("desk")];
  const admin = rig.person({ name: "Aki", administers: true });
  const space = await admin.press(
    await admin.fill(await admin.type("/rostrum setup", channel), { name: "Network" }),
    "Continue",
  );
  await admin.fill(space, { announcements: `<#${channel}>`, discussion: `<#${channel}>`, desk: `<#${desk}>` });
  const ann = rig.person({ name: "Ann", locale: "en-US", zone: "Asia/Tokyo" });
  const english = await ann.type("/webinar show 3", channel);
  expect(english.buttons).toContain("日本語");
  const japanese = await ann.press(english, "日本語");
  expect(japanese).toMatchObject({ private: true, text: expect.stringContaining("第3回") });
  expect((await ann.press(japanese, "English")).text).toBe(english.text);
  const shown = await ann.home();
  if (shown === undefined) throw new Error("there is no home");
  const window = await ann.press(shown, "日本語");
  expect(window.text).toContain("表示は日本語");
  expect((await ann.press(window, "登壇者を探す")).form?.fields).toHaveLength(1);
  const ken = rig.person({ name: "Ken", locale: "ja-JP", zone: "Asia/Tokyo" });
  expect((await ken.type("/webinar show 3", channel)).buttons).not.toContain("English");
});
