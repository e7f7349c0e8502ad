import type { Network } from "../network/network.ts";
import { type Wordings, wording } from "../network/wordings.ts";
import type { Language } from "../words/language.ts";
import { type Words, wordsIn } from "../words/words.ts";

/** In which language something is said, and what of the network every text needs: its zone and its cities. */
export interface Voice {
  readonly language: Language;
  readonly words: Words;
  /** The zone that written-out times are in. */
  readonly zone: string;
  readonly strip: readonly string[];
}

export const toVoice = (language: Language, network: Network, zone: string = network.zone): Voice => ({
  language,
  words: wordsIn(language),
  zone,
  strip: network.strip,
});

/** A text of the record in this language, else openly in the one it has. */
export const say = (voice: Voice, wordings: Wordings): string => wording(wordings, voice.language);
