import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import {
  type Institutions,
  institutionsShape,
  type NetworkFile,
  networkShape,
  type People,
  peopleShape,
  type SeriesFile,
  seriesShape,
  type WebinarFile,
  webinarShape,
} from "./shapes.ts";

/** The record as its files say it, checked each by itself and all together. */
export interface Record {
  readonly network: NetworkFile | undefined;
  readonly series: readonly SeriesFile[];
  readonly institutions: Institutions;
  readonly people: People;
  readonly webinars: readonly WebinarFile[];
}

/** Every mistake at once, each "file:line: sentence". */
export class RecordError extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"));
    this.mistakes = mistakes;
  }
}

/** A file larger than this is none of ours. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Mostly a sentence that YAML cut at its comma. */
const NO_KEY = 'is no key here. If it is part of a text, put the whole text into quotation marks: { en: "One, two" }';

type Path = readonly PropertyKey[];

/** One file: its value, or where and why it is none. */
const readFile = <T>(
  file: string,
  shape: z.ZodType<T>,
): { readonly value?: T; readonly mistakes: readonly string[]; readonly lineOf: (path: Path) => string } => {
  const lines = new LineCounter();
  const text = readFileSync(file, "utf8");
  // Aliases are not needed here, and many of them nested exhaust the memory ("billion laughs").
  const document =
    text.length > MOST_BYTES ? undefined : parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const lineOf = (path: Path): string => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = document?.getIn(path.slice(0, length), true);
      const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
      if (Array.isArray(range)) return at(Number(range[0]));
    }
    return `${file}:1`;
  };
  if (document === undefined) return { mistakes: [`${file}:1: the file is larger than 5 MiB`], lineOf };
  if (document.errors.length > 0)
    return {
      mistakes: document.errors.map((error) => `${at(error.pos[0])}: this is not valid YAML: ${error.message}`),
      lineOf,
    };
  const read = shape.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (read.success) return { value: read.data, mistakes: [], lineOf };
  const sentence = (issue: z.core.$ZodIssue): string =>
    `${lineOf(issue.path)}: ${issue.path.map(String).join(".") || "the file"} ${issue.code === "invalid_key" ? NO_KEY : issue.message}`;
  return { mistakes: read.error.issues.map(sentence), lineOf };
};

const yamlIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];

/** Keys that stand for nothing: a person, an institution, a series that no file describes. */
const checkReferences = (
  webinar: WebinarFile,
  record: Omit<Record, "webinars">,
  lineOf: (path: Path) => string,
): readonly string[] => {
  const people = { ...record.people, ...webinar.people };
  const institutions = { ...record.institutions, ...webinar.institutions };
  const parts = [
    ...webinar.talks.map(({ speaker }, n) => ({ ...speaker, path: ["talks", n, "speaker"] })),
    ...webinar.roles.map((role, n) => ({ ...role, path: ["roles", n] })),
  ];
  return [
    ...(webinar.series !== undefined && !record.series.some(({ series }) => series === webinar.series)
      ? [`${lineOf(["series"])}: no file in series/ describes ${webinar.series}`]
      : []),
    ...parts.flatMap(({ person, path }) =>
      Object.hasOwn(people, person) ? [] : [`${lineOf([...path, "person"])}: people.yaml does not know ${person}`],
    ),
    ...parts.flatMap(({ at, path }) =>
      at === undefined || Object.hasOwn(institutions, at)
        ? []
        : [`${lineOf([...path, "at"])}: institutions.yaml does not know ${at}`],
    ),
  ];
};

/** @param folder `data/`, or `data/playground` for the sample, whose references `base` may answer. Throws RecordError. */
export const readRecord = (folder: string, isPlayground = false): Record => {
  if (!existsSync(folder))
    throw new RecordError([`${folder}: there is no such folder. Set DATA_DIR to the record's folder.`]);
  const mistakes: string[] = [];
  const one = <T>(file: string, shape: z.ZodType<T>): T | undefined => {
    if (!existsSync(file)) return undefined;
    const read = readFile(file, shape);
    mistakes.push(...read.mistakes);
    return read.value;
  };
  const record = {
    network: one(join(folder, "network.yaml"), networkShape),
    series: yamlIn(join(folder, "series")).flatMap((file) => one(file, seriesShape) ?? []),
    institutions: one(join(folder, "institutions.yaml"), institutionsShape) ?? {},
    people: one(join(folder, "people.yaml"), peopleShape) ?? {},
  };
  // A file that cannot be read says nothing of what it knows.
  const isWhole = mistakes.length === 0;
  const files = [...yamlIn(join(folder, "webinars")), ...(isPlayground ? yamlIn(join(folder, "playground")) : [])];
  const webinars = files.flatMap((file) => {
    const read = readFile(file, webinarShape);
    mistakes.push(...read.mistakes);
    if (read.value === undefined) return [];
    if (isWhole) mistakes.push(...checkReferences(read.value, record, read.lineOf));
    return [read.value];
  });
  const keys = webinars.map(({ webinar }) => webinar);
  mistakes.push(
    ...keys
      .filter((key, n) => keys.indexOf(key) !== n)
      .map((key) => `${folder}: two files describe the webinar ${key}`),
  );
  if (mistakes.length > 0) throw new RecordError(mistakes);
  return { ...record, webinars };
};
