import { App, webApi } from "@slack/bolt";
import { message, text } from "../../core/bot/message.ts";
import type { Bot, News } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { wordsIn } from "../../core/words/words.ts";
import { respond } from "./answer.ts";
import { type Identity, toClientOptions } from "./client.ts";
import { createDesk } from "./desk.ts";
import { wordOf } from "./fault.ts";
import { hear } from "./hear.ts";
import { listen, type Tenant, tenantOf } from "./listen.ts";
import { toBoltLogger } from "./quiet.ts";
import type { Entrance } from "./socket.ts";
import { type Tenancy, toEnd, toEnded, toEnvelope } from "./tenancy.ts";

/** Bolt's App: what comes in goes to the workspace that it belongs to, and to no other. */

interface Given {
  readonly apiUrl: string;
  readonly secret: string;
  readonly log: Log;
  readonly tenancy: Tenancy;
  readonly bot: Bot;
  readonly entrance: Entrance;
  /** Where a workspace installs Rostrum again, if that is possible. */
  readonly installUrl: string | undefined;
  readonly clientOf: Clients;
}

/** A client for one workspace, which has its token and cannot have another's. */
export type Clients = (space: string) => webApi.WebClient;

export const createClients = (given: { readonly apiUrl: string; readonly log: Log }, tenancy: Tenancy): Clients => {
  const clients = new Map<string, webApi.WebClient>();
  return (space) => {
    const known = clients.get(space);
    if (known !== undefined) return known;
    const access = {
      token: () => tenancy.tokenOf(space),
      refused: tenancy.refuse.bind(undefined, space),
    };
    const client = new webApi.WebClient(undefined, toClientOptions({ ...given, access }));
    clients.set(space, client);
    return client;
  };
};

const createTenants = ({ bot, apiUrl, secret, log, clientOf }: Given) => {
  const tenants = new Map<string, Tenant>();
  return ({ team: space, bot: botId, user, handle }: Identity): Tenant => {
    const known = tenants.get(space);
    // Installed anew, the bot may be another one.
    if (known?.here.bot === botId && known.here.user === user) return known;
    const client = clientOf(space);
    const tenant = {
      space,
      desk: createDesk(bot, { client, space, log }),
      ways: { client, apiUrl, log },
      here: { space, bot: botId, user, handle, secret },
    };
    tenants.set(space, tenant);
    return tenant;
  };
};

/** Somebody asked in a workspace that we have no token for: the answer needs none. */
const sayInstall = async (body: unknown, { apiUrl, log, installUrl }: Given): Promise<void> => {
  const { response_url: url } = body as { readonly response_url?: unknown };
  if (typeof url !== "string" || installUrl === undefined) return;
  const said = message(text(wordsIn("en").condition.why.install("Slack"), installUrl));
  await respond(said, { url, replace: false }, { apiUrl, log });
};

/** @param tell what was heard without being asked. */
export const createApp = (given: Given, tell: (news: News) => Promise<void>): App => {
  const { tenancy, entrance, bot, log } = given;
  const toTenant = createTenants(given);
  const app = new App({
    receiver: entrance.receiver,
    authorize: async (source, body) => {
      const identity = await tenancy.find(toEnvelope(source, body));
      if (identity === undefined) {
        sayInstall(body, given).catch((error: unknown) =>
          log.warn({ word: wordOf(error) }, "Nobody could be answered"),
        );
        throw new Error("no workspace of ours");
      }
      return { botId: identity.bot, botUserId: identity.user, tenant: toTenant(identity) };
    },
    // Our own posts are evidence for what was sent (hear.ts).
    ignoreSelf: false,
    clientOptions: toClientOptions(given),
    logger: toBoltLogger(log),
    convoStore: false,
  });
  app.error(async (error) => log.error({ word: wordOf(error) }, "A request of Slack's was not understood"));
  listen({ app, bot, log });
  hear(app, (context) => (context.tenant === undefined ? undefined : tenantOf(context).here), tell);
  // Bolt asks for nobody's token then: there is none any more.
  app.event(/^(?:app_uninstalled|tokens_revoked)$/u, async ({ body }) => {
    const end = toEnd(body);
    if (end !== undefined) await tenancy.end(toEnded(body), end);
  });
  return app;
};
