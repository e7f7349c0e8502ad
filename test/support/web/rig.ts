import { randomUUID } from "node:crypto";
import type { Channel, WebSpace } from "../../../src/adapters/web/board.ts";
import { drawPosts } from "../../../src/adapters/web/draw.ts";
import type { Persona } from "../../../src/adapters/web/persona.ts";
import { createWeb } from "../../../src/adapters/web/web.ts";
import type { Lack } from "../../../src/core/network/place.ts";
import { looks } from "../../../src/looks.ts";
import type { Person, Rig, Seen } from "../rig.ts";
import { wording } from "../wording.ts";
import { createMemoryBoard } from "./board.ts";
import { realTime } from "./clock.ts";
import { all, type Element, readHtml, textOf } from "./html.ts";

/** What stands behind a Seen: the piece of the page, where it is, and for a form what it stands over. */
interface Raw {
  readonly html: string;
  readonly channel: string;
  readonly message?: string;
  readonly thread?: string;
  readonly over?: boolean;
}

const SPACE: WebSpace = { id: "playground", name: "Playground", guise: "discord", language: "en" };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const isTag =
  (...tags: readonly string[]) =>
  (element: Element): boolean =>
    tags.includes(element.tag);

const typedIn = (control: Element): string => {
  if (control.tag === "input") return control.attributes.value ?? "";
  if (control.tag === "textarea") return textOf(control).replace(/^\n/u, "");
  const options = all(control, isTag("option"));
  return (options.find(({ attributes }) => "selected" in attributes) ?? options[0])?.attributes.value ?? "";
};

const toForm = (form: Element): NonNullable<Seen["form"]> => ({
  title: textOf(all(form, isTag("h3"))[0] ?? ""),
  fields: all(form, isTag("input", "textarea", "select")).map((control) => {
    const { id, name = "" } = control.attributes;
    const label = all(form, (one) => one.tag === "label" && one.attributes.for === id)[0];
    const problem = all(form, ({ attributes }) => attributes.id === `${id}-problem`)[0];
    const value = typedIn(control);
    return {
      option: name,
      label: typeof label?.children[0] === "string" ? label.children[0].trimEnd() : "",
      ...(value !== "" && { value }),
      ...(problem !== undefined && { problem: textOf(problem) }),
    };
  }),
});

const toSeen = (raw: Raw, given: { private: boolean; replaced: boolean }): Seen => {
  const root = readHtml(raw.html);
  const form = all(root, isTag("form"))[0];
  const buttons = all(root, (one) => one.tag === "button" && "data-press" in one.attributes);
  const choice = all(root, ({ attributes }) => attributes.class === "choice")[0];
  const options =
    choice === undefined ? [] : all(choice, isTag("option")).map(({ attributes }) => attributes.value ?? "");
  return {
    text: all(root, isTag("p", "h3")).map(textOf).join("\n"),
    buttons: buttons.map(textOf),
    choices: options.filter((value) => value !== ""),
    ...(form !== undefined && { form: toForm(form) }),
    ...given,
    raw,
  };
};

const rawOf = (seen: Seen): Raw => seen.raw as Raw;

const pressOf = (seen: Seen, is: (element: Element) => boolean): string => {
  const press = all(readHtml(rawOf(seen).html), is)[0]?.attributes["data-press"];
  if (press === undefined) throw new Error("There is nothing like that to press");
  return press;
};

