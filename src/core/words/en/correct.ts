/** Correcting and taking back what was posted. */
export const correct = {
  notFound: (typed: string): string => `Nothing that was announced lately, or will be soon, begins with “${typed}”.`,
  rewritten: (text: string): string => `It says now: ${text}`,
  correctedIn: (places: string): string => `What is posted already is corrected in place: ${places}.`,
  nothingPosted: "Nothing of it is posted, so there is nothing to take away.",
  over: "Nothing of it is posted or still to go out.",
  withdrawAsk: (what: string): string => `Take “${what}” away?`,
  standsIn: (places: string): string => `It stands in ${places}.`,
  notOutYet: (places: string): string => `In ${places} it is not out yet, and will not be posted.`,
  unclearIn: (places: string): string =>
    `Whether it arrived in ${places} is not known yet. If it did, it is taken away there as well.`,
  byHand: (places: string): string => `In ${places} I do not know which message it is. Please delete it there by hand.`,
  answersStay: "What people answered in its thread is not deleted by this.",
  withdraw: "Take it away everywhere",
  withdrawn: (what: string, places: string): string => `“${what}” is taken away in ${places}.`,
  away: "taken away",
  edit: (what: string): string => `Correct “${what}”…`,
  take: (what: string): string => `Take “${what}” away…`,
  takeIt: "Take it away…",
};
