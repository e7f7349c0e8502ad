import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("a member", () => {
  it("x", async () => {
    const mei = await house.somebody();
    for (const line of ["/webinar next", "/webinar list", "/webinar show 3", "/webinar questions 3", "/webinar help", "/webinar help webinar show", "/speaker liu", "/speaker tohoku", "/speaker nobody", "/webinr next", "/webinar show sow:3", "/webinar", "/webinar show 2", "/discuss queue"]) {
      const said = await mei.say(line);
      console.log(line, "\n", said.text, said.buttons);
    }
    await mei.say("/webinar show 3");
    console.log((await mei.press("Share here")).text);
    console.log(house.posts("discussion"));
    const org = await house.somebody({ name: "Org", rank: "organiser" });
    console.log((await org.say("/announce schedule text:\"Come all\"")).text);
    console.log((await org.fillIn({ when: "2026-12-05" })).text);
    console.log((await org.fillIn({ when: "2026-12-04 09:00 London" })), house.log);
    console.log((await org.press("Schedule")));
    console.log((await org.say("/announce list")));
    const dis = await house.somebody({ name: "Dis", person: "sample-cleo" });
    console.log((await dis.say("/discuss queue")), (await dis.say("/discuss queue 3")));
    await dis.say("/discuss queue");
    console.log(await dis.press("Post question 1"), house.log);
    console.log(await dis.press("Post question 1 in Discord #discussion, Slack #討論 now"), house.log);
    await house.turnTo("2026-12-04T10:00Z");
    console.log(house.posts("お知らせ"), house.posts("announcements"), house.posts("discussion"), house.discord.threads);
    const adm = await house.somebody({ name: "Adm", rank: "admin" });
    console.log(await adm.say("/rostrum doctor"));
    console.log(await adm.say("/rostrum setup"));
    console.log(await adm.fillIn({name: "Us"}));
    console.log(await adm.press("Continue"), await adm.fillIn({}));
    console.log(await adm.say("/rostrum roles give who:<@u-Mei> role:discussant webinar:3"), await adm.say("/rostrum roles list"));
  });
});
