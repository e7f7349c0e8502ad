/** Slack's documented rules that no schema of types says (docs.slack.dev/reference/block-kit, surfaces/modals). */

export type Json = { readonly [key: string]: unknown };
export type Surface = "message" | "modal" | "home";

export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => {
  const text = (value as Json | undefined)?.text;
  return typeof text === "string" ? text : "";
};

const within = (what: string, length: number, [least, most]: readonly [number, number]): readonly string[] =>
  length < least || length > most ? [`${what}: ${length} is not within ${least} and ${most}`] : [];

const text = (what: string, value: unknown, most: number): readonly string[] =>
  value === undefined ? [] : within(what, textOf(value).length, [1, most]);

const string = (what: string, value: unknown, [least, most]: readonly [number, number]): readonly string[] =>
  typeof value === "string" ? within(what, value.length, [least, most]) : [];

const options = (element: Json): readonly string[] => {
  const given = listOf(element.options);
  const initial = element.initial_option;
  const known = given.map((option) => JSON.stringify(option));
  return [
    ...within("options", given.length, [1, 100]),
    ...given.flatMap((option) => [
      ...text("option text", option.text, 75),
      ...string("option value", option.value, [1, 150]),
    ]),
    ...(new Set(given.map(({ value }) => value)).size < given.length ? ["two options with one value"] : []),
    ...(initial !== undefined && !known.includes(JSON.stringify(initial))
      ? ["initial_option is none of the options"]
      : []),
  ];
};

const repeated = (values: readonly unknown[]): boolean => {
  const given = values.filter((value) => value !== undefined);
  return new Set(given).size < given.length;
};

const option = (given: Json): readonly string[] => [
  ...text("option text", given.text, 75),
  ...string("option value", given.value, [1, 150]),
];

/** A list that is filled while typing: what stands in it are options of the right size, none twice. */
const external = (given: Json): readonly string[] => {
  const initial = [...listOf(given.initial_options), ...(given.initial_option ? [given.initial_option as Json] : [])];
  return [
    ...initial.flatMap(option),
    ...(repeated(initial.map(({ value }) => value)) ? ["two initial options with one value"] : []),
    ...(Array.isArray(given.initial_options) ? within("initial_options", initial.length, [1, 100]) : []),
  ];
};

/** What an answer to a block_suggestion may hold (docs.slack.dev/reference/block-kit/composition-objects/option-object). */
export const offerProblems = (answer: Json): readonly string[] => {
  const given = listOf(answer.options);
  return [
    ...(Array.isArray(answer.options) ? [] : ["no options"]),
    ...within("options", given.length, [0, 100]),
    ...given.flatMap(option),
    ...(repeated(given.map(({ value }) => value)) ? ["two options with one value"] : []),
  ];
};

const element = (given: Json): readonly string[] => [
  ...string("action_id", given.action_id, [1, 255]),
  ...text("placeholder", given.placeholder, 150),
  ...(given.type === "button"
    ? [
        ...text("button", given.text, 75),
        ...string("button value", given.value, [1, 2000]),
        ...string("button url", given.url, [1, 3000]),
      ]
    : []),
  ...(given.type === "static_select" ? options(given) : []),
  ...(given.type === "external_select" || given.type === "multi_external_select" ? external(given) : []),
  ...(given.type === "plain_text_input" ? string("initial_value", given.initial_value, [1, 3000]) : []),
];

const richElement = (given: Json): readonly string[] => {
  if (given.type === "text") return string("rich text", given.text, [1, 3000 * 4]);
  if (given.type === "link")
    return [...string("link url", given.url, [1, 3000]), ...string("link text", given.text, [1, 3000])];
  if (given.type !== "date") return [];
  return [
    ...(Number.isInteger(given.timestamp) ? [] : ["a date without whole seconds"]),
    ...(/\{[a-z_]+\}/u.test(String(given.format)) ? [] : ["a date format without token"]),
    ...string("date fallback", given.fallback, [1, 3000]),
  ];
};

