// @ts-check
/** Times as the reader has them: in the page's language and the zone of whom the reader is. */

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

/** @param {Date} date */
const relative = (date) => {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" }).format(Math.round(seconds / size), unit);
};

/** @param {Date} date @param {string} zone @param {Intl.DateTimeFormatOptions} parts */
const inZone = (date, zone, parts) =>
  new Intl.DateTimeFormat(LANGUAGE, { timeZone: zone, hourCycle: "h23", ...parts }).format(date);

/**
 * Adds the reader's own time to every moment in `root`; again after the reader has become somebody else.
 * @param {ParentNode} root @param {string} zone @param {string} here the words "your time"
 */
export const showTimes = (root, zone, here) => {
  for (const added of root.querySelectorAll(".here")) added.remove();
  for (const time of root.querySelectorAll("time")) {
    const date = new Date(time.dateTime);
    const day = /** @type {const} */ ({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
    const hour = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit" });
    if (time.dataset.style === "clock")
      time.textContent = inZone(date, zone, { day: "numeric", month: "short", ...hour });
    if (time.dataset.style === "relative") time.textContent = relative(date);
    if (time.dataset.style !== "full") continue;
    const added = document.createElement("span");
    added.className = "here";
    added.textContent = ` (${here}: ${inZone(date, zone, { ...day, ...hour, timeZoneName: "short" })})`;
    time.after(added);
  }
};
