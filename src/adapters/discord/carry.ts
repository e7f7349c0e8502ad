import { PlatformError } from "../../core/bot/errors.ts";

/**
 * How a press travels in a custom_id of at most 100 characters, unique in its message (Discord: docs, components/reference):
 *
 *   press^N          a button; N is 0–9 or a–z, its place among the buttons and choices of the message
 *   press^Noption    a choice: what is picked comes back as this option
 *   press^N          a choice whose option does not fit: each value is then `option=value`
 *   press~marker     the button that a post is found again by; the marker is the delivery's id
 *
 * Exactly one such ending is always there and its characters hold neither ^ nor ~, so a press may end in anything.
 */
const CUSTOM_ID = 100;
const ENDING = /(?:~[a-z2-7]{24}|\^[0-9a-z](?<option>[a-z0-9-]{0,32}))$/u;

const checked = (id: string): string => {
  if (id.length > CUSTOM_ID) throw new PlatformError("content", "press too long");
  return id;
};

/** @param place 0–35; forty components a message leave room for 32 buttons at most. */
export const toButtonId = (press: string, place: number): string => checked(`${press}^${place.toString(36)}`);

export const toMarkedId = (press: string, marker: string): string => checked(`${press}~${marker}`);

export const canBeMarked = (press: string, marker: string): boolean => press.length + 1 + marker.length <= CUSTOM_ID;

export const isMarkedBy = (id: unknown, marker: string): boolean => typeof id === "string" && id.endsWith(`~${marker}`);

/** The marker that an id ends in, if it does. */
export const markerIn = (id: string): string | undefined => /~([a-z2-7]{24})$/u.exec(id)?.[1];

/** The custom_id of a choice, and how its values are written. */
export const toChoiceId = (
  { press, option }: { readonly press: string; readonly option: string },
  place: number,
): { readonly id: string; readonly write: (value: string) => string } => {
  const bare = toButtonId(press, place);
  return bare.length + option.length <= CUSTOM_ID
    ? { id: `${bare}${option}`, write: (value) => value }
    : { id: bare, write: (value) => `${option}=${value}` };
};

/** What a custom_id carried. Total: an unknown one is a press as it stands, for the bot to refuse. */
export const fromCustomId = (id: string): { readonly press: string; readonly option: string } => {
  const ending = ENDING.exec(id);
  return ending === null
    ? { press: id, option: "" }
    : { press: id.slice(0, ending.index), option: ending.groups?.option ?? "" };
};

/** What was picked of a choice, as option and value. */
export const fromChoice = (option: string, value: string): readonly [string, string] => {
  if (option !== "") return [option, value];
  const mark = value.indexOf("=");
  return [value.slice(0, Math.max(mark, 0)), value.slice(mark + 1)];
};