/** The page as far as it matters: it asks by POST and puts the answer where the page would put it. */
const createPerson = (address: () => string, user: string): Person => {
  const ask = async (path: string, body: object): Promise<{ html: string; form: boolean }> => {
    const response = await fetch(`${address()}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: address() },
      body: JSON.stringify({ id: randomUUID(), user, lang: "en", ...body }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { html: string; form: boolean };
  };
  const press = async (seen: Seen, press: string, options: Readonly<Record<string, string>>): Promise<Seen> => {
    const { channel, thread, over } = rawOf(seen);
    const { html, form } = await ask("/api/press", { channel, thread, press, options });
    const onMessage = seen.form === undefined ? seen.private : (over ?? false);
    const raw = { html, channel, ...(thread !== undefined && { thread }), ...(form && { over: onMessage }) };
    return toSeen(raw, { private: true, replaced: !form && onMessage });
  };
  return {
    user,
    async type(line, channel) {
      const { html } = await ask("/api/say", { channel, line });
      return toSeen({ html, channel }, { private: true, replaced: false });
    },
    press: (seen, label) =>
      press(
        seen,
        pressOf(seen, (one) => one.tag === "button" && textOf(one) === label),
        {},
      ),
    choose(seen, value) {
      const root = readHtml(rawOf(seen).html);
      const select = all(root, isTag("select"))[0];
      if (!seen.choices.includes(value)) throw new Error(`${value} cannot be chosen`);
      return press(
        seen,
        pressOf(seen, ({ attributes }) => attributes.class === "choice"),
        { [select?.attributes.name ?? ""]: value },
      );
    },
    fill(seen, values) {
      const typed = seen.form?.fields.map(({ option, value }) => [option, value ?? ""]) ?? [];
      return press(seen, pressOf(seen, isTag("form")), { ...Object.fromEntries(typed), ...values });
    },
  };
};

const toPersona = (given: Parameters<Rig["person"]>[0], n: number): Persona => ({
  user: `p${n}`,
  name: wording(given.name),
  rights: given.administers ? ["administer", "post"] : ["post"],
  groups: [],
  zone: given.zone ?? "Asia/Tokyo",
  ...(given.locale !== undefined && { locale: given.locale }),
  ...(given.guest !== undefined && { guest: given.guest }),
});

/** Without one of these the bot is not in the place; the playground knows no finer rights. */
const ABSENT: readonly Lack[] = ["gone", "membership", "view", "send"];

/** The playground over real HTTP, on a board in memory. */
export const openWebRig = async (): Promise<Rig> => {
  const board = createMemoryBoard();
  const personas: Persona[] = [];
  const channels: Channel[] = [];
  const spaces = [SPACE];
  const platform = createWeb({
    host: "127.0.0.1",
    port: 0,
    board,
    personas,
    channels,
    health: () => ({ well: true }),
    log: SILENT,
    spaces,
    looks,
    clock: realTime,
  });
  let made = 0;
  const seen = (channel: string): readonly Seen[] => {
    const posts = board.posts.filter((post) => post.channel === channel);
    const threads = posts.flatMap(({ opened }) => (opened === undefined ? [] : [opened.thread]));
    return [undefined, ...threads].flatMap((thread) =>
      drawPosts(posts, { thread, lang: "en", language: "en" })
        .posts.slice(thread === undefined ? 0 : 1)
        .map(({ message, html }) =>
          toSeen(
            { html, channel, message, ...(thread !== undefined && { thread }) },
            { private: false, replaced: false },
          ),
        ),
    );
  };
  return {
    name: "web",
    platform,
    space: SPACE.id,
    person(given) {
      const persona = toPersona(given, ++made);
      personas.push(persona);
      channels.push({ id: `direct-${persona.user}`, space: SPACE.id, name: "rostrum", of: persona.user });
      return createPerson(platform.address, persona.user);
    },
    channel(name, without = []) {
      const id = `c${++made}`;
      if (!without.some((lack) => ABSENT.includes(lack))) channels.push({ id, space: SPACE.id, name });
      return id;
    },
    direct: ({ user }) => seen(`direct-${user}`),
    closeDirect: ({ user }) => {
      channels.splice(
        channels.findIndex(({ of }) => of === user),
        1,
      );
    },
    posts: seen,
    threads: (post) =>
      board.posts.flatMap(({ message, opened }) => (message === rawOf(post).message && opened ? [opened.title] : [])),
    disturb: board.disturb,
    blind: board.blind,
    attempts: board.attempts,
    close: () => platform.stop(),
  };
};
