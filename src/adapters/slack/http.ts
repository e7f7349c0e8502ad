import { createHmac, timingSafeEqual } from "node:crypto";
import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import { wordOf } from "./fault.ts";
import { createSeen } from "./seen.ts";
import type { Entrance } from "./socket.ts";

/** Slack's requests over HTTP: signed, in time, each once, and answered within its three seconds. */

/** Slack: older than five minutes may be a replay (docs, verifying requests); a clock that far ahead is as wrong. */
const SKEW_S = 300;
/** Slack shows a failure after 3 s; what nobody acknowledged by then is answered with nothing. */
const ACK_MS = 2800;

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

interface Signed {
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** Why a request is not one that Slack signed now; `bare`: nobody even claims that. */
type Flaw = "bare" | "secret" | "time";

/** Several signatures stand in one header with a comma, and are none. */
const flawOf = ({ headers, bytes }: Signed, secret: string, nowMs: number): Flaw | undefined => {
  const at = headers.get("x-slack-request-timestamp") ?? "";
  const signature = headers.get("x-slack-signature") ?? "";
  if (!/^\d{1,11}$/u.test(at) || !/^v0=[0-9a-f]{64}$/u.test(signature)) return "bare";
  const expected = createHmac("sha256", secret).update(`v0:${at}:`).update(bytes).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature.slice(3), "hex"))) return "secret";
  return Math.abs(nowMs / 1000 - Number(at)) > SKEW_S ? "time" : undefined;
};

/** The only place where a wrong secret or a wrong clock shows: Slack tells people no more than that something failed. */
const FLAWS: Readonly<Record<Exclude<Flaw, "bare">, string>> = {
  secret:
    "A request was not signed with SLACK_SIGNING_SECRET, and is refused. When commands fail in Slack, copy it anew: the app's page → Basic Information → App Credentials → Signing Secret",
  time: "A request of Slack's is more than five minutes off, and is refused. When commands fail in Slack, set this machine's clock right",
};
/** Anybody may send what is not signed: that fills no log. */
const TOLD_MS = 60_000;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Events are JSON; commands a form; presses and forms a form with JSON in `payload`. `undefined` for anything else. */
const toBody = ({ headers, bytes }: Signed): Json | undefined => {
  const type = headers.get("content-type") ?? "";
  // Slack writes UTF-8, packed in nothing.
  if (headers.has("content-encoding")) return undefined;
  if (/charset=(?!"?utf-8)/iu.test(type)) return undefined;
  const text = bytes.toString("utf8");
  if (/^application\/json\b/iu.test(type)) {
    const read = parse(text);
    return isJson(read) ? read : undefined;
  }
  if (!/^application\/x-www-form-urlencoded\b/iu.test(type)) return undefined;
  const form = new URLSearchParams(text);
  // Whatever else stands beside it.
  if (form.has("ssl_check")) return { ssl_check: "" };
  const payload = form.get("payload");
  if (payload === null) return Object.fromEntries(form);
  const read = parse(payload);
  return isJson(read) ? read : undefined;
};

const nothing = (status: number): Response => new Response(null, { status });

/** What an acknowledgement says: words, an object, or nothing. */
const toResponse = (said: unknown): Response => {
  if (said === undefined || said === "") return nothing(200);
  return typeof said === "string" ? new Response(said) : Response.json(said);
};

/** Hands one request to Bolt's listeners, and answers with what they acknowledge. */
const hand = async (app: App, body: Json, { headers, log }: { headers: Headers; log: Log }): Promise<Response> => {
  const answered = Promise.withResolvers<Response>();
  const timer = setTimeout(() => {
    log.warn({}, "A request of Slack's was not acknowledged in time");
    answered.resolve(nothing(200));
  }, ACK_MS);
  const retryNum = Number(headers.get("x-slack-retry-num") ?? "");
  const event: ReceiverEvent = {
    body,
    ...(retryNum > 0 && { retryNum, retryReason: headers.get("x-slack-retry-reason") ?? "" }),
    ack: async (said?: unknown) => answered.resolve(toResponse(said)),
  };
  app
    .processEvent(event)
    // A form that nobody answered must not close as if all were well: Slack says that something went wrong, and keeps it open.
    .then(() => answered.resolve(nothing(body.type === "view_submission" ? 500 : 200)))
    .catch((error: unknown) => {
      log.error({ word: wordOf(error) }, "A request of Slack's failed here");
      answered.resolve(nothing(500));
    });
  try {
    return await answered.promise;
  } finally {
    clearTimeout(timer);
  }
};

/** @param given.signingSecret of the app's page; never empty. */
export const createHttp = (given: {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when requests can come in. */
  readonly changed: (isConnected: boolean) => void;
}): Entrance & { readonly answer: (request: Request) => Promise<Response> } => {
  let app: App | undefined;
  let open = false;
  const isSeen = createSeen();
  const told = new Map<Flaw, number>();
  const tell = (flaw: Flaw, nowMs: number): void => {
    if (flaw === "bare" || (told.get(flaw) ?? 0) > nowMs) return;
    told.set(flaw, nowMs + TOLD_MS);
    given.log.warn({}, FLAWS[flaw]);
  };
  const receiver: Receiver = {
    init: (bolt) => {
      app = bolt;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  return {
    receiver,
    start: async () => {
      open = true;
      given.changed(true);
    },
    stop: async () => {
      open = false;
    },
    answer: async (received) => {
      const request: Signed = { headers: received.headers, bytes: Buffer.from(await received.arrayBuffer()) };
      const nowMs = given.clock.now().epochMilliseconds;
      const body = toBody(request);
      // Slack looks whether the certificate holds, and signs nothing: it never reaches anybody.
      if (body?.ssl_check !== undefined) return nothing(200);
      const flaw = flawOf(request, given.signingSecret, nowMs);
      if (flaw !== undefined) {
        tell(flaw, nowMs);
        return nothing(401);
      }
      if (body === undefined) return nothing(400);
      if (body.type === "url_verification") return Response.json({ challenge: body.challenge });
      if (app === undefined || !open) return nothing(503);
      // The same signature comes again only when somebody replays it.
      if (isSeen(request.headers.get("x-slack-signature") ?? "")) return nothing(200);
      return hand(app, body, { headers: request.headers, log: given.log });
    },
  };
};
