import { parseOptions } from "../core/bot/ask.ts";
import { type Command, defineCommand, type Option, type Tools } from "../core/bot/command.ts";
import { UserError } from "../core/bot/errors.ts";
import { message, note } from "../core/bot/message.ts";
import { fromOpenPress, type Press } from "../core/bot/press.ts";
import { voiceAt } from "../core/delivery/compose.ts";
import { LATE_MS, planNow } from "../core/delivery/plan.ts";
import { toPost } from "../core/say/post.ts";
import { addDeliveries } from "../core/store/deliveries.ts";

const pressOption = {
  kind: "line",
  required: true,
  parse: (raw: string): Press => fromOpenPress(raw),
} satisfies Option<Press, true>;

const cannot = (): UserError => new UserError((words) => words.share.cannot);

/** The answer that a shareable command gives to this press. */
const answerTo = async (command: Command, { options }: Press, tools: Tools) => {
  const { asked, missing, problems } = await parseOptions(command, options, tools);
  if (missing.length + Object.keys(problems).length > 0) throw cannot();
  const said = await command.run(asked, tools, undefined);
  if (!("kind" in said)) throw cannot();
  return said;
};

/** Posts an answer of one of these for all to see, in the language of the place; through delivery, like all posts. */
export const createShare = (menu: readonly Command[]): Command =>
  defineCommand({
    name: "share",
    rank: "member",
    changes: true,
    hidden: true,
    options: { of: pressOption },
    async run({ of }, tools) {
      const command = menu.find((one) => one.name === of.command && one.share !== undefined);
      if (command === undefined) throw cannot();
      const { account } = tools.asker;
      if (!account.rights.includes("post")) throw new UserError((words) => words.share.mayNot);
      const voice = await voiceAt(tools.trx, tools.at);
      const said = await answerTo(command, of, { ...tools, voice, audience: "everyone" });
      const shared = toPost(message(...said.blocks, note(voice.words.share.by(account.name))), voice.words);
      const now = tools.now.epochMilliseconds;
      await addDeliveries(tools.trx, [
        planNow({ what: `share/${tools.id}`, to: tools.at, message: shared, now, lateMs: LATE_MS.share }),
      ]);
      return message(...(await answerTo(command, of, tools)).blocks, note(tools.voice.words.share.done));
    },
  });
