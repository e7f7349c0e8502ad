import { type Command, defineCommand } from "../core/bot/command.ts";
import { buttons, divider, message, note, text } from "../core/bot/message.ts";
import { press } from "../core/bot/press.ts";
import { bold, md } from "../core/bot/text.ts";
import { zoneName } from "../core/say/time.ts";
import { visible } from "./webinar/help.ts";

/** A page to come back to, where the platform has one: everything that a member needs, without typing. */
export const createHome = (next: Command): Command =>
  defineCommand({
    name: "home",
    rank: "member",
    hidden: true,
    options: {},
    async run(_asked, tools) {
      const { words, language, zone } = tools.voice;
      const card = await next.run({}, tools, undefined);
      return message(
        ...("kind" in card ? card.blocks : []),
        divider,
        note(words.home.language(words.languageNames[language], zoneName(tools.voice, zone))),
        buttons({ label: words.menu["webinar language"].title, press: press("webinar language") }),
        // The last row stands under every page, and has room for the button of another language.
        buttons(
          { label: words.home.speaker, press: press("speaker") },
          { label: words.home.webinar, press: press("webinar show", {}, ["webinar"]) },
          { label: words.webinar.listTitle, press: press("webinar list") },
          { label: words.help.title, press: press("menu") },
        ),
      );
    },
  });

/** What somebody may do, each thing as a button. */
export const menu = defineCommand({
  name: "menu",
  rank: "member",
  hidden: true,
  options: {},
  async run(_asked, tools) {
    const { words, language } = tools.voice;
    const roots = Map.groupBy(visible(tools), ({ name }) => name.split(" ")[0] ?? name);
    return message(
      text(bold(words.help.title)),
      ...[...roots.values()].flatMap((entries) => [
        text(...entries.map(({ name, summary }) => md`${bold(`/${name}`)} · ${summary[language]}`)),
        ...inRows(entries).map((row) => buttons(...row.map(({ name }) => ({ label: `/${name}`, press: press(name) })))),
      ]),
    );
  },
});

/** Discord: five buttons in a row. */
const ROW = 5;
const inRows = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / ROW) }, (_, n) => all.slice(n * ROW, (n + 1) * ROW));
