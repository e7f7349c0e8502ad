import type { Json } from "./state.ts";

/** Documented rules of application commands that the schemas do not hold (docs interactions/application-commands). */

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Docs reference#locales. */
const LOCALES = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);
const SUBCOMMAND = 1;
const GROUP = 2;

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const repeated = (values: readonly unknown[]): boolean => new Set(values).size !== values.length;

const wordRules = (given: Json, path: string): readonly string[] => {
  const name = String(given.name);
  const locales = [given.name_localizations, given.description_localizations].flatMap((words) =>
    Object.keys(words ?? {}),
  );
  return [
    ...(NAME.test(name) && name === name.toLowerCase() ? [] : [`${path}: name`]),
    ...(/^.{1,100}$/u.test(String(given.description ?? "")) ? [] : [`${path}: description`]),
    ...locales.filter((locale) => !LOCALES.has(locale)).map((locale) => `${path}: unknown locale ${locale}`),
    ...Object.entries(given.description_localizations ?? {})
      .filter(([, said]) => !/^.{1,100}$/u.test(String(said)))
      .map(([locale]) => `${path}: description in ${locale}`),
  ];
};

const choiceRules = (option: Json, path: string): readonly string[] => {
  const choices = list(option.choices);
  const locales = choices.flatMap((choice) => Object.keys(choice.name_localizations ?? {}));
  const names = choices.flatMap((choice) => [choice.name, ...Object.values(choice.name_localizations ?? {})]);
  return [
    ...(choices.length > 25 ? [`${path}: more than 25 choices`] : []),
    ...names.filter((name) => !/^.{1,100}$/u.test(String(name))).map((name) => `${path}: the choice ${name}`),
    ...(choices.length > 0 && option.autocomplete === true ? [`${path}: autocomplete with choices`] : []),
    ...(repeated(choices.map(({ name }) => name)) ? [`${path}: the same choice twice`] : []),
    ...(repeated(choices.map(({ value }) => value)) ? [`${path}: the same value twice`] : []),
    ...(choices.some(({ value }) => String(value).length > 100) ? [`${path}: choice value over 100`] : []),
    ...locales.filter((locale) => !LOCALES.has(locale)).map((locale) => `${path}: unknown locale ${locale}`),
  ];
};

const optionRules = (given: Json, path: string, depth: number): readonly string[] => {
  const options = list(given.options);
  const branches = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  const late = options.findIndex(
    (option, n) => option.required === true && options[n - 1] !== undefined && options[n - 1]?.required !== true,
  );
  return [
    ...(options.length > 25 ? [`${path}: more than 25 options`] : []),
    ...(repeated(options.map(({ name }) => name)) ? [`${path}: the same name twice`] : []),
    ...(branches.length > 0 && branches.length < options.length ? [`${path}: commands beside options`] : []),
    ...(branches.some(({ type }) => type === GROUP) && depth > 0 ? [`${path}: a group in a group`] : []),
    ...(branches.length > 0 && given.type === SUBCOMMAND && depth > 0 ? [`${path}: a command in a command`] : []),
    ...(late > 0 ? [`${path}: required after optional`] : []),
    ...options.flatMap((option) => {
      const inner = `${path} ${String(option.name)}`;
      const deeper = option.type === SUBCOMMAND || option.type === GROUP ? optionRules(option, inner, depth + 1) : [];
      const empty = option.type === GROUP && list(option.options).length === 0 ? [`${inner}: an empty group`] : [];
      return [...wordRules(option, inner), ...choiceRules(option, inner), ...deeper, ...empty];
    }),
  ];
};

/** 8000 characters over names, descriptions and values; of localised ones the longest counts. */
const weigh = (given: Json): number => {
  const longest = (key: string): number =>
    Math.max(
      String(given[key] ?? "").length,
      ...Object.values(given[`${key}_localizations`] ?? {}).map((word) => String(word).length),
    );
  const inner = [...list(given.options), ...list(given.choices)].reduce((sum, one) => sum + weigh(one), 0);
  return longest("name") + longest("description") + String(given.value ?? "").length + inner;
};

export const commandRules = (commands: readonly Json[]): readonly string[] => [
  ...(commands.length > 100 ? ["more than 100 commands"] : []),
  ...(repeated(commands.map(({ name, type }) => `${type ?? 1} ${name}`)) ? ["two commands of one name"] : []),
  ...commands.flatMap((command) => [
    ...wordRules(command, `/${String(command.name)}`),
    ...optionRules(command, `/${String(command.name)}`, 0),
    ...(weigh(command) > 8000 ? [`/${String(command.name)}: over 8000 characters`] : []),
  ]),
];
