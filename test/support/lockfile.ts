import { readFileSync } from "node:fs";

/** What npm writes of one package in package-lock.json. */
export interface Locked {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** Folders with a lockfile: Rostrum's, and that of a tool which is not installed with it. */
export const FOLDERS = [".", "mutation"] as const;

export const readManifest = (folder = "."): Manifest =>
  JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Manifest;

export const directOf = (manifest: Manifest): readonly (readonly [name: string, version: string])[] =>
  Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies });

export const readLocked = (folder = "."): readonly Locked[] => {
  const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, "utf8")) as {
    readonly packages: Readonly<Record<string, Omit<Locked, "path" | "name"> & { readonly name?: string }>>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, one]) => ({ ...one, path, name: one.name ?? path.replace(/^.*node_modules\//, "") }));
};
