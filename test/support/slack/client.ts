import type { Person, Seen } from "../rig.ts";
import {
  blockActions,
  blockSuggestion,
  fillIn,
  homeOpened,
  messageAction,
  shortcut,
  slashCommand,
  submission,
} from "./bodies.ts";
import { elementsOf, labelOf, showBlocks } from "./display.ts";
import { type Json, listOf, offerProblems } from "./rules.ts";
import { keepTyped, type Origin, originOf, see, seeView } from "./see.ts";
import type { LoopbackSlack } from "./server.ts";
import { createInteraction, type Interaction, type User, type View } from "./state.ts";
import { acknowledgeForm, toOutput } from "./views.ts";

/** Somebody at Slack's client: what is typed and pressed goes out as the client sends it, what comes back is shown. */

/** How long a person looks at nothing before giving up. */
const PATIENCE_MS = 8000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const watch = async ({ outcome }: Interaction): Promise<Seen> => {
  let timer: NodeJS.Timeout | undefined;
  const nothing = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, PATIENCE_MS, new Error("nothing was shown"));
  });
  try {
    return see(await Promise.race([outcome, nothing]));
  } finally {
    clearTimeout(timer);
  }
};

/** Words alone that end with "…" say that more is to come. */
const isWaiting = (view: View): boolean => {
  const blocks = view.view.blocks as readonly Json[];
  return blocks.length === 1 && showBlocks(blocks).endsWith("…");
};

/** What only Slack's client has. */
export interface SlackPerson extends Person {
  /** Looks at the app's home, which is what is returned once it was published; `undefined` when there is none yet. */
  home(tab?: string): Promise<Seen | undefined>;
  /** The shortcut of the workspace, or the one in the menu of a post. */
  shortcut(callback: string, post?: Seen): Promise<Seen>;
  /** Types into a list of the form: [label, value] of what is offered. */
  typeInto(form: Seen, option: string, typed: string): Promise<readonly (readonly [string, string])[]>;
  /** Closes the modal. */
  close(seen: Seen): void;
  /** What was said to this person alone, without a response_url. */
  whispers(): readonly Seen[];
}

export const createPerson = (server: LoopbackSlack, user: User): SlackPerson => {
  const { workspace, sockets } = server;
  const begin = (origin: Origin | undefined, channel: string | undefined): Interaction =>
    createInteraction(workspace, {
      user: user.id,
      channel,
      ephemeral: origin?.kind === "ephemeral" ? origin.ephemeral : undefined,
      message: origin?.kind === "post" ? origin.message : undefined,
      view: origin?.kind === "view" ? origin.view : undefined,
    });
  const act = async (origin: Origin, action: Json): Promise<Seen> => {
    const channel =
      origin.kind === "view" ? undefined : origin.kind === "post" ? origin.channel.id : origin.ephemeral.channel;
    const interaction = begin(origin, channel);
    await sockets.deliver("interactive", blockActions(server, user, { origin, action, interaction }));
    return watch(interaction);
  };
  const blocksOf = (origin: Origin): readonly Json[] => {
    if (origin.kind === "view") return origin.view.view.blocks as readonly Json[];
    return origin.kind === "post" ? origin.message.blocks : origin.ephemeral.blocks;
  };
  return {
    user: user.id,
    home: async (tab = "home") => {
      await sockets.deliver("events_api", homeOpened(user, tab, workspace.homes.get(user.id)));
      await pause(60);
      // On a busy machine the first one takes longer.
      for (let n = 0; tab === "home" && n < 50 && !workspace.homes.has(user.id); n++) await pause(30);
      const home = workspace.homes.get(user.id);
      return home === undefined ? undefined : seeView(home, false);
    },
    shortcut: async (callback, post) => {
      const origin = post === undefined ? undefined : originOf(post);
      if (origin !== undefined && origin.kind !== "post") throw new Error("a shortcut is of a post");
      const interaction = begin(undefined, origin?.channel.id);
      const payload =
        origin === undefined
          ? shortcut(user, callback, interaction.trigger)
          : messageAction(server, user, { ...origin, callback, trigger: interaction.trigger });
      await sockets.deliver("interactive", payload);
      return watch(interaction);
    },
    typeInto: async (form, option, typed) => {
      const origin = originOf(form);
      if (origin.kind !== "view") throw new Error("there is no form");
      const said = await sockets.deliver("interactive", blockSuggestion(user, origin.view, { option, typed }));
      workspace.violations.push(...offerProblems(said));
      return listOf(said.options).map(({ text, value }) => [String((text as Json).text), String(value)] as const);
    },
    close: (seen) => {
      const origin = originOf(seen);
      if (origin.kind === "view") workspace.views.delete(origin.view.id);
    },
    whispers: () =>
      workspace.whispers
        .filter((one) => one.user === user.id)
        .map((ephemeral) => see({ kind: "ephemeral", ephemeral, replaced: false })),
    type: async (line, id) => {
      const channel = workspace.channels.get(id);
      if (channel === undefined) throw new Error("there is no such channel");
      const interaction = begin(undefined, id);
      await sockets.deliver("slash_commands", slashCommand(server, user, { line, channel, interaction }));
      return watch(interaction);
    },
    press: async (seen, label) => {
      const origin = originOf(seen);
      const found = elementsOf(blocksOf(origin), "button").find(({ element }) => labelOf(element) === label);
      if (found === undefined) throw new Error(`there is no button ${label}`);
      const { action_id, text, value } = found.element;
      return act(origin, { type: "button", action_id, block_id: found.block.block_id, text, value });
    },
    choose: async (seen, value) => {
      const origin = originOf(seen);
      const [found] = elementsOf(blocksOf(origin), "static_select");
      const option = (found?.element.options as readonly Json[] | undefined)?.find((each) => each.value === value);
      if (found === undefined || option === undefined) throw new Error(`${value} cannot be chosen`);
      return act(origin, {
        type: "static_select",
        action_id: found.element.action_id,
        block_id: found.block.block_id,
        selected_option: option,
      });
    },
    fill: async (seen, values) => {
      const origin = originOf(seen);
      if (origin.kind !== "view") throw new Error("there is no form");
      const { view } = origin;
      const interaction = begin(origin, undefined);
      const output = { ...toOutput(view), state: { values: fillIn(view, values) } };
      // What was typed stays in the fields, whatever the answer is.
      const said = await sockets.deliver("interactive", submission(user, output, interaction.trigger));
      const became = await acknowledgeForm(workspace, view, said);
      if (became === "closed") return see({ kind: "closed" });
      if (became === "errors") return keepTyped(view, output.state as Json);
      return isWaiting(view) ? watch(interaction) : seeView(view, true);
    },
  };
};
