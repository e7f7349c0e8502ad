/** Countries and regions that the catalogues name in short form: ISO 3166-1 codes. Data files may use these only. */
export const countryCodes = [
  "AU",
  "BD",
  "BR",
  "CA",
  "CN",
  "DE",
  "EG",
  "FI",
  "FR",
  "GB",
  "HK",
  "ID",
  "IN",
  "JP",
  "KE",
  "KH",
  "KR",
  "LA",
  "MM",
  "MO",
  "MX",
  "MY",
  "NG",
  "NP",
  "NZ",
  "PH",
  "SG",
  "TH",
  "TW",
  "US",
  "VN",
  "ZA",
] as const;

export type Country = (typeof countryCodes)[number];

export const isCountry = (code: string): code is Country => countryCodes.some((known) => known === code);
