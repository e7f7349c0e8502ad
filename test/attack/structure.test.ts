import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPublicBody } from "../../src/adapters/discord/render.ts";
import { renderPublic } from "../../src/adapters/slack/render.ts";
import { renderMessage } from "../../src/adapters/web/render.ts";
import { pageWords } from "../../src/adapters/web/words.ts";
import type { Message } from "../../src/core/bot/message.ts";
import { message } from "../../src/core/bot/message.ts";
import type { Webinar } from "../../src/core/network/webinar.ts";
import { toPost } from "../../src/core/say/post.ts";
import { questionPost } from "../../src/core/say/question.ts";
import { toVoice } from "../../src/core/say/voice.ts";
import { announcedCard } from "../../src/core/say/webinar.ts";
import { languages } from "../../src/core/words/language.ts";
import { readMarkdown } from "../support/discord/markdown.ts";
import { words } from "../support/discord/words.ts";
import { all, readHtml } from "../support/web/html.ts";

/** Ten thousand strings of people in what everybody sees: no platform's message is built otherwise than with plain words. */

const RUNS = 2000;
const STRINGS = 5;

interface Said {
  readonly title: string;
  readonly name: string;
  readonly institution: string;
  readonly question: string;
  readonly label: string;
}

const webinarOf = (said: Said): Webinar => {
  const part = {
    person: { key: "p", title: undefined, name: said.name, family: undefined },
    at: { key: "i", name: { en: said.institution }, country: "JP" },
  };
  return {
    key: "w",
    series: undefined,
    edition: undefined,
    sample: false,
    status: "planned",
    title: { en: said.title },
    subtitle: undefined,
    date: "2026-12-05",
    hour: { time: "17:00", zone: "Asia/Tokyo", minutes: 90 },
    startsAt: Date.parse("2026-12-05T08:00:00Z"),
    version: 0,
    link: undefined,
    talks: [{ ...part, position: 1, title: { en: said.label }, about: undefined, subject: undefined }],
    roles: [{ ...part, role: "discussant" }],
    questions: [
      {
        id: "w/q1",
        webinar: "w",
        number: 1,
        label: { en: said.label },
        text: { en: said.question },
        closedAt: undefined,
        skipped: false,
      },
    ],
    attendance: undefined,
    outcome: undefined,
  };
};

const network = { name: undefined, zone: "Asia/Tokyo", language: "en", strip: ["london", "tokyo"] } as const;
const postsOf = (said: Said, language: (typeof languages)[number]): readonly Message[] => {
  const voice = toVoice(language, network);
  const webinar = webinarOf(said);
  const [question] = webinar.questions;
  const posts = [toPost(message(...announcedCard(voice, webinar)), voice.words)];
  return question === undefined ? posts : [...posts, toPost(questionPost(voice, webinar, question), voice.words)];
};

/** JSON with what is read of each text in place of the text. */
const skeleton = (value: unknown, read: (text: string, key: string) => unknown, key = ""): unknown => {
  if (typeof value === "string") return read(value, key);
  if (Array.isArray(value)) return value.map((one) => skeleton(one, read, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, skeleton(one, read, name)]));
};

const onDiscord = (said: Message): unknown =>
  skeleton(toPublicBody(said, "a".repeat(24)), (text, key) =>
    key === "content" ? readMarkdown(text).live : key === "label" ? "" : text,
  );
const onSlack = (said: Message): unknown => skeleton(renderPublic(said), (text, key) => (key === "text" ? "" : text));
const onPages = (said: Message): unknown =>
  all(readHtml(renderMessage(said, { words: pageWords("en"), nameOf: () => undefined })), () => true).map(
    ({ tag, attributes }) => `${tag} ${Object.keys(attributes).join(" ")}`,
  );

/** On one line, since a line's end openly begins another; and with something to be seen, since what is blank is not set in bold. */
const string = words
  .map((text) => text.replaceAll(/[\r\n\u2028\u2029\u0085\v\f]+/gu, " "))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const strings: fc.Arbitrary<Said> = fc.record({
  title: string,
  name: string,
  institution: string,
  question: string,
  label: string,
});
const PLAIN: Said = { title: "Title", name: "Name", institution: "Place", question: "Why", label: "Label" };

describe.each([
  ["Discord", onDiscord],
  ["Slack", onSlack],
  ["the pages", onPages],
] as const)("on %s", (_, look) => {
  it(`${RUNS * STRINGS} strings of people leave what is posted as it is built`, () => {
    const usual = new Map(languages.map((language) => [language, JSON.stringify(postsOf(PLAIN, language).map(look))]));
    let n = 0;
    fc.assert(
      fc.property(strings, (said) => {
        const language = languages[n++ % languages.length] ?? "en";
        expect(JSON.stringify(postsOf(said, language).map(look))).toBe(usual.get(language));
      }),
      { numRuns: RUNS },
    );
  });
});
