import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import packed from "@sparticuz/chromium";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** Of the npm package: another version is another folder. */
const VERSION: string = JSON.parse(
  readFileSync(new URL("../../../node_modules/@sparticuz/chromium/package.json", import.meta.url), "utf8"),
).version;

/** Nothing but the pages that it is told to open: no look-ups, updates or reports of its own. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Debian's package of each library that the npm package leaves to the machine. */
const PACKAGES: Readonly<Record<string, string>> = {
  "libnss3.so": "libnss3",
  "libnssutil3.so": "libnss3",
  "libnspr4.so": "libnspr4",
  "libplc4.so": "libnspr4",
  "libplds4.so": "libnspr4",
  "libexpat.so.1": "libexpat1",
};

/** Which Debian packages bring these missing libraries; a library that is not known by name stands as it is. */
export const packagesFor = (ldd: string): readonly string[] => {
  const missing = [...ldd.matchAll(/^\s*(\S+) => not found/gmu)].map(([, library]) => library ?? "");
  return [...new Set(missing.map((library) => PACKAGES[library] ?? library))];
};

/**
 * Where the browser is. The npm package unpacks it into the folder for temporary files without looking whether another
 * test does so at the same time, and takes an older version's for its own: so it unpacks into a folder of its own, which
 * gets its name only when it is whole.
 */
const unpack = async (): Promise<string> => {
  const whole = join(tmpdir(), `rostrum-chromium-${VERSION}`);
  if (!existsSync(whole)) {
    const before = process.env.TMPDIR;
    const mine = await mkdtemp(`${whole}-`);
    try {
      process.env.TMPDIR = mine;
      await packed.executablePath();
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    // Another test was faster: its folder is as good.
    await rename(mine, whole).catch(() => rm(mine, { recursive: true, force: true }));
  }
  return join(whole, "chromium");
};

/** What is installed by hand, where npm's does not run (another system, another processor, missing libraries). */
const INSTALLED: readonly LaunchOptions[] = [
  { channel: "chrome" },
  { executablePath: "/usr/bin/chromium" },
  { executablePath: "/usr/bin/chromium-browser" },
  { channel: "msedge" },
];

/** Which packages npm's Chromium lacks here; a sentence of what is wrong where it is something else. */
const lackOf = async (executablePath: string, error: unknown): Promise<string> => {
  const { stdout } = await promisify(execFile)("ldd", [executablePath]).catch(() => ({ stdout: "" }));
  const packages = packagesFor(stdout);
  if (packages.length > 0) return `npm's Chromium needs: apt-get install --yes ${packages.join(" ")}`;
  return `npm's Chromium does not start: ${String(error).split("\n")[0]}`;
};

const launch = (place: LaunchOptions): Promise<Browser> => chromium.launch({ ...place, args: FLAGS });

/**
 * A real browser: npm's Chromium, else an installed one; with CHROMIUM=<path> that one and no other. Rejects with what to
 * do when there is none.
 */
export const openChromium = async (chosen = process.env.CHROMIUM): Promise<Browser> => {
  if (chosen !== undefined)
    return launch({ executablePath: chosen }).catch((error: unknown) => {
      throw new Error(`CHROMIUM names no browser that starts: ${chosen}`, { cause: error });
    });
  let path = "";
  try {
    path = await unpack();
    return await launch({ executablePath: path });
  } catch (error) {
    for (const place of INSTALLED) {
      const browser = await launch(place).catch(() => undefined);
      if (browser !== undefined) return browser;
    }
    throw new Error(`${await lackOf(path, error)}. No Chrome or Chromium is installed either.`, { cause: error });
  }
};
