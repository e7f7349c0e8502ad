import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clean } from "../../src/core/bot/plain.ts";
import { dataWith } from "../support/data.ts";
import { openDiscordRig } from "../support/discord/rig.ts";
import { allComponents } from "../support/discord/rules.ts";
import { type Home, openHome } from "../support/home.ts";
import type { Person, Rig, Seen } from "../support/rig.ts";
import { openSlackRig } from "../support/slack/rig.ts";

/** A record full of what would like to be something else (abuse 7–13), long besides, read on the real platforms. */

const STRINGS = [
  "[https://zoom.us/j/1](https://evil.example)",
  "<https://evil.example|zoom.us>",
  "&lt;!here&gt; &amp;lt;",
  "<!channel> <!here> <!subteam^S1> <@U1> <#C1>",
  "javascript:alert(1) data:text/html,x file:///etc/passwd slack://open discord://x",
  "https://zoom.us@evil.example/j/1 https://zооm.us/ https://xn--zm-fmca.us/",
  "```js``` `x` ||spoiler|| ~~no~~ __u__ **b** *i* _i_",
  "> quote # heading - list 1. one -# small",
  "\\ \\* \\` \\[ ](",
  "{speaker.__proto__} {constructor} {{7*7}} %s %d $1 $& \u0024{process.env.HOME}",
  "@everyone @here <@1> <@&1> </webinar next:1> <t:1:R> <:x:1> :smile:",
  "＠everyone ＜!channel＞ ＊b＊",
  `a${"\u0301".repeat(300)}`,
  "👩‍👩‍👧".repeat(30),
  "ดร.เพชรี 討論の質問 e\u0301",
] as const;
const long = (text: string, most: number): string => `${text} ${"word ".repeat(most)}`.slice(0, most).trim();
const titles = Array.from({ length: 40 }, (_, n) => long(`T${n}: ${STRINGS[n % STRINGS.length]}`, 480));
const questions = Array.from({ length: 100 }, (_, n) =>
  [1, 2, 50].includes(n)
    ? long(`Q${n}: ${STRINGS[n % STRINGS.length]}`, 3990)
    : `Q${n}: ${STRINGS[n % STRINGS.length]} End.`,
);
const person = (n: number) => `speaker-${n}`;
const webinar = {
  webinar: "hostile",
  status: "held",
  title: { en: "Hostile [zoom](https://evil.example) @everyone <!channel>" },
  date: "2026-01-10",
  people: Object.fromEntries(titles.map((_, n) => [person(n), { name: `P${n} ${STRINGS[n % 4]}` }])),
  talks: titles.map((title, n) => ({ speaker: { person: person(n) }, title: { en: title } })),
  questions: questions.map((text, n) => ({ label: { en: `L${n} *x* <!here>` }, text: { en: text } })),
};
const letters = (text: string): string => clean(text).replaceAll(/\s+/gu, "");

const rigs: readonly (readonly [string, () => Promise<Rig>])[] = [
  ["discord", openDiscordRig],
  ["slack", openSlackRig],
];

