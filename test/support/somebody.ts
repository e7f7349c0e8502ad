import type { Account, Call } from "../../src/core/bot/call.ts";
import type { Form } from "../../src/core/bot/form.ts";
import { parseLine } from "../../src/core/bot/line.ts";
import type { Message } from "../../src/core/bot/message.ts";
import type { Bot } from "../../src/core/bot/platform.ts";
import { toPlain } from "../../src/core/bot/text.ts";

/** What the bot said to somebody, as they read it. */
export interface Said {
  readonly answer: Message | Form;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** Somebody who uses the bot. What they press and fill in is of the last answer they got. */
export interface Somebody {
  readonly account: Account;
  say(line: string): Promise<Said>;
  press(label: string): Promise<Said>;
  choose(value: string): Promise<Said>;
  fillIn(values: Readonly<Record<string, string>>): Promise<Said>;
  /** Any call at all, as a forged or repeated request would be. */
  call(call: Partial<Call>): Promise<Said>;
  suggest(line: string, option: string, typed: string): Promise<readonly string[]>;
}

export const toSaid = (answer: Message | Form): Said =>
  answer.kind === "form"
    ? {
        answer,
        text: [
          answer.title,
          ...answer.fields.map(({ label, value, problem }) =>
            [`${label}: ${value ?? ""}`, problem].filter(Boolean).join(" – "),
          ),
        ].join("\n"),
        buttons: [answer.labels.submit],
      }
    : {
        answer,
        text: answer.blocks.flatMap((block) => ("text" in block ? [toPlain(block.text)] : [])).join("\n"),
        buttons: answer.blocks.flatMap((block) =>
          block.block === "buttons" ? block.buttons.map(({ label }) => label) : [],
        ),
      };

export const createSomebody = (
  bot: () => Bot,
  account: Account,
  at: { channel: string; locale: string | undefined; nextId: () => string },
): Somebody => {
  let last: Message | Form | undefined;
  const call = async (given: Partial<Call>): Promise<Said> => {
    const whole: Call = {
      id: at.nextId(),
      asker: account,
      at: { platform: account.platform, space: account.space, channel: at.channel },
      ...(at.locale !== undefined && { locale: at.locale }),
      said: { command: "webinar next" },
      options: {},
      ...given,
    };
    last = await bot().handle(whole);
    return toSaid(last);
  };
  const blocks = () => (last?.kind === "message" ? last.blocks : []);
  return {
    account,
    call,
    say(line) {
      const { command, options } = parseLine(bot().menu, line);
      return call({ said: { command }, options });
    },
    press(label) {
      const buttons = blocks().flatMap((block) => (block.block === "buttons" ? block.buttons : []));
      const button = buttons.find((one) => one.label === label);
      if (button === undefined)
        throw new Error(`no button “${label}” among ${buttons.map((one) => one.label).join(", ")}`);
      return call({ said: { press: button.press } });
    },
    choose(value) {
      const block = blocks().find((one) => one.block === "choice");
      if (block?.block !== "choice") throw new Error("nothing to choose from");
      return call({ said: { press: block.choice.press }, options: { [block.choice.option]: value } });
    },
    fillIn(values) {
      if (last?.kind !== "form") throw new Error("no form is open");
      const standing = Object.fromEntries(last.fields.map(({ option, value }) => [option, value ?? ""]));
      return call({ said: { press: last.press }, options: { ...standing, ...values } });
    },
    async suggest(line, option, typed) {
      const found = await bot().suggest(
        {
          id: "s",
          asker: account,
          at: { platform: account.platform, space: account.space, channel: at.channel },
          said: { command: line },
          options: { [option]: typed },
        },
        option,
      );
      return found.map(({ label }) => label);
    },
  };
};
