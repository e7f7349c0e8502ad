/**
 * Places whose name stands for a zone, from west to east: stops of the time strip and words in `when` ("17:00 Tokyo").
 * Labels of ours, not IANA's cities (Beijing's zone is named after Shanghai); their names are in the catalogues.
 */
export const cities = {
  honolulu: "Pacific/Honolulu",
  vancouver: "America/Vancouver",
  "los-angeles": "America/Los_Angeles",
  "mexico-city": "America/Mexico_City",
  chicago: "America/Chicago",
  toronto: "America/Toronto",
  "new-york": "America/New_York",
  "sao-paulo": "America/Sao_Paulo",
  london: "Europe/London",
  lagos: "Africa/Lagos",
  paris: "Europe/Paris",
  berlin: "Europe/Berlin",
  cairo: "Africa/Cairo",
  johannesburg: "Africa/Johannesburg",
  helsinki: "Europe/Helsinki",
  nairobi: "Africa/Nairobi",
  dubai: "Asia/Dubai",
  delhi: "Asia/Kolkata",
  kathmandu: "Asia/Kathmandu",
  dhaka: "Asia/Dhaka",
  bangkok: "Asia/Bangkok",
  jakarta: "Asia/Jakarta",
  hanoi: "Asia/Ho_Chi_Minh",
  singapore: "Asia/Singapore",
  "kuala-lumpur": "Asia/Kuala_Lumpur",
  "hong-kong": "Asia/Hong_Kong",
  beijing: "Asia/Shanghai",
  taipei: "Asia/Taipei",
  manila: "Asia/Manila",
  seoul: "Asia/Seoul",
  tokyo: "Asia/Tokyo",
  sendai: "Asia/Tokyo",
  melbourne: "Australia/Melbourne",
  sydney: "Australia/Sydney",
  auckland: "Pacific/Auckland",
} as const satisfies Readonly<Record<string, string>>;

export type City = keyof typeof cities;

export const isCity = (key: string): key is City => Object.hasOwn(cities, key);

/** "asia/tokyo" → "Asia/Tokyo"; `undefined` for what is no IANA zone (an offset such as +09:00 is none). */
export const toZone = (name: string): string | undefined => {
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};
