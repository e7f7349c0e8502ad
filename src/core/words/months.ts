import { fold } from "../network/fold.ts";
import { languages } from "./language.ts";
import { wordsIn } from "./words.ts";

let named: ReadonlyMap<string, number> | undefined;

/** Made when first needed: ICU takes its time. */
const read = (): ReadonlyMap<string, number> =>
  new Map(
    languages.flatMap((language) =>
      Array.from({ length: 12 }, (_, n) => Temporal.PlainDate.from({ year: 2026, month: n + 1, day: 1 })).flatMap(
        (date) =>
          wordsIn(language)
            .date.months(date)
            .map((name) => [fold(name).replace(/\.$/u, ""), date.month] as const),
      ),
    ),
  );

/** "february", "feb", "กุมภาพันธ์" → 2; `undefined` for what no catalogue calls a month. */
export const monthNamed = (name: string): number | undefined => {
  named ??= read();
  return named.get(fold(name).replace(/\.$/u, ""));
};
