import type { Wordings } from "./wordings.ts";

/** What somebody is in one webinar. Rank (rank.ts) is for the network. */
export type Role = "speaker" | "discussant" | "moderator";
export const roles: readonly Role[] = ["speaker", "discussant", "moderator"];

/** Who stands in the record. Only what the person or the network has published; nothing is ever guessed. */
export interface Person {
  readonly key: string;
  /** "Dr.", as published. */
  readonly title: string | undefined;
  /** The name as published, in Latin script and in the order given. */
  readonly name: string;
  readonly family: string | undefined;
}

/** A country or region is an ISO 3166 code; its name comes from our catalogue. */
export interface Institution {
  readonly key: string;
  readonly name: Wordings;
  readonly country: string;
}

/** A person in one webinar, with the affiliation held at the time. */
export interface Part {
  readonly person: Person;
  readonly at: Institution | undefined;
}

/** "Dr. Jing Liu" */
export const fullName = (person: Person): string =>
  person.title === undefined ? person.name : `${person.title} ${person.name}`;
