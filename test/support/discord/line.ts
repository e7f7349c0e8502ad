import type { Json, State } from "./state.ts";

/** A typed line as Discord's client makes a command of it: by the registered commands, with typed options. */

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const STRING = 3;
const CHANNEL = 7;
const MENTIONABLE = 9;

interface Resolved {
  readonly users: Record<string, Json>;
  readonly members: Record<string, Json>;
  readonly roles: Record<string, Json>;
  readonly channels: Record<string, Json>;
}
export const nothingResolved = (): Resolved => ({ users: {}, members: {}, roles: {}, channels: {} });
export const trimmed = (resolved: Resolved): Json | undefined => {
  const there = Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0);
  return there.length === 0 ? undefined : Object.fromEntries(there);
};

/** A person or a role by mention, id or name, put among the resolved; the id is the value. */
export const resolveAccount = (state: State, guild: string, raw: string, resolved: Resolved): string => {
  const place = state.guilds.get(guild);
  const id = /^(?:<@[!&]?)?(\d+)>?$/u.exec(raw)?.[1];
  const role = place?.roles.find((one) => one.id === id || `@${one.name}` === raw);
  const member = [...(place?.members.values() ?? [])].find((one) => one.id === id || `@${one.name}` === raw);
  if (role) {
    resolved.roles[role.id] = { id: role.id, name: role.name, permissions: String(role.permissions) };
    return role.id;
  }
  if (!member) throw new Error(`Discord's client knows nobody called ${raw}`);
  resolved.users[member.id] = { id: member.id, username: member.name, discriminator: "0", bot: member.bot };
  resolved.members[member.id] = { roles: member.roles, permissions: "0", nick: member.nick ?? null };
  return member.id;
};

export const resolveChannel = (state: State, raw: string, types: readonly number[], resolved: Resolved): string => {
  const id = /^(?:<#)?(\d+)>?$/u.exec(raw)?.[1];
  const channel = [...state.channels.values()].find((one) => one.id === id || `#${one.name}` === raw);
  if (!channel) throw new Error(`Discord's client knows no channel called ${raw}`);
  if (types.length > 0 && !types.includes(channel.type)) throw new Error(`${raw} cannot be picked here`);
  resolved.channels[channel.id] = { id: channel.id, name: channel.name, type: channel.type, permissions: "0" };
  return channel.id;
};

const toValue = (state: State, guild: string, option: Json, raw: string, resolved: Resolved): string => {
  if (option.type === MENTIONABLE) return resolveAccount(state, guild, raw, resolved);
  if (option.type === CHANNEL)
    return resolveChannel(state, raw, (option.channel_types ?? []) as readonly number[], resolved);
  if (option.type !== STRING) throw new Error(`an option of type ${String(option.type)} is not known here`);
  const choices = list(option.choices);
  if (choices.length === 0) return raw;
  const chosen = choices.find(({ name, value }) => name === raw || value === raw);
  if (!chosen) throw new Error(`${raw} is not one of the choices of ${String(option.name)}`);
  return String(chosen.value);
};

const unquoted = (raw: string): string => /^"([\s\S]*)"$/u.exec(raw)?.[1] ?? raw;

/** "a:1 b:two words" by the options' names; words before the first go to the first option, where the client puts the cursor. */
const split = (options: readonly Json[], rest: string): readonly (readonly [string, string])[] => {
  const names = options.map(({ name }) => String(name));
  const found = [...rest.matchAll(/(?<=^|\s)([^\s:]+):/gu)].filter(([, name]) => names.includes(name ?? ""));
  const bare = rest.slice(0, found[0]?.index).trim();
  const given = found.map((match, n): [string, string] => {
    const end = found[n + 1]?.index;
    return [match[1] ?? "", unquoted(rest.slice(match.index + match[0].length, end).trim())];
  });
  if (bare === "") return given;
  if (names[0] === undefined) throw new Error(`Discord's client takes nothing here: ${bare}`);
  return [[names[0], unquoted(bare)], ...given];
};

/** The data of the interaction. @param focus the option that is still being typed: nothing is checked then. */
export const toCommandData = (state: State, guild: string, line: string, focus?: string): Json => {
  const [root = "", ...words] = line.trim().replace(/^\//u, "").split(/\s+/u);
  const command = state.commands.find(({ name }) => name === root);
  if (!command) throw new Error(`Discord's client knows no command /${root}`);
  let place: Json = command;
  const path: Json[] = [];
  for (const word of words) {
    const branch = list(place.options).find(({ name, type }) => name === word && (type === 1 || type === 2));
    if (!branch) break;
    path.push(branch);
    place = branch;
  }
  const options = list(place.options);
  if (options.some(({ type }) => type === 1 || type === 2))
    throw new Error(`Discord's client wants a whole command: ${line}`);
  const rest = line
    .trim()
    .replace(new RegExp(`^/?${[root, ...path.map(({ name }) => String(name))].join("\\s+")}\\s*`, "u"), "");
  const given = split(options, rest);
  const missing = options.filter((option) => option.required === true && !given.some(([name]) => name === option.name));
  if (missing.length > 0 && focus === undefined)
    throw new Error(`This option is required: ${missing.map(({ name }) => String(name)).join(", ")}`);
  const resolved = nothingResolved();
  const typed = given.map(([name, raw]) => {
    const option = options.find((one) => one.name === name) ?? {};
    const value = name === focus ? raw : toValue(state, guild, option, raw, resolved);
    return { name, type: option.type, value, ...(name === focus && { focused: true }) };
  });
  const nested = path
    .toReversed()
    .reduce<readonly Json[]>((inner, { name, type }) => [{ name, type, options: inner }], typed);
  const found = trimmed(resolved);
  return { id: command.id, name: root, type: 1, guild_id: guild, options: nested, ...(found && { resolved: found }) };
};
