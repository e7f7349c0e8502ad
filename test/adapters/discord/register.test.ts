import { expect, test } from "vitest";
import { toCommands } from "../../../src/adapters/discord/register.ts";
import { commands } from "../../../src/commands/commands.ts";
import { menuOf } from "../../../src/core/bot/understand.ts";
import { languages } from "../../../src/core/words/language.ts";
import { commandRules } from "../../support/discord/command-rules.ts";
import { objection } from "../../support/discord/schemas.ts";
import { entry, option } from "../../support/discord/script.ts";
import type { Json } from "../../support/discord/state.ts";
import { wording } from "../../support/wording.ts";

/** The real menu as Discord is told of it, held against its schemas and documented limits. */

const menu = menuOf(commands);
const declared = JSON.parse(JSON.stringify(toCommands(menu))) as readonly Json[];
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const COMMAND = 1;

/** Every command with its words: "discuss post". */
const walk = (given: Json, above: string): readonly (readonly [string, Json])[] => {
  const name = `${above} ${String(given.name)}`.trim();
  const inner = list(given.options).filter(({ type }) => type === COMMAND || type === 2);
  return inner.length === 0 ? [[name, given]] : inner.flatMap((one) => walk(one, name));
};
const all = declared.flatMap((command) => walk(command, ""));

test("Discord takes the menu", () => {
  expect(objection("PUT", "/applications/1/commands", declared)).toBe("");
  expect(commandRules(declared)).toEqual([]);
});

test("every command of the menu is there, and no command that only buttons reach", () => {
  expect(all.map(([name]) => name).sort()).toEqual(menu.map(({ name }) => name).sort());
});

test("every command, option and choice is described in each of our languages", () => {
  const ours = { en: ["en-US", "en-GB"], ja: ["ja"], "zh-Hans": ["zh-CN"], "zh-Hant": ["zh-TW"], th: ["th"] };
  expect(Object.keys(ours)).toEqual(languages);
  const locales = Object.values(ours).flat();
  for (const [name, command] of all)
    for (const one of [command, ...list(command.options)]) {
      expect(Object.keys(one.description_localizations ?? {}), name).toEqual(locales);
      for (const choice of list(one.choices))
        expect(Object.keys(choice.name_localizations ?? {}), name).toEqual(locales);
    }
});

test("what the bot suggests is completed while it is typed, and what has choices is not", () => {
  for (const { name, options } of menu)
    for (const { name: key, suggests, from } of options) {
      const found = list(all.find(([one]) => one === name)?.[1].options).find((one) => one.name === key);
      expect([name, key, found?.autocomplete === true], `${name} ${key}`).toEqual([name, key, suggests && !from]);
      expect(list(found?.choices)).toHaveLength(from?.length ?? 0);
    }
});

test("the rules that the menu is held against refuse what Discord refuses", () => {
  const wrong = (given: Parameters<typeof entry>): readonly string[] =>
    commandRules(JSON.parse(JSON.stringify(toCommands([entry(...given)]))));
  expect(wrong(["Webinar"])).toEqual(["/Webinar: name"]);
  expect(wrong(["webinar show", Array.from({ length: 26 }, (_, n) => option(`o${n}`))])).toContain(
    "/webinar show: more than 25 options",
  );
  const long = Array.from({ length: 24 }, (_, n) => option(`o${n}`, { summary: wording("x", "語".repeat(100)) }));
  // Discord counts the longest of the languages: four commands of these are over 8,000 characters.
  const four = ["a", "b", "c", "d"].map((name) => entry(`webinar ${name}`, long));
  expect(commandRules(JSON.parse(JSON.stringify(toCommands(four))))).toContain("/webinar: over 8000 characters");
});
