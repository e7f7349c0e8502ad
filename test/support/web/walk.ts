import type { Call } from "../../../src/core/bot/call.ts";
import type { Form } from "../../../src/core/bot/form.ts";
import { buttons, divider, type Message, message, note, text } from "../../../src/core/bot/message.ts";
import { bold, link, md } from "../../../src/core/bot/text.ts";
import { say, titleForm } from "./scripted.ts";

const show = message(
  text(
    bold("3rd international webinar"),
    bold("Partnership for education and beyond"),
    "Collaboration and networks for quality education",
  ),
  text({ node: "time", at: 1_796_457_600, style: "full", written: "Saturday, 5 December 2026, 17:00 Tokyo" }),
  text(
    "1 Dr. Paul Armstrong, The University of Manchester · collaboration and educational recovery, Greater Manchester",
    "2 Dr. Takeshi Shinohara, Hokkaido University · a whole-community approach, Okushiri Island, Hokkaido",
  ),
  divider,
  note(md`From the network's own report; ${link("the page", "https://network.example/third")}.`),
  {
    block: "choice",
    choice: { label: "Which", option: "webinar", press: "webinar show", from: [{ label: "3rd", value: "3" }] },
  },
  buttons(
    { label: "3 questions", press: "questions" },
    { label: "New webinar", press: titleForm().press, style: "primary" },
    { label: "Withdraw", press: "gone", style: "danger" },
  ),
);

/** What the bot says on the walk through the playground: one of everything that a page can show. */
export const answer = ({ said, options, asker, locale }: Call): Message | Form => {
  if ("command" in said)
    return said.command === "create"
      ? titleForm()
      : said.command === "webinar show"
        ? show
        : say(`${said.command}|${asker.user}|${locale}`);
  if (said.press === "questions") return say("Question 1\nQuestion 2", ["Back", "webinar show"]);
  if (!said.press.startsWith("manage")) return say(`Pressed ${said.press} ${options.webinar ?? ""}`);
  if (options.title === undefined) return titleForm();
  return options.title === ""
    ? titleForm(options, "A webinar has a title.")
    : say(`Created: ${options.title} · ${options.mode} · ${options.who}`);
};
