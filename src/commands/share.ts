import { createHash } from "node:crypto";
import { parseOptions } from "../core/bot/ask.ts";
import { type Command, defineCommand, type Option, type Tools } from "../core/bot/command.ts";
import { UserError } from "../core/bot/errors.ts";
import { message, note } from "../core/bot/message.ts";
import { toPage } from "../core/bot/page.ts";
import { fromOpenPress, type Press, toOpenPress } from "../core/bot/press.ts";
import { voiceAt } from "../core/delivery/compose.ts";
import { LATE_MS, planNow } from "../core/delivery/plan.ts";
import { toPost } from "../core/say/post.ts";
import { countSince } from "../core/store/counts.ts";
import { addDeliveries } from "../core/store/deliveries.ts";
import { obstacleOf, standingOf } from "./options/places.ts";

const pressOption = {
  kind: "line",
  required: true,
  parse: (raw: string): Press => fromOpenPress(raw),
} satisfies Option<Press, true>;

/** One person's posts through the bot: enough for a conversation, too few to flood a channel. */
const MOST_A_MINUTE = 5;

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
    async inspect(_asked, outside) {
      const standing = await standingOf(outside, { at: outside.at });
      const lack = obstacleOf(standing);
      if (standing !== undefined && lack !== undefined)
        throw new UserError((words) =>
          words.places.mayNot(standing.name, words.places.lack(outside.at.platform, lack, standing.self)),
        );
    },
    async run({ of }, tools) {
      const command = menu.find((one) => one.name === of.command && one.share !== undefined);
      if (command === undefined) throw cannot();
      const { account } = tools.asker;
      if (!account.rights.includes("post")) throw new UserError((words) => words.share.mayNot);
      const voice = await voiceAt(tools.trx, tools.at);
      const said = await answerTo(command, of, { ...tools, voice, audience: "everyone" });
      const page = toPage(said, { said: of, words: voice.words });
      const shared = toPost(message(...page.blocks, note(voice.words.share.by(account.name))), voice.words);
      const now = tools.now.epochMilliseconds;
      const by = [account.platform, account.space, account.user].map(encodeURIComponent).join("/");
      if ((await countSince(tools.trx, `share/${by}/`, now - 60_000)) >= MOST_A_MINUTE)
        throw new UserError((words) => words.share.tooMany);
      // A second press within the minute is a double click: the same delivery.
      const digest = createHash("sha256").update(toOpenPress(of)).digest("base64url").slice(0, 16);
      const what = `share/${by}/${digest}/${Math.floor(now / 60_000)}`;
      await addDeliveries(tools.trx, [planNow({ what, to: tools.at, message: shared, now, lateMs: LATE_MS.share })]);
      const again = toPage(await answerTo(command, of, tools), { said: of, words: tools.voice.words });
      return message(...again.blocks, note(tools.voice.words.share.done));
    },
  });
