/**
 * Secrets by their shape. A test's own tokens are much shorter than real ones ("xoxb-1111-2222-loopback"), or plainly not
 * random ("c0ffee00…"): so none has to be excused by name.
 */
const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ["a Discord token", /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g],
  ["a Slack token", /\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w-]{30,}/g],
  ["an address that posts", /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{20,}|\/api\/webhooks\/\d{17,}\/[\w-]{60,}/g],
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  // Slack's signing and client secrets; of random ones nearly all have ten different digits and more.
  ["a Slack secret", /(?<![\w-])[0-9a-f]{32}(?![\w-])/g],
];

/** What stands in this text that nobody may read; never the secret itself. */
export const secretsIn = (text: string): readonly string[] =>
  SHAPES.flatMap(([what, shape]) =>
    [...text.matchAll(shape)]
      .filter(([found]) => what !== "a Slack secret" || new Set(found).size >= 9)
      .map(({ index }) => `${what} in line ${text.slice(0, index).split("\n").length}`),
  );
