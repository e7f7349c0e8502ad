/** Facts first, then one sentence. Never a token, a body, or what a person wrote. pino fits as it is. */
export interface Log {
  debug(facts: object, said: string): void;
  info(facts: object, said: string): void;
  warn(facts: object, said: string): void;
  error(facts: object, said: string): void;
}
