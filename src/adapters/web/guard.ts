import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";

/** Nothing from elsewhere, nothing inline; the page's forms are sent by its script only. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

export const secured: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
};

const LOOPBACK: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host) || host === "::1";

/** As this machine's own pages name it. */
const isOwnHost = (host: string, port: number): boolean =>
  LOOPBACK.some((name) => host === `${name}:${port}` || (port === 80 && host === name));

/** What proxies say of themselves. */
const PROXIED: readonly string[] = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/** Asked by a browser on this machine, by a name of this machine and through nobody. */
export const isFromHere = (context: Context, port: number): boolean => {
  const address = getConnInfo(context).remote.address?.replace(/^::ffff:/u, "") ?? "";
  return (
    /^127\.|^::1$/u.test(address) &&
    isOwnHost(context.req.header("host")?.toLowerCase() ?? "", port) &&
    PROXIED.every((name) => context.req.header(name) === undefined)
  );
};

/**
 * Only this machine's own pages: a foreign name that was made to point here (DNS rebinding) shows in Host, a foreign
 * page in Origin.
 */
export const onlyOwn =
  (port: () => number): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header("host")?.toLowerCase() ?? "";
    const origin = context.req.header("origin");
    if (!isOwnHost(host, port()) || (origin !== undefined && origin !== `http://${host}`))
      return context.text("Only pages of this bot may ask this.", 403);
    return next();
  };
