// @ts-check
/** Times as the reader has them: in the page's language, the zone of whom the reader is, and by the playground's clock. */

/** "en" alone would be written the American way, month first; the bot writes the day first. */
const LANGUAGE = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
/** From the longest unit down, in seconds. @type {readonly [Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const DAY = /** @type {const} */ ({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const HOUR = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit" });

let ahead = Number(document.body.dataset.ahead ?? 0);
/** @param {number} ms how far the playground's clock is ahead */
export const putAhead = (ms) => {
  ahead = ms;
};
/** What time it is in the playground. */
export const now = () => new Date(Date.now() + ahead);

/** @param {Date} date */
export const relative = (date) => {
  const seconds = (date.getTime() - now().getTime()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" }).format(Math.round(seconds / size), unit);
};

/** @param {Date} date @param {string} zone @param {Intl.DateTimeFormatOptions} parts */
const inZone = (date, zone, parts) =>
  new Intl.DateTimeFormat(LANGUAGE, { timeZone: zone, hourCycle: "h23", ...parts }).format(date);

/** Day and hour, in full. @param {Date} date @param {string} zone */
export const written = (date, zone) => inZone(date, zone, { ...DAY, ...HOUR });

/** "Asia/Bangkok, GMT+7" @param {string} zone */
export const zoneName = (zone) => {
  const parts = new Intl.DateTimeFormat(LANGUAGE, { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(now());
  return `${zone.replaceAll("_", " ")}, ${parts.find(({ type }) => type === "timeZoneName")?.value ?? ""}`;
};

/**
 * Adds the reader's own time to every moment in `root`; again after the reader has become somebody else.
 * @param {ParentNode} root @param {string} zone @param {string} here the words "your time"
 */
export const showTimes = (root, zone, here) => {
  for (const added of root.querySelectorAll(".here")) added.remove();
  for (const time of root.querySelectorAll("time")) {
    const date = new Date(time.dateTime);
    if (time.dataset.style === "clock")
      time.textContent = inZone(date, zone, { day: "numeric", month: "short", ...HOUR });
    if (time.dataset.style === "relative") time.textContent = relative(date);
    if (time.dataset.style !== "full") continue;
    const added = document.createElement("span");
    added.className = "here";
    added.textContent = ` (${here}: ${inZone(date, zone, { ...DAY, ...HOUR, timeZoneName: "short" })})`;
    time.after(added);
  }
};
