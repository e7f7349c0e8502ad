import type { Question } from "../../core/network/question.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import type { Slot } from "../../core/store/slots.ts";

/** "2  Quiet or lively" */
export const numbered = (voice: Voice, { number, label }: Pick<Question, "number" | "label">): string =>
  `${number}  ${say(voice, label)}`;

/** A slot's moment by the wall time and zone that it was given in. */
export const atOf = ({ when, at }: Pick<Slot, "when" | "at">, voice: Voice): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(when.kind === "wall" ? when.zone : voice.zone);
