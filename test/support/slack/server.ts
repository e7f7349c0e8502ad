import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { wrap } from "./events.ts";
import { overHttp } from "./http.ts";
import { methods } from "./methods.ts";
import { createSlackOauth, type SlackOauth } from "./oauth.ts";
import { pingsOf } from "./pings.ts";
import { createRates } from "./rates.ts";
import { createRedelivery, type Redelivery, withRetries } from "./retry.ts";
import type { Json } from "./rules.ts";
import { listOf } from "./rules.ts";
import { slackSchemas } from "./schemas.ts";
import { createSockets, type Sockets } from "./socket.ts";
import { type Bot, checkBlocks, createWorkspace, newTs, type Team, TOKENS, type Workspace, withIds } from "./state.ts";

/** Slack on loopback: the Web API over HTTP and Socket Mode over a web socket, on one port. Strict, and everything is written down. */

/** What happens to the next chat.postMessage. `word`: Slack's error word with HTTP 200. */
export type Trouble =
  | { readonly kind: "word"; readonly word: string; readonly retryAfter?: string }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  | { readonly kind: "lose" }
  | { readonly kind: "hang" }
  | { readonly kind: "cut" }
  | { readonly kind: "channel"; readonly channel: string };

export interface LoopbackSlack {
  readonly workspace: Workspace;
  readonly oauth: SlackOauth;
  /** The same Slack, seen from another workspace. */
  within(team: Team, bot: Bot): LoopbackSlack;
  readonly sockets: Sockets;
  readonly redelivery: Redelivery;
  /** From now on Slack sends its requests to this address, signed with this secret; `undefined`: by Socket Mode again. */
  speakHttp(target: { readonly url: string; readonly secret: string } | undefined): void;
  readonly url: string;
  readonly violations: readonly string[];
  /** Every request to the Web API and to response_urls: method and arguments, in order. */
  readonly requests: {
    readonly method: string;
    readonly args: Json;
    readonly body: string;
    readonly token?: string | undefined;
  }[];
  /** The next post fails so; more of them queue up. */
  trouble(next: Trouble): void;
  /** Every call of a method answers with this word from now on. */
  refuse(method: string, word: string | undefined): void;
  /** Every call of a method answers 429 from now on; `retryAfter` is the header, left out where `undefined`. */
  limit(method: string, limit: { readonly retryAfter?: string } | undefined): void;
  /** Milliseconds that the answer of a method takes. */
  slow(method: string, ms: number): void;
  /** Slack's 1 message a second and channel, with bursts of three. */
  limitPosts(limited: boolean): void;
  responseUrl(trigger: string): string;
  /** Every response_url sends on to this address from now on. */
  redirect(url: string): void;
  /** Sockets are opened at this address from now on. */
  linkTo(url: string): void;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
};

