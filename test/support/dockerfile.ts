import { readFileSync } from "node:fs";

export interface Instruction {
  /** In capitals: FROM, COPY … */
  readonly word: string;
  readonly rest: string;
}

/** The stages of a Dockerfile, each beginning with its FROM. */
export const readDockerfile = (file: string): readonly (readonly Instruction[])[] => {
  const stages: Instruction[][] = [];
  const lines = readFileSync(file, "utf8")
    .replaceAll(/^#.*\n/gm, "")
    .replaceAll("\\\n", " ")
    .split("\n");
  for (const line of lines.filter((one) => one.trim() !== "")) {
    const [, word = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === "") throw new Error(`no instruction: ${line}`);
    if (word === "FROM") stages.push([]);
    stages.at(-1)?.push({ word, rest });
  }
  return stages;
};

/** The words of an instruction in exec form; throws for the shell's form, in which a shell would get the signals. */
export const toWords = ({ word, rest }: Instruction): readonly string[] => {
  const words: unknown = JSON.parse(rest.slice(rest.indexOf("[")));
  if (!Array.isArray(words)) throw new Error(`${word} is not in exec form`);
  return words.map(String);
};

/** What a .dockerignore of the form "nothing, but …" lets in. */
export const readContext = (file: string): readonly string[] => {
  const [first, ...rest] = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (first !== "*" || rest.some((line) => !line.startsWith("!")))
    throw new Error(`${file} must begin with nothing: *`);
  return rest.map((line) => line.slice(1));
};
