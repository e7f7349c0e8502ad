import { fold } from "../network/fold.ts";
import { languages } from "../words/language.ts";
import { wordsIn } from "../words/words.ts";

/** How people may have written a day in their own words, in any language: a text that has one of these names the day. */
const namesOf = (day: Temporal.PlainDate): readonly string[] => {
  const [month, date] = [day.month, day.day];
  return [
    day.toString(),
    ...["/", ".", "-"].flatMap((mark) => [`${date}${mark}${month}`, `${month}${mark}${date}`]),
    `${month}月${date}日`,
    ...languages.flatMap((language) => {
      const { date: words } = wordsIn(language);
      return [words.weekday(day), ...words.months(day).flatMap((name) => [`${date} ${name}`, `${name} ${date}`])];
    }),
  ];
};

/** What in the text names this day; the same words once. Part of a longer word or number is none. */
export const daysNamed = (text: string, day: Temporal.PlainDate): readonly string[] => {
  const folded = fold(text.normalize("NFKC"));
  const found = [...new Set(namesOf(day).map((name) => fold(name)))].filter((name) => {
    const isLatin = /^[\p{Script=Latin}\p{N}]/u.test(name);
    const edge = isLatin ? ["(?<![\\p{Script=Latin}\\p{N}])", "(?![\\p{Script=Latin}\\p{N}])"] : ["", ""];
    return new RegExp(`${edge[0]}${RegExp.escape(name)}${edge[1]}`, "u").test(folded);
  });
  // "5 December" says all that "december 5" in it would.
  return found.filter((name) => !found.some((other) => other !== name && other.includes(name)));
};
