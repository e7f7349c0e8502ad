import * as z from "zod";
import { isCity, toZone } from "../core/time/city.ts";
import { isCountry } from "../core/words/countries.ts";
import { languages } from "../core/words/language.ts";

/** What the files of `data/` may hold. Every sentence below is read by whoever edits them. */

const key = z
  .string()
  // A public button carries it (core/bot/press.ts), beside a command and Discord's marker.
  .max(45, "is too long: 45 characters at most")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a key of small letters, digits and hyphens, such as jing-liu");
const line = z.string().trim().min(1, "must not be empty").max(500, "is too long: 500 characters at most");
const paragraph = z.string().trim().min(1, "must not be empty").max(4000, "is too long: 4,000 characters at most");
const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag, such as en, ja or zh-Hans");
const worded = (text: z.ZodString) =>
  z.record(tag, text).refine((all) => Object.keys(all).length > 0, "needs at least one language, such as { en: … }");
const country = z.string().refine(isCountry, "must be an ISO 3166 code that the catalogues know, such as JP or GB");
const zone = z.string().refine((name) => toZone(name) === name, "must be an IANA zone, such as Asia/Tokyo");
const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
const link = z.url({ protocol: /^https?$/, error: "must be an address that begins with https://" });

export const networkShape = z.strictObject({
  name: line.optional(),
  zone,
  language: z.enum(languages, `must be one of ${languages.join(", ")}`),
  strip: z
    .array(z.string().refine(isCity, "must be a city that Rostrum knows, such as tokyo"))
    .min(1, "needs at least one city"),
});
export const seriesShape = z.strictObject({ series: key, name: worded(line) });
const institution = z.strictObject({ name: worded(line), country });
export const institutionsShape = z.record(key, institution);
const person = z.strictObject({ title: line.optional(), name: line, family: line.optional() });
export const peopleShape = z.record(key, person);

const part = { person: key, at: key.optional() };
const talk = z.strictObject({
  speaker: z.strictObject(part),
  title: worded(line).optional(),
  about: worded(line).optional(),
  subject: z.strictObject({ name: worded(line), country }).optional(),
});
const hour = z.strictObject({
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "17:00"'),
  zone,
  minutes: z.int().min(5, "must be 5 at least").max(1440, "must be 1,440 at most"),
});
export const webinarShape = z.strictObject({
  webinar: key,
  series: key.optional(),
  edition: z.int().min(1, "must be 1 at least").optional(),
  sample: z.boolean().optional(),
  status: z.enum(["draft", "planned", "held", "cancelled"], "must be draft, planned, held or cancelled"),
  title: worded(line),
  subtitle: worded(line).optional(),
  date: z
    .string()
    .refine(
      (text) => text === "next-saturday" || isDay(text),
      'must be a day such as "2022-02-19", in quotation marks',
    ),
  hour: hour.optional(),
  link: link.optional(),
  institutions: institutionsShape.optional(),
  people: peopleShape.optional(),
  talks: z.array(talk).default([]),
  roles: z
    .array(z.strictObject({ role: z.enum(["discussant", "moderator"], "must be discussant or moderator"), ...part }))
    .default([]),
  questions: z.array(z.strictObject({ label: worded(line), text: worded(paragraph) })).default([]),
  attendance: z
    .strictObject({ participants: z.int().min(0), countriesAndRegions: z.int().min(1).optional() })
    .optional(),
  outcome: worded(paragraph).optional(),
});

export type NetworkFile = z.infer<typeof networkShape>;
export type SeriesFile = z.infer<typeof seriesShape>;
export type WebinarFile = z.infer<typeof webinarShape>;
export type Institutions = z.infer<typeof institutionsShape>;
export type People = z.infer<typeof peopleShape>;
