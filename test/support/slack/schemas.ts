import { createRequire } from "node:module";
import { Ajv, type AnySchema, type ValidateFunction } from "ajv";
import { createGenerator } from "ts-json-schema-generator";

/** Schemas of what Slack takes, made from the types that Slack publishes: not written by us, unknown keys refused. */

interface Schemas {
  readonly block: ValidateFunction;
  readonly modal: ValidateFunction;
}

let made: Promise<Schemas> | undefined;

const make = async (): Promise<Schemas> => {
  const require = createRequire(import.meta.url);
  const path = createRequire(require.resolve("@slack/bolt")).resolve("@slack/types").replace(/\.js$/u, ".d.ts");
  const generator = createGenerator({ path, type: "KnownBlock", skipTypeCheck: true, additionalProperties: false });
  const ajv = new Ajv({ strict: false, allErrors: true });
  const compile = (type: string): ValidateFunction => {
    const schema = generator.createSchema(type);
    // The types also allow a block of any kind without content; Slack knows its own kinds only.
    const definitions = { ...schema.definitions, AnyBlock: { $ref: "#/definitions/KnownBlock" } };
    return ajv.compile({ ...schema, definitions } as AnySchema);
  };
  const block = compile("KnownBlock");
  const modal = generator.createSchema("ModalView");
  const known = generator.createSchema("KnownBlock");
  const definitions = { ...modal.definitions, ...known.definitions, AnyBlock: { $ref: "#/definitions/KnownBlock" } };
  return { block, modal: ajv.compile({ ...modal, definitions } as AnySchema) };
};

/** Made once a process, in 1.4 s. */
export const slackSchemas = (): Promise<Schemas> => {
  made ??= make();
  return made;
};

/** The first thing wrong, or `undefined`. */
export const refusal = (validate: ValidateFunction, value: unknown): string | undefined => {
  if (validate(value)) return undefined;
  const errors = validate.errors ?? [];
  const deepest = errors.toSorted((a, b) => b.instancePath.length - a.instancePath.length)[0];
  return `${deepest?.instancePath} ${deepest?.message} ${JSON.stringify(deepest?.params)}`;
};
