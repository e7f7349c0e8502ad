import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Processes of this run. What is measured never shares an event loop with the servers that it talks to. */

export interface Child {
  readonly pid: number;
  /** When it was spawned, on this process's clock. */
  readonly since: number;
  /** The first line that begins so, and when it came. Rejects when the child ends before, with what it said. */
  says(beginning: string): Promise<{ readonly line: string; readonly at: number }>;
  /** SIGTERM, and waits for its end: a compile cache is written at an orderly exit only. */
  end(): Promise<void>;
}

/** The checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("../", import.meta.url));
export const childFile = (name: string): string => `${root}bench/children/${name}`;

/** What `npm start` says to Node before "rostrum.js": ours is measured as people run it. */
export const nodeFlags = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
};

const PATIENCE_MS = 60_000;
const running = new Set<ChildProcess>();
// Whatever ends this process ends them with it.
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

interface Line {
  readonly line: string;
  readonly at: number;
}

const watch = (child: ChildProcess): { readonly lines: readonly Line[]; onLine(call: () => void): void } => {
  const lines: Line[] = [];
  const calls: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      const at = performance.now();
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts.map((line) => ({ line, at })));
      for (const call of calls) call();
    });
  }
  return { lines, onLine: (call) => void calls.push(call) };
};

export const startChild = (
  args: readonly string[],
  given: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Child => {
  const since = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: given.cwd ?? root,
    env: { PATH: process.env.PATH, ...given.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      running.delete(child);
      resolve();
    });
  });
  const { lines, onLine } = watch(child);
  const told = (): string => lines.map(({ line }) => line).join("\n");
  return {
    pid: child.pid ?? 0,
    since,
    says: (beginning) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find(({ line }) => line.startsWith(beginning));
          if (found !== undefined) resolve(found);
        };
        onLine(look);
        look();
        setTimeout(() => reject(new Error(`${args[0]} never said ${beginning}: ${told()}`)), PATIENCE_MS).unref();
        void ended.then(() => setTimeout(() => reject(new Error(`${args[0]} ended: ${told()}`)), 50));
      }),
    end: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
};

/** What of the process is in memory now, in MiB. */
export const residentMiB = (pid: number): number => {
  const status = `/proc/${pid}/status`;
  const kib = existsSync(status)
    ? /VmRSS:\s+(\d+)/u.exec(readFileSync(status, "utf8"))?.[1]
    : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(kib) / 1024;
};
