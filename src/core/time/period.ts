/** A year or a month of the calendar, as the beginnings of ISO dates: `from` ≤ date < `to`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const pad = (n: number, length: number): string => String(n).padStart(length, "0");

const yearPeriod = (year: number): Period => ({ from: pad(year, 4), to: pad(year + 1, 4) });

const monthPeriod = (year: number, month: number): Period => ({
  from: `${pad(year, 4)}-${pad(month, 2)}`,
  to: month === 12 ? pad(year + 1, 4) : `${pad(year, 4)}-${pad(month + 1, 2)}`,
});

const YEAR = /^(\d{4})\s*(?:年|ปี)?$/u;
const MONTH = /^(\d{4})\s*(?:[-/.]|年\s*)\s*(\d{1,2})\s*(?:月)?$/u;
const BARE_MONTH = /^(\d{1,2})\s*月$/u;
/** "February 2022", "กุมภาพันธ์ 2022", "2022 Feb", "feb" */
const NAMED = /^(?:(\d{4})\s+)?([^\d\s]+?)\.?(?:,?\s+(\d{4}))?$/u;

/**
 * "2022", "2022-02", "2022年2月", "February 2022", "2月"; without a year, this one. `undefined`: these words are none.
 * @param monthNamed the number of the month that is called so, in any language.
 */
export const parsePeriod = (
  raw: string,
  { thisYear, monthNamed }: { readonly thisYear: number; readonly monthNamed: (name: string) => number | undefined },
): Period | undefined => {
  const typed = raw.normalize("NFKC").trim().toLowerCase();
  const year = YEAR.exec(typed)?.[1];
  if (year !== undefined) return yearPeriod(Number(year));
  const [, inYear, month] = MONTH.exec(typed) ?? [];
  const bare = BARE_MONTH.exec(typed)?.[1];
  const number = Number(month ?? bare ?? 0);
  if (number >= 1 && number <= 12) return monthPeriod(inYear === undefined ? thisYear : Number(inYear), number);
  const [, before, name, after] = NAMED.exec(typed) ?? [];
  const named = name === undefined ? undefined : monthNamed(name);
  return named === undefined ? undefined : monthPeriod(Number(before ?? after ?? thisYear), named);
};
