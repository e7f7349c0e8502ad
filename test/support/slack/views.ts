import { randomBytes } from "node:crypto";
import type { Json } from "./rules.ts";
import { checkView, newId, type View, type Workspace, withIds } from "./state.ts";

/** Modals as Slack keeps them: opened with a trigger that lives for 3 s and works once, exchanged under a hash. */

type Answer = Json;
const no = (error: string): Answer => ({ ok: false, error });

const newHash = (): string => `${Math.floor(performance.now())}.${randomBytes(4).toString("hex")}`;

/** The view as Slack gives it back. */
export const toOutput = ({ id, hash, view }: View): Json => ({
  private_metadata: "",
  callback_id: "",
  ...view,
  id,
  hash,
  state: { values: {} },
});

const parse = (given: unknown): Json | undefined => {
  const view = typeof given === "string" ? JSON.parse(given) : given;
  return typeof view === "object" && view !== null ? view : undefined;
};

/** What is wrong with the view, as Slack's answer, or `undefined`. */
const refuse = async (workspace: Workspace, view: Json): Promise<Answer | undefined> => {
  const wrong = await checkView(workspace, view);
  return wrong.length === 0 ? undefined : { ...no("invalid_arguments"), response_metadata: { messages: wrong } };
};

/** Another view takes the place of the one that is shown. */
export const exchange = (shown: View, view: Json): void => {
  shown.view = { ...view, blocks: withIds(view.blocks as readonly Json[]) };
  shown.hash = newHash();
  shown.errors = {};
  shown.shown.push(shown.view);
};

const open = async (workspace: Workspace, args: Json): Promise<Answer> => {
  const interaction = workspace.interactions.get(String(args.trigger_id));
  if (interaction === undefined) return no("invalid_trigger_id");
  if (interaction.used) return no("exchanged_trigger_id");
  if (workspace.now() - interaction.at > workspace.triggerMs) return no("expired_trigger_id");
  const view = parse(args.view);
  if (view === undefined || view.type !== "modal") return no("invalid_arguments");
  if (JSON.stringify(view).length > 250_000) return no("view_too_large");
  const refused = await refuse(workspace, view);
  if (refused !== undefined) return refused;
  interaction.used = true;
  const opened: View = { id: newId("V"), user: interaction.user, hash: "", view, errors: {}, shown: [] };
  exchange(opened, view);
  workspace.views.set(opened.id, opened);
  interaction.show({ kind: "view", view: opened, replaced: false });
  return { ok: true, view: toOutput(opened) };
};

const update = async (workspace: Workspace, args: Json): Promise<Answer> => {
  const shown = workspace.views.get(String(args.view_id));
  if (shown === undefined) return no("not_found");
  if (args.hash !== undefined && args.hash !== shown.hash) return no("hash_conflict");
  const view = parse(args.view);
  if (view === undefined) return no("invalid_arguments");
  const refused = await refuse(workspace, view);
  if (refused !== undefined) return refused;
  exchange(shown, view);
  for (const interaction of workspace.interactions.values()) {
    if (interaction.view === shown) interaction.show({ kind: "view", view: shown, replaced: true });
  }
  return { ok: true, view: toOutput(shown) };
};

/** Docs views.publish: one home for each person; `hash` is that of the home which is to be exchanged. */
const publish = async (workspace: Workspace, args: Json): Promise<Answer> => {
  const user = String(args.user_id);
  if (!workspace.users.has(user)) return no("user_not_found");
  const there = workspace.homes.get(user);
  if (args.hash !== undefined && args.hash !== there?.hash) return no("hash_conflict");
  const view = parse(args.view);
  if (view === undefined || view.type !== "home") return no("invalid_arguments");
  const refused = await refuse(workspace, view);
  if (refused !== undefined) return refused;
  const home = there ?? { id: newId("V"), user, hash: "", view, errors: {}, shown: [] };
  exchange(home, view);
  workspace.homes.set(user, home);
  return { ok: true, view: toOutput(home) };
};

export const viewMethods: Readonly<Record<string, (workspace: Workspace, args: Json) => Promise<Answer>>> = {
  "views.open": open,
  "views.push": open,
  "views.update": update,
  "views.publish": publish,
};

/** What the acknowledgement of a form said: errors beside fields, another view, or nothing (the modal closes). */
export const acknowledgeForm = async (
  workspace: Workspace,
  view: View,
  payload: Json,
): Promise<"closed" | "errors" | "updated"> => {
  if (payload.response_action === "errors") {
    const errors = payload.errors as Readonly<Record<string, string>>;
    const inputs = (view.view.blocks as readonly Json[])
      .filter(({ type }) => type === "input")
      .map(({ block_id }) => block_id);
    const unknown = Object.keys(errors).filter((id) => !inputs.includes(id));
    if (unknown.length > 0 || Object.keys(errors).length === 0)
      workspace.violations.push(`errors for no field: ${unknown.join(" ")}`);
    view.errors = errors;
    return "errors";
  }
  if (payload.response_action === "update") {
    const wrong = await checkView(workspace, payload.view as Json);
    if (wrong.length > 0) throw new Error("We had some trouble connecting. Try again?");
    exchange(view, payload.view as Json);
    return "updated";
  }
  if (Object.keys(payload).length > 0) workspace.violations.push(`unknown acknowledgement ${JSON.stringify(payload)}`);
  workspace.views.delete(view.id);
  return "closed";
};
