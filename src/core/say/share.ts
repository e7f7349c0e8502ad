import type { Button, Reply } from "../bot/message.ts";
import { type Press, press, toOpenPress } from "../bot/press.ts";
import type { Words } from "../words/words.ts";

/** The button that posts an answer for everyone; `of` is the call that it answers. */
export const shareButton = (words: Words, of: Press): Button<Press> => ({
  label: words.share.button,
  press: press("share", { of: toOpenPress(of) }),
});

/** An answer without that button: as it is posted. Rows that are left empty go, too. */
export const withoutShare = (said: Reply): Reply => ({
  kind: "message",
  blocks: said.blocks.flatMap((block): Reply["blocks"] => {
    if (block.block !== "buttons") return [block];
    const kept = block.buttons.filter(({ press: one }) => one.command !== "share");
    return kept.length === 0 ? [] : [{ block: "buttons", buttons: kept }];
  }),
});
