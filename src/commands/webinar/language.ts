import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Button, buttons, message, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { preferLanguage } from "../../core/store/accounts.ts";
import { type Language, languages, toLanguage } from "../../core/words/language.ts";
import { type Words, wordsIn } from "../../core/words/words.ts";

/** Back to what the profile says. */
const PROFILE = "profile";

/** Each under its own name, which whoever needs it can read. */
const ownName = (language: Language): string => wordsIn(language).languageNames[language];

/** "ja", "日本語", "Japanese", whatever the asker's own language calls it. */
const named = (typed: string): Language | undefined =>
  languages.find((one) =>
    languages.some((reader) => {
      const name = wordsIn(reader).languageNames[one].toLowerCase();
      return name === typed || name.split(/[\s()（）]+/u).includes(typed);
    }),
  ) ?? toLanguage(typed);

const languageOption = {
  kind: "choice",
  required: false,
  from: [
    ...languages.map((value) => ({ value, label: (words: Words) => words.languageNames[value] })),
    { value: PROFILE, label: (words: Words) => words.language.profile },
  ],
  parse: (raw: string): Language | typeof PROFILE => {
    const typed = raw.normalize("NFKC").trim().toLowerCase();
    const language = typed === PROFILE ? PROFILE : named(typed);
    if (language === undefined)
      throw new UserError((words) => words.bot.notAChoice(languages.map(ownName).join(", ")), { option: "language" });
    return language;
  },
} as const satisfies Option<Language | typeof PROFILE>;

const offers = (words: Words, shown: Language | undefined): readonly Button<Press>[] => [
  ...languages
    .filter((one) => one !== shown)
    .map((one) => ({ label: ownName(one), press: press("webinar language", { language: one }) })),
  { label: words.language.profile, press: press("webinar language", { language: PROFILE }) },
];

/** What somebody is answered in, whatever their profile says; public posts speak the language of their place. */
export const language = defineCommand({
  name: "webinar language",
  rank: "member",
  changes: true,
  options: { language: languageOption },
  async run({ language: wanted }, { trx, asker, voice }: Tools) {
    if (wanted === undefined) {
      const { words } = voice;
      const now = words.language.now(words.languageNames[voice.language]);
      return message(text(now, words.language.posts), buttons(...offers(words, voice.language)));
    }
    await preferLanguage(trx, asker.account, wanted === PROFILE ? undefined : wanted);
    if (wanted === PROFILE) return message(text(voice.words.language.byProfile));
    const words = wordsIn(wanted);
    return message(
      text(words.language.now(words.languageNames[wanted]), words.language.posts),
      buttons(...offers(words, wanted)),
    );
  },
});
