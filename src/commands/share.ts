import { parseOptions } from "../core/bot/ask.ts";
import { type Command, defineCommand, type Option, type Tools } from "../core/bot/command.ts";
import { UserError } from "../core/bot/errors.ts";
import { message, note } from "../core/bot/message.ts";
import { fromOpenPress, type Press } from "../core/bot/press.ts";
import { voiceAt } from "../core/delivery/compose.ts";
import { LATE_MS, planNow } from "../core/delivery/plan.ts";
import { toPost } from "../core/say/post.ts";
import { withoutShare } from "../core/say/share.ts";
import { addDeliveries } from "../core/store/deliveries.ts";

const pressOption = {
  kind: "line",
  required: true,
  parse: (raw: string): Press => fromOpenPress(raw),
} satisfies Option<Press, true>;

/** Posts the answer to one of these look-ups for all to see, in the language of the place; through delivery, like all posts. */
export const createShare = (lookups: readonly Command[]): Command =>
  defineCommand({
    name: "share",
    rank: "member",
    changes: true,
    hidden: true,
    options: { of: pressOption },
    async run({ of }, tools) {
      const command = lookups.find((one) => one.name === of.command);
      if (command === undefined) throw new UserError((words) => words.share.cannot);
      if (!tools.asker.account.rights.includes("post")) throw new UserError((words) => words.share.mayNot);
      const place = await voiceAt(tools.trx, tools.at);
      const there: Tools = {
        ...tools,
        language: place.language,
        words: place.words,
        zone: place.zone,
        audience: "everyone",
      };
      const reply = async (voice: Tools) => {
        const { asked, missing, problems } = await parseOptions(command, of.options, voice);
        if (missing.length + Object.keys(problems).length > 0) throw new UserError((words) => words.share.cannot);
        const said = await command.run(asked, voice, undefined);
        if (!("kind" in said)) throw new UserError((words) => words.share.cannot);
        return withoutShare(said);
      };
      const said = await reply(there);
      const shared = toPost(message(...said.blocks, note(place.words.share.by(tools.asker.account.name))), place.words);
      await addDeliveries(tools.trx, [
        planNow({
          what: `share/${tools.id}`,
          to: tools.at,
          message: shared,
          now: tools.now.epochMilliseconds,
          lateMs: LATE_MS.share,
        }),
      ]);
      return message(...(await reply(tools)).blocks, note(tools.words.share.done));
    },
  });