const rich = (block: Json): readonly string[] => [
  ...within("rich_text elements", listOf(block.elements).length, [1, 100]),
  ...listOf(block.elements).flatMap((part) => [
    ...within("rich_text_section elements", listOf(part.elements).length, [1, 1000]),
    ...listOf(part.elements).flatMap(richElement),
  ]),
];

const ofType: Readonly<Record<string, (block: Json) => readonly string[]>> = {
  section: (block) => text("section", block.text, 3000),
  header: (block) => text("header", block.text, 150),
  context: (block) => [
    ...within("context elements", listOf(block.elements).length, [1, 10]),
    ...listOf(block.elements).flatMap((part) => string("context text", part.text, [1, 3000])),
  ],
  actions: (block) => [
    ...within("actions", listOf(block.elements).length, [1, 25]),
    ...listOf(block.elements).flatMap(element),
  ],
  input: (block) => [
    ...text("label", block.label, 2000),
    ...text("hint", block.hint, 2000),
    ...element((block.element ?? {}) as Json),
  ],
  rich_text: rich,
};

/** Blocks that a surface does not show (docs.slack.dev/blocks.json). */
const NOT_ON: Readonly<Record<Surface, readonly string[]>> = {
  message: ["input", "alert", "file_input"],
  home: ["input", "alert", "file_input", "container", "context_actions", "markdown", "plan", "task_card", "file"],
  modal: ["carousel", "data_table", "table", "container", "context_actions", "markdown", "plan", "task_card", "file"],
};

const unreadable = (value: unknown): boolean => {
  const json = JSON.stringify(value);
  return json.includes("\\u0000") || /\\ud[89a-f][0-9a-f]{2}/iu.test(json);
};

/** Everything that Slack would refuse about these blocks. */
export const blockProblems = (blocks: readonly Json[], surface: Surface): readonly string[] => [
  ...within("blocks", blocks.length, surface === "message" ? [0, 50] : [1, 100]),
  ...blocks.flatMap((block) => [
    ...string("block_id", block.block_id, [1, 255]),
    ...(NOT_ON[surface].includes(String(block.type)) ? [`${block.type} in a ${surface}`] : []),
    ...(ofType[String(block.type)]?.(block) ?? []),
  ]),
  ...(repeated(blocks.map(({ block_id }) => block_id)) ? ["two blocks with one block_id"] : []),
  ...(repeated(blocks.flatMap(({ elements }) => listOf(elements).map(({ action_id }) => action_id)))
    ? ["two elements with one action_id"]
    : []),
  ...(unreadable(blocks) ? ["NUL or half a character"] : []),
];

/** Everything that Slack would refuse about this App Home. */
export const homeProblems = (view: Json): readonly string[] => [
  ...string("private_metadata", view.private_metadata, [0, 3000]),
  ...string("callback_id", view.callback_id, [0, 255]),
  ...["title", "submit", "close"].flatMap((key) => (view[key] === undefined ? [] : [`a home has no ${key}`])),
  ...(JSON.stringify(view).length > 250_000 ? ["view_too_large"] : []),
  ...blockProblems(listOf(view.blocks), "home"),
];

/** Everything that Slack would refuse about this modal. */
export const viewProblems = (view: Json): readonly string[] => {
  const blocks = listOf(view.blocks);
  return [
    ...text("title", view.title, 24),
    ...(textOf(view.title) === "" ? ["no title"] : []),
    ...text("submit", view.submit, 24),
    ...text("close", view.close, 24),
    ...string("private_metadata", view.private_metadata, [0, 3000]),
    ...string("callback_id", view.callback_id, [0, 255]),
    ...string("external_id", view.external_id, [0, 255]),
    ...(blocks.some(({ type }) => type === "input") && view.submit === undefined ? ["input without submit"] : []),
    ...(JSON.stringify(view).length > 250_000 ? ["view_too_large"] : []),
    ...blockProblems(blocks, "modal"),
  ];
};
