import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** What binds an answer of Slack's to the browser that began: a cookie, and a `state` that only goes with it. */

/** Slack's own libraries give a person ten minutes, too. */
const TICKET_MS = 600_000;

export interface Ticket {
  readonly state: string;
  readonly browser: string;
}

/** Of the cookie's name: `__Host-` takes it from this host by https only (RFC 6265bis). */
const nameOf = (secure: boolean): string => (secure ? "__Host-rostrum-install" : "rostrum-install");

export const toCookie = (browser: string, { secure }: { readonly secure: boolean }): string =>
  [
    `${nameOf(secure)}=${browser}`,
    "Path=/",
    `Max-Age=${browser === "" ? 0 : TICKET_MS / 1000}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
  ].join("; ");

/** The browser that asks; `undefined` for one that was not here, and for a cookie that stands there twice. */
export const fromCookie = (request: Request, { secure }: { readonly secure: boolean }): string | undefined => {
  const ours = (request.headers.get("cookie") ?? "")
    .split(";")
    .map((one) => one.trim().split("="))
    .filter(([name]) => name === nameOf(secure));
  const [, value] = ours.length === 1 ? (ours[0] ?? []) : [];
  return value !== undefined && /^[\w-]{43}$/u.test(value) ? value : undefined;
};

export const createTickets = (secret: string) => {
  const key = Buffer.from(hkdfSync("sha256", secret, "rostrum", "state", 32));
  const sign = (until: string, browser: string): string =>
    createHmac("sha256", key).update(`${until}.${browser}`).digest("base64url");
  return {
    /** For a browser that was here before the same one, so that two tabs do not spoil each other. */
    issue(now: number, before: string | undefined): Ticket {
      const browser = before ?? randomBytes(32).toString("base64url");
      const until = `${(now + TICKET_MS).toString(36)}-${randomBytes(9).toString("base64url")}`;
      return { browser, state: `${until}.${sign(until, browser)}` };
    },
    /** An id by which its one use can be remembered; `undefined` when it is not this browser's, or too old. */
    check({ state, browser }: Ticket, now: number): string | undefined {
      const [, until = "", end = "", mac = ""] = /^((\w+)-[\w-]{12})\.([\w-]{43})$/u.exec(state) ?? [];
      const expected = sign(until, browser);
      if (mac.length !== expected.length || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return undefined;
      return Number.parseInt(end, 36) < now ? undefined : createHash("sha256").update(state).digest("base64url");
    },
  };
};
