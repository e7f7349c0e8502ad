import { dayNames } from "./dates.ts";
import { languages } from "./language.ts";

let named: ReadonlyMap<string, number> | undefined;

/** A day that is called so: 1 June 2026 is a Monday, and Monday is 1 (ISO 8601). */
export const dayOfWeek = (n: number): Temporal.PlainDate => Temporal.PlainDate.from({ year: 2026, month: 6, day: n });

/** CLDR's names, and what people make of them: "tues", "mondays", 月曜 for 月曜日, จันทร์ for วันจันทร์. */
const spellings = (language: string, n: number): readonly string[] => {
  const { weekday, weekdayShort } = dayNames(language);
  const [long, short] = [weekday, weekdayShort].map((name) => name(dayOfWeek(n)).normalize("NFKC").toLowerCase());
  if (long === undefined || short === undefined) return [];
  if (language === "en") return [long, `${long}s`, short, ...(n === 2 ? ["tues"] : n === 4 ? ["thur", "thurs"] : [])];
  return [long, short, short.replace(/\.$/u, ""), long.replace(/(?<=曜)日$/u, ""), long.replace(/^วัน/u, "")];
};

/** All names of days in all languages of the catalogues, in lower case, with their number: Monday is 1. */
export const weekdayNames = (): ReadonlyMap<string, number> => {
  // Made when first needed: ICU takes its time.
  named ??= new Map(
    languages.flatMap((language) =>
      [1, 2, 3, 4, 5, 6, 7].flatMap((n) => spellings(language, n).map((name) => [name, n] as const)),
    ),
  );
  return named;
};
