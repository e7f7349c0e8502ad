import { createHmac } from "node:crypto";
import type { Json } from "./rules.ts";
import type { Sockets } from "./socket.ts";

/** Slack's requests over HTTP: form or JSON by kind, signed, with three seconds for the answer. */

const ACK_MS = 3000;

export const sign = (secret: string, body: string, at = Math.floor(Date.now() / 1000)): Record<string, string> => ({
  "x-slack-request-timestamp": String(at),
  "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex")}`,
});

const FORM = "application/x-www-form-urlencoded";

const write = (type: Parameters<Sockets["deliver"]>[0], payload: Json): { type: string; body: string } => {
  if (type === "events_api") return { type: "application/json", body: JSON.stringify(payload) };
  if (type === "interactive")
    return { type: FORM, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]);
  return { type: FORM, body: new URLSearchParams(fields).toString() };
};

/** The same requests by HTTP to this address; people see the same words when none comes in time. */
export const overHttp =
  (target: { readonly url: string; readonly secret: string }, acknowledged: number[]): Sockets["deliver"] =>
  async (type, payload, more = {}) => {
    const { type: contentType, body } = write(type, payload);
    const reason = more.retry_reason === "timeout" ? "http_timeout" : String(more.retry_reason ?? "http_error");
    const retry: Record<string, string> =
      more.retry_attempt === undefined
        ? {}
        : { "x-slack-retry-num": String(more.retry_attempt), "x-slack-retry-reason": reason };
    const begun = performance.now();
    const answer = await fetch(target.url, {
      method: "POST",
      headers: { "content-type": contentType, ...sign(target.secret, body), ...retry },
      body,
      signal: AbortSignal.timeout(ACK_MS),
    }).catch(() => undefined);
    if (answer === undefined) throw new Error("operation_timeout");
    if (!answer.ok) throw new Error("dispatch_failed");
    acknowledged.push(performance.now() - begun);
    const said = await answer.text();
    return said === "" ? {} : (JSON.parse(said) as Json);
  };
