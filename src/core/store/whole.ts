import type { Network } from "../network/network.ts";
import type { Institution, Person } from "../network/person.ts";
import type { Webinar } from "../network/webinar.ts";
import type { Wordings } from "../network/wordings.ts";
import type { Transaction } from "./database.ts";
import { wordingsOf } from "./json.ts";
import { listInstitutions } from "./manage.ts";
import { readNetwork } from "./spaces.ts";
import { readWebinar } from "./webinars.ts";

/** All of the record, drafts included, in the order of the keys. */
export interface Whole {
  readonly network: Network;
  readonly series: readonly { readonly key: string; readonly name: Wordings }[];
  readonly institutions: readonly Institution[];
  readonly people: readonly Person[];
  readonly webinars: readonly Webinar[];
}

export const readWhole = async (trx: Transaction): Promise<Whole> => {
  const series = await trx.selectFrom("series").selectAll().orderBy("key").execute();
  const people = await trx.selectFrom("people").selectAll().orderBy("key").execute();
  const keys = await trx.selectFrom("webinars").select("key").orderBy("key").execute();
  const webinars: Webinar[] = [];
  for (const { key } of keys) {
    const webinar = await readWebinar(trx, key);
    if (webinar !== undefined) webinars.push(webinar);
  }
  return {
    network: await readNetwork(trx),
    series: series.map(({ key, name_json }) => ({ key, name: wordingsOf(name_json) })),
    institutions: await listInstitutions(trx),
    people: people.map(({ key, name, title, family }) => ({
      key,
      name,
      title: title ?? undefined,
      family: family ?? undefined,
    })),
    webinars,
  };
};
