import type { Person, Seen } from "../rig.ts";
import { COMMAND, COMPONENT, FORM, findComponent, type Outcome, SUGGEST } from "./interactions.ts";
import { nothingResolved, resolveAccount, resolveChannel, toCommandData, trimmed } from "./line.ts";
import { toMessage } from "./messages.ts";
import { filledIn, lookedAt, seeOutcome } from "./see.ts";
import type { LoopbackDiscord } from "./server.ts";
import { type Channel, type Json, type Member, newId, permissionsOf, type Stored } from "./state.ts";

/** Somebody at Discord's client. */

export interface DiscordPerson extends Person {
  /** Presses a button that the message does not have, as whoever writes their own client can. */
  forge(seen: Seen, customId: string): Promise<Seen>;
  /** What is offered while `option` of the line is being typed, as label and value. */
  complete(
    line: string,
    option: string,
    channel: string,
  ): Promise<readonly { readonly name: string; readonly value: string }[]>;
  /** The same person where no server is: in a direct message to the bot. */
  inPrivate(): DiscordPerson;
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

/** The envelope: docs interactions/receiving-and-responding#interaction-object. */
const toEnvelope = (server: LoopbackDiscord, member: Member, channel: Channel): Json => {
  const { state } = server;
  const user = {
    id: member.id,
    username: member.name.toLowerCase(),
    global_name: member.name,
    discriminator: "0",
    avatar: null,
    bot: member.bot,
  };
  return {
    application_id: state.application,
    version: 1,
    guild_id: channel.guild,
    guild: { id: channel.guild, locale: "en-US", features: [] },
    guild_locale: "en-US",
    locale: member.locale,
    context: 0,
    authorizing_integration_owners: { "0": channel.guild },
    entitlements: [],
    attachment_size_limit: 10_485_760,
    app_permissions: String(permissionsOf(state, channel, state.bot)),
    channel_id: channel.id,
    channel: {
      id: channel.id,
      type: channel.type,
      name: channel.name,
      guild_id: channel.guild,
      parent_id: channel.parent ?? null,
      permissions: "0",
    },
    member: {
      user,
      nick: member.nick ?? null,
      roles: member.roles,
      permissions: String(permissionsOf(state, channel, member)),
      joined_at: "2026-01-01T00:00:00+00:00",
      deaf: false,
      mute: false,
      pending: false,
      flags: 0,
    },
  };
};

/** From a direct message: docs, interaction object; no server, and a user instead of a member. */
const toDirect = ({ guild_id, guild, guild_locale, member, channel, ...rest }: Json): Json => ({
  ...rest,
  context: 1,
  authorizing_integration_owners: { "0": "0" },
  channel: { id: (channel as Json).id, type: 1, recipients: [], flags: 0 },
  user: (member as Json).user,
});

interface Act {
  readonly type: number;
  readonly data: Json;
  readonly channel: string;
  readonly from?: Stored | undefined;
  readonly direct?: boolean;
}

/** Sends an interaction, as the client does, and waits for what is shown. */
const act = async (
  server: LoopbackDiscord,
  member: Member,
  { type, data, channel: at, from, direct = false }: Act,
): Promise<Outcome> => {
  const channel = server.state.channels.get(at);
  if (channel === undefined) throw new Error(`there is no channel ${at}`);
  const id = newId();
  const { token, outcome } = server.interactions.open({ id, type, user: member.id, channel: at, from });
  const envelope = toEnvelope(server, member, channel);
  server.gateway.dispatch("INTERACTION_CREATE", {
    ...(direct ? toDirect(envelope) : envelope),
    id,
    token,
    type,
    data,
    ...(from !== undefined && { message: toMessage(from) }),
  });
  return outcome;
};

const toEntered = (
  server: LoopbackDiscord,
  guild: string,
  field: Json,
  raw: string,
  resolved: ReturnType<typeof nothingResolved>,
): Json => {
  const base = { id: 1, type: field.type, custom_id: field.custom_id };
  const required = field.required !== false;
  if (required && raw.trim() === "")
    throw new Error(`Discord's client wants ${String(field.custom_id)} to be filled in`);
  if (field.type === 4) {
    if (raw.length > Number(field.max_length ?? 4000)) throw new Error("Discord's client takes no more characters");
    return { ...base, value: field.style === 1 ? raw.replaceAll("\n", " ") : raw };
  }
  if (raw === "") return { ...base, values: [] };
  if (field.type === 7) return { ...base, values: [resolveAccount(server.state, guild, raw, resolved)] };
  if (field.type === 8)
    return {
      ...base,
      values: [resolveChannel(server.state, raw, (field.channel_types ?? []) as readonly number[], resolved)],
    };
  const option = list(field.options).find(({ value, label }) => value === raw || label === raw);
  if (!option) throw new Error(`${raw} cannot be picked in ${String(field.custom_id)}`);
  return { ...base, values: [option.value] };
};

const toSubmission = (
  server: LoopbackDiscord,
  guild: string,
  modal: Json,
  values: Readonly<Record<string, string>>,
): Json => {
  const labels = list(modal.components).filter(({ type }) => type === 18);
  const names = labels.map((label) => String((label.component as Json).custom_id));
  const strange = Object.keys(values).find((name) => !names.includes(name));
  if (strange !== undefined) throw new Error(`the form has no field ${strange}`);
  const resolved = nothingResolved();
  const components = labels.map((label, n) => {
    const field = label.component as Json;
    const raw = values[names[n] ?? ""] ?? filledIn(field);
    return { type: 18, id: n + 1, component: toEntered(server, guild, field, raw, resolved) };
  });
  const found = trimmed(resolved);
  return { custom_id: modal.custom_id, components, ...(found && { resolved: found }) };
};

export const createPerson = (
  server: LoopbackDiscord,
  guild: string,
  { member, direct = false }: { readonly member: Member; readonly direct?: boolean },
): DiscordPerson => {
  const { state } = server;
  let last = "";
  const see = async (given: Act): Promise<Seen> => {
    last = given.channel;
    const isDirect = direct || state.channels.get(given.channel)?.type === 1;
    return seeOutcome(state, await act(server, member, { ...given, direct: isDirect }), given.from);
  };
  const messageOf = (seen: Seen): Stored => {
    const at = lookedAt(seen);
    if (at === undefined || !("message" in at)) throw new Error("there is no message to press on");
    if (at.message.for !== undefined && at.message.for !== member.id)
      throw new Error("only the asker sees this message");
    return at.message;
  };
  const use = (message: Stored, component: Json | undefined, values?: readonly unknown[]): Promise<Seen> => {
    if (component === undefined) throw new Error("there is nothing of this kind on the message");
    const data = {
      custom_id: component.custom_id,
      component_type: component.type,
      id: component.id,
      ...(values && { values }),
    };
    return see({ type: COMPONENT, data, channel: message.channel_id, from: message });
  };
  return {
    user: member.id,
    inPrivate: () => createPerson(server, guild, { member, direct: true }),
    forge: async (seen, custom_id) => use(messageOf(seen), { custom_id, type: 2, id: 1 }),
    type: async (line, channel) => see({ type: COMMAND, data: toCommandData(state, guild, line), channel }),
    press: async (seen, label) => {
      const message = messageOf(seen);
      return use(
        message,
        findComponent(message, (component) => component.type === 2 && component.label === label),
      );
    },
    choose: async (seen, wanted) => {
      const message = messageOf(seen);
      const select = findComponent(message, (component) => component.type === 3);
      const option = list(select?.options).find(({ value, label }) => value === wanted || label === wanted);
      if (option === undefined) throw new Error(`${wanted} cannot be chosen`);
      return use(message, select, [option.value]);
    },
    fill: async (seen, values) => {
      const at = lookedAt(seen);
      if (at === undefined || !("modal" in at)) throw new Error("there is no form to send in");
      const channel = at.from?.channel_id ?? last;
      return see({ type: FORM, data: toSubmission(server, guild, at.modal, values), channel, from: at.from });
    },
    complete: async (line, option, channel) => {
      const outcome = await act(server, member, {
        type: SUGGEST,
        data: toCommandData(state, guild, line, option),
        channel,
        direct,
      });
      if (outcome.kind !== "choices") throw new Error("Discord's client expected choices");
      return outcome.choices.map(({ name, value }) => ({ name: String(name), value: String(value) }));
    },
  };
};
