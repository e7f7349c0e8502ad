import { describe, expect, it } from "vitest";
import { languages } from "../../../src/core/words/language.ts";
import { wordsIn } from "../../../src/core/words/words.ts";
import { type Leaf, lacksIn, saidIn, sampleOf, sentence, sentences } from "../../support/catalogue.ts";

const english = saidIn("en");

describe.each(languages)("the catalogue in %s", (language) => {
  const words = wordsIn(language);
  const said = saidIn(language);

  it("fits what the platforms show of a command", () => {
    const { submit, cancel, open } = words.bot;
    const shown: Record<number, string[]> = { 24: [submit, cancel, open], 45: [], 100: [] };
    for (const { title, summary, options, hints } of Object.values(words.menu)) {
      shown[24]?.push(title);
      shown[45]?.push(...Object.values<string>(options));
      shown[100]?.push(summary, ...Object.values<string>(hints));
    }
    const tooLong = Object.entries(shown).flatMap(([most, texts]) =>
      texts.filter(({ length }) => length > Number(most)),
    );
    expect(tooLong).toEqual([]);
  });

  it("says what the English one says, no more and no less", () => {
    expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
    const counts = (leaves: ReadonlyMap<string, Leaf>): readonly string[] =>
      [...leaves].map(([path, leaf]) => `${path}: ${typeof leaf === "string" ? "words" : leaf.length}`).sort();
    expect(counts(said)).toEqual(counts(english));
  });

  it("is nowhere empty, and nowhere begins or ends with a space", () => {
    const joints = ["date.comma", "date.colon"];
    const odd = [...sentences(language), ...lacksIn(language)].filter(
      ([path, text]) => text === "" || (text.trim() !== text && !joints.includes(path)),
    );
    expect(odd).toEqual([]);
  });

  it("leaves out nothing that it is told", () => {
    const lost = [...said].flatMap(([path, leaf]) => {
      if (typeof leaf === "string") return [];
      const text = sentence(path, leaf);
      return sampleOf(path, leaf)
        .found.filter((part) => !text.includes(part))
        .map((part) => `${path} leaves out ${part}: ${text}`);
    });
    expect(lost).toEqual([]);
  });

  it("counts none, one and many", () => {
    for (const n of [0, 1, 2, 80]) {
      expect(words.webinar.questions(n)).toContain(`${n}`);
      expect(words.webinar.participants(n, undefined)).toContain(`${n}`);
      expect(words.webinar.participants(314, n).match(/\d+/g)?.toSorted()).toEqual([`${n}`, "314"].toSorted());
    }
  });
});
