import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

const administrator = { name: "Aki", rights: ["post", "administer"] as const };

describe("setting Rostrum up", () => {
  it("is two forms with Continue between: the network, then this space", async () => {
    const aki = await house.somebody(administrator);
    const network = await aki.say("/rostrum setup");
    expect(network.text).toBe(
      "Setup 1 of 2: network\nName of the network: \nTime zone: Asia/Tokyo\nLanguage of its posts: en\nCities under each time: London, Bangkok, Beijing, Tokyo, Melbourne",
    );
    const wrong = await aki.fillIn({ name: "Education network", zone: "Nowhere", strip: "London, Atlantis" });
    expect(wrong.text).toContain("Time zone: Nowhere – I do not know the zone “Nowhere”.");
    expect(wrong.text).toContain("Cities under each time: London, Atlantis – I do not know the city “Atlantis”.");
    expect(wrong.text).toContain("Name of the network: Education network");
    const saved = await aki.fillIn({ zone: "London", strip: "London, 東京" });
    expect(saved.text).toContain("The network is set up.\nYou are the network's first admin.");
    const space = await aki.press("Continue");
    expect(space.text).toContain("Setup 2 of 2: channels\nChannel for announcements: <#announcements>");
    house.discord.lacks.set("news", ["history"]);
    const done = await aki.fillIn({ announcements: "<#news>", language: "ja" });
    expect(done.text).toContain(
      "Education network is set up.\n✗ Discord #news (announcements): I may not read its history",
    );
    expect((await aki.say("/webinar next")).text).toContain("London 08:00 · Tokyo 17:00, all Saturday");
  });

  it("asks for the network only once, and then for the space", async () => {
    const aki = await house.somebody(administrator);
    await aki.say("/rostrum setup");
    await aki.fillIn({});
    expect((await aki.say("/rostrum setup")).text).toContain("Setup 2 of 2");
  });

  it("refuses a desk that everybody reads, and a channel that is gone", async () => {
    const aki = await house.somebody(administrator);
    await aki.say("/rostrum setup name:x");
    await aki.press("Continue");
    expect((await aki.fillIn({ desk: "<#announcements>" })).text).toContain("The desk must be a channel of its own");
    house.discord.lacks.set("gone", ["gone"]);
    expect((await aki.fillIn({ desk: "<#gone>" })).text).toContain(
      "<#gone> – Choose a channel of this server or workspace.",
    );
  });

  it("claims the network for the first server, by what is sent in and not by looking at the form", async () => {
    await house.store.transact((trx) => trx.updateTable("spaces").set({ connected: 0 }).execute());
    const stranger = await house.somebody({ ...administrator, space: "stranger" });
    expect((await stranger.say("/webinar next")).text).toBe(
      "Another server is not connected to the network. Someone who administers it can run /rostrum setup to ask for it.",
    );
    await stranger.say("/rostrum setup");
    expect((await stranger.say("/webinar next")).text).toContain("is not connected");
    await stranger.say("/rostrum setup");
    expect((await stranger.fillIn({})).text).toContain("You are the network's first admin.");
    expect((await stranger.say("/webinar next")).text).toContain("Libraries");
  });

  it("is nothing that a stranger can do while the network's own spaces are there", async () => {
    const eve = await house.somebody({ ...administrator, name: "Eve", space: "stranger" });
    await eve.say("/rostrum setup name:Mine");
    expect((await eve.say("/webinar next")).text).toContain("is not connected");
    const nowhere = await house.somebody({ ...administrator, name: "Eve", space: "unheard-of" });
    await nowhere.say("/rostrum setup name:Mine");
    const aki = await house.somebody(administrator);
    expect((await aki.say("/rostrum setup name:Ours")).text).toContain("You are the network's first admin.");
  });

  it("can be done in the second platform by who administers it, after the first has its admin", async () => {
    await (await house.somebody(administrator)).say("/rostrum setup name:Ours");
    const owner = await house.somebody({ ...administrator, name: "Sora", platform: "slack", channel: "討論" });
    expect((await owner.say("/rostrum setup")).text).toContain("Setup 2 of 2");
    expect((await owner.fillIn({ announcements: "<#C1>", discussion: "<#C2>", desk: "<#C9>" })).text).toContain(
      "is set up.",
    );
  });

  it("else asks the network's admins, who connect it by one press", async () => {
    const admin = await house.somebody({ name: "Ada", rank: "admin" });
    const stranger = await house.somebody({ ...administrator, space: "stranger" });
    expect((await stranger.say("/rostrum setup")).text).toBe(
      "Another server is not connected yet. The network's admins have been asked.",
    );
    expect((await stranger.say("/webinar show 3")).text).toContain("is not connected");
    const [request] = house.posts("desk");
    expect(request?.text).toBe("Aki, who administers the server Another server, asks to connect it to the network.");
    const press = { said: { press: "rostrum connect?platform=discord&space=stranger" } };
    expect((await (await house.somebody()).call(press)).text).toContain("This is for admins.");
    expect((await admin.call(press)).text).toBe("Another server is connected.");
    expect((await stranger.say("/webinar next")).text).toContain("Libraries");
    expect((await stranger.say("/announce list")).text).toContain("This is for organisers.");
    expect((await stranger.say("/rostrum setup")).text).toContain("Setup 2 of 2");
    expect((await stranger.fillIn({ announcements: "<#news>" })).text).toContain("Another server is set up.");
  });

  it("is refused to a member of a strange server, without a word about the network", async () => {
    const stranger = await house.somebody({ space: "stranger" });
    expect((await stranger.say("/rostrum setup")).text).toBe(
      "This is for admins. Whoever set Rostrum up can make you one: /rostrum roles give",
    );
    expect((await stranger.call({ said: { press: "webinar show?webinar=3" } })).text).toContain("is not connected");
    expect(await stranger.suggest("webinar show", "webinar", "")).toEqual([]);
  });
});

