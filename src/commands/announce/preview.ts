import { type Block, type Message, mapPresses, text } from "../../core/bot/message.ts";
import { fromOpenPress, type Press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import type { Network } from "../../core/network/network.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import { toVoice, type Voice } from "../../core/say/voice.ts";

/** Each place's post as it will look, one under the other, labelled; places that would show the same stand together. */
export const previewOf = (
  voice: Voice,
  {
    places,
    network,
    compose,
    calls,
  }: {
    readonly places: readonly Place[];
    readonly network: Network;
    readonly compose: (voice: Voice) => Message;
    /** Who is called in a place, in words, and the first line of the post there. */
    readonly calls?: (place: Place) => { readonly said: string; readonly line: string | undefined };
  },
): readonly Block<Press>[] =>
  [...Map.groupBy(places, (place) => JSON.stringify([place.language, calls?.(place)])).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { language } = first;
    const calling = calls?.(first);
    const post = mapPresses(compose(toVoice(language, network)), fromOpenPress);
    // Buttons of a post do nothing in its preview, so they are left out.
    const shown = post.blocks.filter(({ block }) => block !== "buttons" && block !== "choice");
    return [
      text(bold(voice.words.announce.preview(voice.words.list(same.map(placeName)))), calling?.said),
      calling?.line === undefined ? undefined : text(bold(calling.line)),
      ...shown,
      { block: "divider" as const },
    ].filter((block) => block !== undefined);
  });
