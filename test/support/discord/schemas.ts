import { isDeepStrictEqual } from "node:util";
// @ts-expect-error TS7016: the package ships no declarations for /zod
import * as spec from "discord-api-spec/zod";
import * as z from "zod/mini";

/** What a body must look like, by schemas made from Discord's own OpenAPI document (npm discord-api-spec). */

const schemas: ReadonlyMap<string, z.ZodMiniType> = new Map(Object.entries(spec));

const of = (name: string): z.ZodMiniType => {
  const schema = schemas.get(`${name}Schema`);
  if (schema === undefined) throw new Error(`discord-api-spec has no ${name}`);
  return schema;
};

const callbacks: Readonly<Record<number, z.ZodMiniType>> = {
  1: of("PongInteractionCallbackRequest"),
  4: of("CreateMessageInteractionCallbackRequest"),
  5: of("CreateMessageInteractionCallbackRequest"),
  6: of("UpdateMessageInteractionCallbackRequest"),
  7: of("UpdateMessageInteractionCallbackRequest"),
  8: of("ApplicationCommandAutocompleteCallbackRequest"),
  9: of("ModalInteractionCallbackRequest"),
};

const bodies: readonly (readonly [string, RegExp, z.ZodMiniType])[] = [
  ["PUT", /^\/applications\/\d+\/commands$/u, z.array(of("ApplicationCommandUpdateRequest"))],
  ["POST", /^\/users\/@me\/channels$/u, of("CreatePrivateChannelRequest")],
  ["POST", /^\/channels\/\d+\/messages$/u, of("MessageCreateRequest")],
  ["POST", /^\/channels\/\d+\/messages\/\d+\/threads$/u, of("CreateTextThreadWithMessageRequest")],
  ["POST", /^\/channels\/\d+\/threads$/u, of("CreateForumThreadRequest")],
  ["PATCH", /^\/channels\/\d+\/messages\/\d+$/u, of("MessageEditRequestPartial")],
  ["PATCH", /^\/channels\/\d+$/u, of("UpdateThreadRequestPartial")],
  ["PATCH", /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/u, of("IncomingWebhookUpdateRequestPartial")],
  ["POST", /^\/webhooks\/\d+\/[^/]+$/u, of("IncomingWebhookInteractionRequest")],
];

const find = (method: string, path: string, body: unknown): z.ZodMiniType | undefined => {
  if (!/^\/interactions\/\d+\/[^/]+\/callback$/u.test(path))
    return bodies.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2];
  const type = typeof body === "object" && body !== null && "type" in body ? Number(body.type) : Number.NaN;
  return callbacks[type];
};

/** "" when the body is allowed, else what is wrong with it. */
export const objection = (method: string, path: string, body: unknown): string => {
  const schema = find(method, path, body);
  if (schema === undefined) return `no schema for ${method} ${path}`;
  // The document says number; Discord and discord.js write a string.
  const given: unknown = JSON.parse(JSON.stringify(body), (key, value) =>
    key === "default_member_permissions" && /^\d+$/u.test(String(value)) ? Number(value) : value,
  );
  const read = z.safeParse(schema, given);
  if (!read.success) return z.prettifyError(read.error);
  // The schemas drop unknown keys in silence.
  return isDeepStrictEqual(read.data, given) ? "" : "unknown key";
};