describe("ranks and roles", () => {
  it("are given and taken by command, and count at once", async () => {
    const admin = await house.somebody({ name: "Ada", rank: "admin" });
    const mei = await house.somebody();
    expect((await admin.say("/rostrum roles give who:<@u-Mei> role:organiser")).text).toBe("@u-Mei: organiser");
    expect((await mei.say("/announce list")).text).toContain("Nothing is scheduled.");
    expect((await admin.say("/rostrum roles")).text).toContain("@u-Mei: organiser");
    expect((await admin.say("/rostrum roles take who:<@u-Mei>")).text).toBe(
      "@u-Mei: no rank, and tied to nobody any more",
    );
    expect((await mei.say("/announce list")).text).toContain("This is for organisers.");
  });

  it("tie an account to the person who has the role", async () => {
    const admin = await house.somebody({ name: "Ada", rank: "admin" });
    const phil = await house.somebody({ name: "Phil" });
    await admin.say("/rostrum roles give who:<@u-Phil> role:discussant webinar:3");
    expect((await phil.say("/discuss queue 3")).text).toContain("Local knowledge and globalization");
    expect((await admin.say("/rostrum roles give who:<@u-Mei> role:speaker webinar:3")).text).toContain(
      "3rd international webinar: there is more than one speaker. Say who it is: ",
    );
    expect((await admin.fillIn({ person: "liu" })).text).toBe(
      "@u-Mei: Dr. Jing Liu, 3rd international webinar · speaker",
    );
  });

  it("never leave the network without an admin", async () => {
    const admin = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await admin.say("/rostrum roles take who:<@u-Ada>")).text).toContain("This is the last admin.");
    expect((await admin.say("/rostrum roles give who:<@u-Ada> role:member")).text).toContain("This is the last admin.");
    expect((await admin.say("/rostrum roles give who:<@&9> role:discussant")).text).toContain(
      "A group cannot be a person.",
    );
    expect((await admin.say("/rostrum roles give who:everyone role:admin")).text).toContain(
      "Choose a member or a group",
    );
  });

  it("are for admins", async () => {
    const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
    for (const line of [
      "/rostrum roles list",
      "/rostrum roles give who:<@u-Oki> role:admin",
      "/rostrum doctor",
      "/rostrum setup name:Mine",
    ])
      expect((await organiser.say(line)).text).toContain("This is for admins.");
  });
});

describe("the doctor", () => {
  it("says of each place what works, and for what does not the clicks that mend it", async () => {
    const admin = await house.somebody({ name: "Ada", rank: "admin" });
    house.discord.lacks.set("announcements", ["history"]);
    house.slack.lacks.set("お知らせ", ["membership"]);
    const { text } = await admin.say("/rostrum doctor");
    expect(text).toContain("✓ Discord #discussion (discussion): I can post, open threads and check what arrived");
    expect(text).toContain(
      "✗ Discord #announcements (announcements): I may not read its history, so after a broken connection I would have to ask you whether a post arrived. Channel → Edit → Permissions → Rostrum → “Read Message History” → ✓ → Save",
    );
    expect(text).toContain("✗ Slack #お知らせ (announcements): I am not in it. Open it and send  /invite @Rostrum");
    house.slack.connect("connecting");
    expect((await admin.press("Check again")).text).toContain("Slack: connecting again");
  });

  it("says since when a platform is connected, why it is not, and what to do", async () => {
    const admin = await house.somebody({ name: "Ada", rank: "admin" });
    const { text } = await admin.say("/rostrum doctor");
    expect(text).toContain("Discord, Education network: connected since Tue 24 Nov 2026, 03:30 Tokyo");
    house.slack.connect("stopped", { why: "token" });
    expect((await admin.press("Check again")).text).toMatch(
      /Slack: stopped since .+\nSlack does not accept the token it was given\. Make a new one,/u,
    );
    const at = Temporal.Instant.from("2026-11-23T23:00:00Z").epochMilliseconds;
    house.slack.connect("connecting", { why: "sessions", until: at });
    const waiting = (await admin.press("Check again")).text;
    expect(waiting).toContain("Slack allows no more new connections for now.");
    expect(waiting).toMatch(/Nothing is tried before .+ 2026, /u);
    const japanese = await house.somebody({ name: "Aki", rank: "admin", locale: "ja" });
    expect((await japanese.say("/rostrum doctor")).text).toContain("Slackが新しい接続を一時的に受け付けていません。");
  });
});
