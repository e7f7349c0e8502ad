import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type AnySchema, type ValidateFunction } from "ajv";

/** Schemas of what Slack takes, made from the types that Slack publishes: not written by us, unknown keys refused. */

interface Schemas {
  readonly block: ValidateFunction;
  readonly modal: ValidateFunction;
  readonly home: ValidateFunction;
}
interface Definitions {
  readonly block: AnySchema;
  readonly modal: AnySchema;
  readonly home: AnySchema;
}

const require = createRequire(import.meta.url);
const typesPath = createRequire(require.resolve("@slack/bolt")).resolve("@slack/types").replace(/\.js$/u, ".d.ts");

/** The types also allow a block of any kind without content; Slack knows its own kinds only. */
const ANY_BLOCK = { $ref: "#/definitions/KnownBlock" };

const generate = async (): Promise<Definitions> => {
  const { createGenerator } = await import("ts-json-schema-generator");
  const generator = createGenerator({
    path: typesPath,
    type: "KnownBlock",
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const block = generator.createSchema("KnownBlock");
  const modal = generator.createSchema("ModalView");
  const home = generator.createSchema("HomeView");
  const definitions = { ...modal.definitions, ...home.definitions, ...block.definitions, AnyBlock: ANY_BLOCK };
  return {
    block: { ...block, definitions } as AnySchema,
    modal: { ...modal, definitions } as AnySchema,
    home: { ...home, definitions } as AnySchema,
  };
};

/** Kept beside the packages, a file for each version of the types: making them takes 1.4 s in every test file. */
const load = async (): Promise<Definitions> => {
  const { version } = JSON.parse(readFileSync(join(dirname(typesPath), "../package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(dirname(require.resolve("@slack/bolt/package.json")), "../../.cache/rostrum");
  const file = join(folder, `slack-types-${version}-2.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Definitions;
  const made = await generate();
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(made));
  renameSync(unfinished, file);
  return made;
};

const compile = async (): Promise<Schemas> => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const { block, modal, home } = await load();
  return { block: ajv.compile(block), modal: ajv.compile(modal), home: ajv.compile(home) };
};

let compiled: Promise<Schemas> | undefined;
export const slackSchemas = (): Promise<Schemas> => {
  compiled ??= compile();
  return compiled;
};

/** The first thing wrong, or `undefined`. */
export const refusal = (validate: ValidateFunction, value: unknown): string | undefined => {
  if (validate(value)) return undefined;
  const errors = validate.errors ?? [];
  const deepest = errors.toSorted((a, b) => b.instancePath.length - a.instancePath.length)[0];
  return `${deepest?.instancePath} ${deepest?.message} ${JSON.stringify(deepest?.params)}`;
};
