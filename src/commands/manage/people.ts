import type { Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { toLabel } from "../../core/bot/plain.ts";
import type { Press } from "../../core/bot/press.ts";
import { fold } from "../../core/network/fold.ts";
import { fullName, type Person } from "../../core/network/person.ts";
import { freeKey, listInstitutions } from "../../core/store/manage.ts";
import { findAnybody, readPerson } from "../../core/store/people.ts";
import { putInstitution, putPerson } from "../../core/store/record.ts";
import { readNetwork } from "../../core/store/spaces.ts";

/** Who is surely meant to be new to the record, whoever else is called alike. */
const NEW = "+";
const SEVERAL = 5;
const TITLE = /^(Dr|Prof|Professor|Mr|Ms|Mrs)\.?\s+(?=\S)/iu;

const isCalled = (typed: string) => (person: Person) =>
  [person.name, fullName(person)].some(
    (name) => fold(name) === fold(typed.replace(TITLE, "")) || fold(name) === fold(typed),
  );

/**
 * The person meant: by key or by the whole name; one who is new is taken in, but never one who may be there already.
 * @param again the same with this person, for the buttons that ask who is meant.
 */
export const personFor = async (
  speaker: string,
  { tools, again }: { readonly tools: Tools; readonly again: (speaker: string) => Press },
): Promise<string> => {
  const exact = await readPerson(tools.trx, speaker);
  if (exact !== undefined) return exact.key;
  const isNew = speaker.startsWith(NEW);
  const typed = isNew ? speaker.slice(NEW.length).trim() : speaker;
  const alike = isNew ? [] : await findAnybody(tools.trx, typed, SEVERAL);
  const same = alike.filter(isCalled(typed));
  if (same.length === 1) return same[0]?.key ?? "";
  if (alike.length > 0)
    throw new UserError((words) => words.manage.severalPeople(typed), {
      offer: (words) => [
        ...alike.map((one) => ({ label: toLabel(fullName(one)), press: again(one.key) })),
        { label: toLabel(words.manage.newPerson(typed)), press: again(`${NEW}${typed}`) },
      ],
    });
  const [title] = TITLE.exec(typed) ?? [];
  const name = typed.replace(TITLE, "");
  const key = await freeKey(tools.trx, "people", name);
  await putPerson(tools.trx, { key, title: title && `${title.trim().replace(/\.$/u, "")}.`, name, family: undefined });
  return key;
};

/** The institution meant, by key or name; a new one needs its country or region. */
export const institutionFor = async (
  affiliation: string,
  { country, tools }: { readonly country: string | undefined; readonly tools: Tools },
): Promise<string> => {
  const known = (await listInstitutions(tools.trx)).find(
    ({ key, name }) => key === affiliation || Object.values(name).some((one) => fold(one) === fold(affiliation)),
  );
  if (known !== undefined) return known.key;
  if (country === undefined)
    throw new UserError((words) => words.manage.whichCountry(affiliation), { option: "country" });
  const key = await freeKey(tools.trx, "institutions", affiliation);
  const { language } = await readNetwork(tools.trx);
  await putInstitution(tools.trx, key, { name: { [language]: affiliation }, country });
  return key;
};