describe.each(rigs)("on %s", (name, openRig) => {
  let rig: Rig;
  let home: Home;
  let mei: Person;
  let room: string;
  const data = dataWith(webinar);
  beforeAll(async () => {
    rig = await openRig();
    room = rig.channel("discussion");
    mei = rig.person({ name: "Mei *@everyone* <!here>" });
    home = await openHome(rig.platform, ":memory:", data);
  });
  afterAll(async () => {
    await home.close();
    await rig.close();
    rmSync(data, { recursive: true });
    expect(home.errors).toEqual([]);
  });

  const pagesOf = async (first: Seen): Promise<readonly Seen[]> => {
    const pages = [first];
    for (let page = first; page.buttons.includes("More"); pages.push(page)) {
      page = await mei.press(page, "More");
      expect(page.replaced && page.private).toBe(true);
    }
    return pages;
  };
  /** Only their beginnings, to be read in a failure. */
  const lost = (all: string, texts: readonly string[]): readonly string[] =>
    texts.filter((text) => !all.includes(letters(text))).map((text) => text.slice(0, 40));
  const read = (pages: readonly Seen[]): string => letters(pages.map(({ text }) => text).join("\n"));

  it("forty talks of long titles are read whole, letter by letter, page by page", async () => {
    const pages = await pagesOf(await mei.type("/webinar show webinar:hostile", room));
    expect(pages.length).toBeGreaterThan(3);
    const all = read(pages);
    expect(lost(all, titles)).toEqual([]);
    expect(all.includes("…")).toBe(false);
    // What can be done stands under every page, and a page can be turned back.
    for (const page of pages) expect(page.buttons).toContain("100 questions");
    const back = await mei.press(pages.at(-1) as Seen, "Back");
    expect(back.text).toBe(pages.at(-2)?.text);
  });

  it("a hundred questions, some as long as the record allows, are read whole", async () => {
    const shown = await mei.type("/webinar questions webinar:hostile", room);
    const pages = await pagesOf(shown);
    const all = read(pages);
    expect(lost(all, questions)).toEqual([]);
    expect(all.includes("…")).toBe(false);
    const panel = await mei.type("/discuss queue webinar:hostile", room);
    expect(panel.text).toContain("This is for moderators.");
    const ada = rig.person({ name: "Ada", administers: true });
    const led = [await ada.type("/discuss queue webinar:hostile", room)];
    for (let page = led[0] as Seen; page.buttons.includes("More"); led.push(page)) page = await ada.press(page, "More");
    expect(
      lost(
        read(led),
        questions.map((_, n) => letters(`L${n} *x* <!here>`)),
      ),
    ).toEqual([]);
    for (const { buttons } of led) expect(buttons).toContain("More…");
  });

  it.each([
    "/webinar last",
    "/webinar list",
    "/webinar list 2026",
    "/webinar talk talk:40 webinar:hostile",
    "/webinar talk talk:999 webinar:hostile",
    "/webinar speakers hostile",
    "/webinar search zoom",
    "/webinar search evil",
    "/webinar outcomes hostile",
    "/webinar remind hostile",
    "/webinar language",
    "/webinar time",
    "/speaker P0",
    "/webinar help",
  ])("%s takes no platform over its limits, on any of its pages", async (line) => {
    const pages = await pagesOf(await mei.type(line, room));
    for (const { text } of pages) expect(text.trim()).not.toBe("");
    expect(pages.map(({ text }) => text).join()).not.toContain("Something went wrong");
  });

  it("the page that is shown is the one that is shared, and all can go on reading from it, each alone", async () => {
    const first = await mei.type("/webinar questions webinar:hostile", room);
    const second = await mei.press(first, "More");
    await mei.press(second, "Share here");
    await expect.poll(() => rig.posts(room).length).toBe(1);
    const [post] = rig.posts(room);
    if (post === undefined) throw new Error("nothing was posted");
    expect(post.text).toContain(second.text.split("\n")[1]);
    expect(post.text).toContain("Shared by");
    const more = await rig.person({ name: "Li" }).press(post, "More");
    expect(more.private && !more.replaced).toBe(true);
    expect(more.text).toBe((await mei.press(second, "More")).text);
  });

  it("a name is found, shown and offered as it is, and a button says it whole or cut between characters", async () => {
    const found = await mei.type("/speaker P0", room);
    expect(found.text).toContain("P0 [https://zoom.us/j/1](https://evil.example)");
    const several = await mei.type("/speaker evil", room);
    expect(several.buttons.length).toBeGreaterThan(1);
    for (const label of several.buttons) expect(label.isWellFormed()).toBe(true);
  });

  it("nothing of all that is alive in the bytes that left", () => {
    const bodies = bytesOf(rig);
    expect(bodies.filter((body) => body.includes("evil.example")).length).toBeGreaterThan(10);
    const live = name === "discord" ? LIVE_ON_DISCORD : LIVE_ON_SLACK;
    expect(bodies.flatMap((body) => body.match(live)?.[0] ?? [])).toEqual([]);
  });
});

/** Discord's markup without a backslash before it; JSON has doubled those. */
const LIVE_ON_DISCORD =
  /(?<!\\)(?:@(?:everyone|here)|<(?:@|#|\/|:)|\]\((?!<)|`|\|\|)|(?:javascript|data|discord|slack|file):(?!\/\/loopback)/u;
/** Mentions, links and markup that Slack would read; only rich_text and plain_text hold strings letter by letter. */
const LIVE_ON_SLACK = /"type":"(?:mrkdwn|link|broadcast|user|usergroup|channel|emoji)"/u;

/** What the platform was sent as texts: Discord's text displays, Slack's blocks. */
const bytesOf = (rig: Rig): readonly string[] => {
  const server = (
    rig as unknown as { server: { requests: readonly { raw?: string; body?: unknown; args?: unknown }[] } }
  ).server;
  return server.requests.flatMap(({ raw, args }) => {
    if (rig.name === "slack") return [JSON.stringify((args as { blocks?: unknown } | undefined)?.blocks ?? "")];
    const parsed = raw?.startsWith("{")
      ? (JSON.parse(raw) as { data?: { components?: unknown }; components?: unknown })
      : {};
    return allComponents((parsed.data?.components ?? parsed.components ?? []) as never)
      .filter(({ type }) => type === 10)
      .map(({ content }) => String(content));
  });
};
