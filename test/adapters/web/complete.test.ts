import { expect, test } from "vitest";
import { complete } from "../../../src/adapters/web/complete.ts";
import type { Language } from "../../../src/core/words/language.ts";
import { channels, personas, say, script, spaces } from "../../support/web/scripted.ts";

const bot = script(() => say("hello"));
const after = async (line: string, language: Language = "en") => {
  const asker = { platform: "web", space: "playground", user: "member", name: "", rights: [], groups: [] } as const;
  const call = {
    id: "1",
    asker,
    at: { platform: "web", space: "playground", channel: "discussion" },
    said: { command: "" },
    options: {},
  } as const;
  return complete({ line, call, language, world: { bot, personas, spaces, channels } });
};
const lines = async (line: string) => (await after(line)).map((one) => one.line);

test("a slash offers every command, with its summary in the page's language", async () => {
  expect(await lines("/")).toEqual(["/webinar ", "/webinar next ", "/webinar show "]);
  expect(await after("/webinar s", "ja")).toEqual([
    { line: "/webinar show ", label: "/webinar show", detail: "ウェビナー" },
  ]);
});

test("a command is found by the beginning of any of its words, too", async () => {
  expect(await lines("/sho")).toEqual(["/webinar show "]);
  expect(await lines("/ne web")).toEqual(["/webinar next "]);
  expect(await lines("/webinar")).toEqual(["/webinar ", "/webinar next ", "/webinar show "]);
});

test("nothing is offered for an empty line or one that begins no command", async () => {
  expect(await lines("")).toEqual([]);
  expect(await lines("/nonsense")).toEqual([]);
  expect(await lines(`/webinar show ${"x".repeat(3_000)}`)).toEqual([]);
});

test("after a command its first option's values and all its options are offered", async () => {
  expect(await lines("/webinar show ")).toEqual([
    "/webinar show 3 ",
    '/webinar show "4 draft" ',
    "/webinar show webinar:",
    "/webinar show as:",
    "/webinar show for:",
    "/webinar show place:",
  ]);
  expect(await lines("/webinar show 3rd")).toEqual(["/webinar show 3 "]);
});

test("after an option's name its values are offered, quoted where they must be", async () => {
  expect(await lines("/webinar show webinar:4th")).toEqual(['/webinar show webinar:"4 draft" ']);
  expect(await lines('/webinar show webinar:"4th we')).toEqual(['/webinar show webinar:"4 draft" ']);
  expect((await after("/webinar show 3 as:")).map(({ label }) => label)).toEqual(["Short", "In full"]);
  expect((await after("/webinar show 3 as:全", "ja")).map(({ line }) => line)).toEqual(["/webinar show 3 as:long "]);
  expect(await lines("/webinar show for:adm")).toEqual(["/webinar show for:<@admin> "]);
  expect(await lines("/webinar show place:discord #d")).toEqual(["/webinar show place:<#discussion> "]);
});

test("a colon in what is typed begins no other option", async () => {
  expect(await lines("/webinar show webinar:: two")).toEqual(['/webinar show webinar:"4 draft" ']);
});

test("options that are there already are not offered again", async () => {
  expect(await lines("/webinar show webinar:3 as:long ")).toEqual([
    "/webinar show webinar:3 as:long for:",
    "/webinar show webinar:3 as:long place:",
  ]);
  expect(await lines("/webinar show webinar:3 pl")).toEqual(["/webinar show webinar:3 place:"]);
});
