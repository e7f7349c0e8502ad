import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The program as people start it, in a folder of its own, with nothing of this environment but the path. */
export interface Program {
  readonly pid: number;
  /** All that it has written to both outputs. */
  said(): string;
  /** Resolves when it has written something that fits; rejects when it ends before. */
  says(words: RegExp): Promise<RegExpMatchArray>;
  /** Sends the signal and resolves with the exit code, or the signal that ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | string>;
  readonly ended: Promise<number | string>;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "rostrum-"));

const PATIENCE_MS = 20_000;

const listen = (child: ChildProcess): { said: () => string; onMore: (call: () => void) => void } => {
  let text = "";
  const calls: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      for (const call of calls) call();
    });
  return { said: () => text, onMore: (call) => void calls.push(call) };
};

/** `limitBlocks`: no file may grow beyond, as on a full disk. `given`: on its command line. */
interface Given {
  readonly limitBlocks?: number;
  readonly given?: readonly string[];
}

export const startProgram = (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  { limitBlocks, given = [] }: Given = {},
): Program => {
  const own = [process.execPath, resolve("rostrum.js"), ...given];
  const limited = ["sh", "-c", `ulimit -f ${limitBlocks}; exec "$@"`, "sh", ...own];
  return startCommand(limitBlocks === undefined ? own : limited, {
    cwd: folder,
    env: { PATH: process.env.PATH, DATA_DIR: resolve("data"), PORT: "0", ...environment },
  });
};

export const startCommand = ([command = "", ...words]: readonly string[], options: SpawnOptions): Program => {
  const child = spawn(command, words, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const { said, onMore } = listen(child);
  const ended = new Promise<number | string>((done) =>
    child.once("exit", (code, signal) => done(code ?? signal ?? "")),
  );
  return {
    pid: child.pid ?? 0,
    said,
    ended,
    says: (words) =>
      new Promise((found, failed) => {
        const look = (): void => {
          const match = said().match(words);
          if (match !== null) found(match);
        };
        onMore(look);
        look();
        const late = setTimeout(() => failed(new Error(`it never said ${words}, but: ${said()}`)), PATIENCE_MS);
        late.unref();
        void ended.then((code) => setTimeout(() => failed(new Error(`it ended with ${code}: ${said()}`)), 50));
      }),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

/** One of `npm run`'s scripts, to its end: what it wrote, and how it ended. */
export const runScript = async (
  folder: string,
  [script, ...given]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly said: string; readonly code: number | string }> => {
  const child = spawn(process.execPath, [resolve(`src/${script}.ts`), ...given], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATA_DIR: resolve("data"), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { said } = listen(child);
  const code = await new Promise<number | string>((done) =>
    child.once("close", (ended, signal) => done(ended ?? signal ?? "")),
  );
  return { said: said(), code };
};
