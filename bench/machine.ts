import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";

const require = createRequire(import.meta.url);

const versionOf = (name: string): string => {
  const found = require.resolve.paths(name)?.map((folder) => `${folder}/${name}/package.json`) ?? [];
  for (const file of found) {
    try {
      return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
    } catch {
      // Not in this folder; the next one outwards.
    }
  }
  return "?";
};

/** What the figures were measured on, a line each. */
export const describeMachine = (): readonly string[] => {
  const cores = cpus();
  return [
    `Machine: ${cores.length} × ${cores[0]?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()} ${arch()}`,
    `Node ${process.versions.node}, SQLite ${process.versions.sqlite ?? "?"}`,
    `Libraries: ${["discord.js", "@slack/bolt", "kysely", "hono", "pino"].map((name) => `${name} ${versionOf(name)}`).join(", ")}`,
  ];
};

export const load = (): string => (loadavg()[0] ?? 0).toFixed(2);