/** JSON, or a form whose complex values are JSON; Slack takes both. */
const toArguments = (body: string, type: string): Json => {
  if (type.startsWith("application/json")) return body === "" ? {} : JSON.parse(body);
  const parsed = Object.fromEntries(new URLSearchParams(body));
  return Object.fromEntries(
    Object.entries(parsed).map(([key, value]) => [key, /^[[{]/u.test(value) ? JSON.parse(value) : value]),
  );
};

const RESPONSE_KEYS = [
  "text",
  "blocks",
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "unfurl_links",
  "unfurl_media",
  "mrkdwn",
];

/** Five uses within half an hour; `replace_original` changes what was pressed, private or public. */
const respond = async (workspace: Workspace, trigger: string, args: Json): Promise<readonly [number, string]> => {
  const interaction = workspace.interactions.get(trigger);
  if (interaction === undefined || interaction.channel === undefined) return [404, "invalid_url"];
  if (workspace.now() - interaction.at > 30 * 60_000) return [404, "expired_url"];
  if (++interaction.uses > 5) return [404, "used_url"];
  workspace.violations.push(
    ...Object.keys(args).flatMap((key) => (RESPONSE_KEYS.includes(key) ? [] : [`a response has no ${key}`])),
  );
  const blocks = listOf(args.blocks);
  if (blocks.length === 0 && !args.text) return [400, "no_text"];
  if ((await checkBlocks(workspace, blocks)).length > 0) return [400, "invalid_blocks"];
  if (JSON.stringify(blocks).length > 12_000) {
    workspace.violations.push("msg_blocks_too_long");
    return [400, "msg_blocks_too_long"];
  }
  const content = { text: String(args.text ?? ""), blocks: withIds(blocks), raw: args };
  const { ephemeral, message, channel, user } = interaction;
  if (args.replace_original === true && ephemeral !== undefined) {
    Object.assign(ephemeral, content);
    interaction.show({ kind: "ephemeral", ephemeral, replaced: true });
  } else if (args.replace_original === true && message !== undefined) {
    Object.assign(message, content);
  } else if (args.response_type === "in_channel") {
    workspace.channels.get(channel)?.messages.push({
      ts: newTs(),
      thread: undefined,
      metadata: undefined,
      pings: pingsOf(workspace, args),
      ...content,
    });
  } else {
    interaction.show({ kind: "ephemeral", ephemeral: { id: newTs(), channel, user, ...content }, replaced: false });
  }
  return [200, "ok"];
};

const tokenIn = (request: IncomingMessage): string | undefined =>
  /^Bearer (\S+)$/u.exec(request.headers.authorization ?? "")?.[1];

/** The workspace that a token speaks for, or Slack's word for why it speaks for none. */
const authorize = (
  first: Workspace,
  token: string | undefined,
  { oauth, opening }: { oauth: SlackOauth; opening: boolean },
): Workspace | Json => {
  const no = (error: string): Json => ({ ok: false, error });
  if (token === undefined) return no("not_authed");
  const isBot = /^(?:xoxe\.)?xoxb-/u.test(token);
  if (opening ? isBot : token.startsWith("xapp-")) return no("not_allowed_token_type");
  const grant = oauth.grants.get(token);
  if (grant !== undefined) {
    if (grant.revoked) return no("token_revoked");
    return grant.endsAt !== undefined && grant.endsAt <= oauth.now() ? no("token_expired") : grant.workspace;
  }
  if (token !== (opening ? TOKENS.app : TOKENS.bot)) return no("invalid_auth");
  return first.revoked ? no("token_revoked") : first;
};
const isWorkspace = (found: Workspace | Json): found is Workspace => "channels" in found;

const limitedFor = (retryAfter: string | undefined): readonly [number, string, Record<string, string>] => [
  429,
  JSON.stringify({ ok: false, error: "ratelimited" }),
  retryAfter === undefined ? {} : { "retry-after": retryAfter },
];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const openLoopbackSlack = async (): Promise<LoopbackSlack> => {
  // Made beforehand: it holds the event loop for more than a second, and triggers would expire meanwhile.
  await slackSchemas();
  const first = createWorkspace();
  const oauth = createSlackOauth();
  const workspaces = [first];
  const sockets = createSockets(first);
  let once = sockets.deliver;
  const redelivery = createRedelivery();
  const deliver = withRetries(() => once, redelivery);
  // What nobody is there to hear is lost, once Slack has tried three times.
  const listen = (workspace: Workspace): void => {
    workspace.tell = (event) => void deliver("events_api", wrap(event, workspace)).catch(() => undefined);
  };
  listen(first);
  const requests: LoopbackSlack["requests"] = [];
  const troubles: Trouble[] = [];
  const refused = new Map<string, string>();
  const limits = new Map<string, { readonly retryAfter?: string }>();
  const slowed = new Map<string, number>();
  const rates = createRates(() => first.now());
  let url = "";
  let link: string | undefined;
  let elsewhere: string | undefined;

  const send = (
    response: ServerResponse,
    [status, body, headers]: readonly [number, string, Record<string, string>?],
    workspace = first,
  ): void => {
    const scopes = { "x-oauth-scopes": [...workspace.scopes].join(",") };
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...scopes, ...headers }).end(body);
  };
  const disturb = async (
    trouble: Trouble,
    response: ServerResponse,
    { args, workspace }: { args: Json; workspace: Workspace },
  ): Promise<void> => {
    const after = (seconds: string | undefined): Record<string, string> =>
      seconds === undefined ? {} : { "retry-after": seconds };
    if (trouble.kind === "word")
      return send(response, [200, JSON.stringify({ ok: false, error: trouble.word }), after(trouble.retryAfter)]);
    if (trouble.kind === "status")
      return send(response, [trouble.status, trouble.body ?? "", after(trouble.retryAfter)]);
    if (trouble.kind === "hang") return;
    const answer = trouble.kind === "cut" ? {} : await methods["chat.postMessage"]?.(workspace, args);
    if (trouble.kind === "channel")
      return send(response, [200, JSON.stringify({ ...answer, channel: trouble.channel })]);
    response.socket?.destroy();
  };
  const callMethod = async (method: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const args = toArguments(body, request.headers["content-type"] ?? "");
    const token = tokenIn(request);
    requests.push({ method, args, body, token });
    await pause(slowed.get(method) ?? 0);
    const opening = method === "apps.connections.open";
    if (method === "api.test") return send(response, [200, JSON.stringify({ ok: true, args })]);
    const asksNoToken = method === "oauth.v2.access";
    const workspace = asksNoToken ? first : authorize(first, token, { oauth, opening });
    if (!isWorkspace(workspace)) return send(response, [200, JSON.stringify(workspace)]);
    const limitOf = limits.get(method);
    if (limitOf !== undefined) return send(response, limitedFor(limitOf.retryAfter));
    const wait = rates.refuse(method, {
      token: request.headers.authorization ?? "",
      channel: args.channel as string | undefined,
    });
    if (wait !== undefined) return send(response, limitedFor(String(wait)));
    const word = refused.get(method);
    if (word !== undefined) return send(response, [200, JSON.stringify({ ok: false, error: word })]);
    if (asksNoToken) return send(response, [200, JSON.stringify(oauth.access(args, request.headers.authorization))]);
    if (opening)
      return send(response, [
        200,
        JSON.stringify({ ok: true, url: link ?? `${url.replace("http", "ws")}/link/?ticket=${sockets.ticket()}` }),
      ]);
    if (method === "chat.postMessage") {
      const trouble = troubles.shift();
      if (trouble !== undefined) return disturb(trouble, response, { args, workspace });
    }
    const answer = methods[method];
    if (answer === undefined) first.violations.push(`there is no method ${method}`);
    const said = (await answer?.(workspace, args)) ?? { ok: false, error: "unknown_method" };
    send(response, [200, JSON.stringify(said)], workspace);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, kind, name = ""] = new URL(request.url ?? "/", url).pathname.split("/");
    if (request.method !== "POST") return send(response, [405, ""]);
    if (kind === "api") return callMethod(name, request, response);
    if (kind !== "response") return send(response, [404, ""]);
    if (elsewhere !== undefined) return send(response, [307, "", { location: elsewhere }]);
    const body = await readBody(request);
    const args = toArguments(body, request.headers["content-type"] ?? "");
    requests.push({ method: "response_url", args, body });
    const asked = workspaces.find(({ interactions }) => interactions.has(name));
    send(response, await respond(asked ?? first, name, args));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      first.violations.push(`the server failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.on("upgrade", sockets.upgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const loopback: LoopbackSlack = {
    workspace: first,
    oauth,
    within: (team, bot) => {
      const known = workspaces.find((one) => one.team.id === team.id);
      const workspace = known ?? createWorkspace(team, bot);
      if (known === undefined) {
        workspaces.push(workspace);
        listen(workspace);
      }
      return { ...loopback, workspace };
    },
    sockets: { ...sockets, deliver },
    redelivery,
    speakHttp: (target) => {
      once = target === undefined ? sockets.deliver : overHttp(target, sockets.acknowledged);
    },
    url: `${url}/api/`,
    get violations() {
      return workspaces.flatMap(({ violations }) => violations);
    },
    requests,
    trouble: (next) => troubles.push(next),
    refuse: (method, word) => (word === undefined ? refused.delete(method) : refused.set(method, word)),
    limit: (method, given) => (given === undefined ? limits.delete(method) : limits.set(method, given)),
    slow: (method, ms) => slowed.set(method, ms),
    limitPosts: rates.pace,
    redirect: (given) => {
      elsewhere = given;
    },
    linkTo: (given) => {
      link = given;
    },
    responseUrl: (trigger) => `${url}/response/${trigger}`,
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return loopback;
};
