import { PlatformError } from "../../core/bot/errors.ts";
import type { Platform } from "../../core/bot/platform.ts";
import type { Clock } from "../../core/time/clock.ts";
import { isTokenRefused } from "./fault.ts";
import { createPace } from "./pace.ts";
import type { Patience } from "./patience.ts";
import { editPost, postOnce, removePost } from "./post.ts";
import type { Tenancy } from "./tenancy.ts";

/** One of several workspaces that has no token: what is due there waits, and is looked at again after this. */
const AWAY_MS = 300_000;
/** A token that Slack says has ended is being renewed. */
const RENEWED_MS = 5_000;

interface Way {
  readonly apiUrl: string;
  readonly token: string;
}

/** What leaves for a place, by the token of the place's own workspace. */
export const createSending = (
  given: { readonly apiUrl: string; readonly clock: Clock; readonly patience: Patience },
  { tenancy, many }: { readonly tenancy: Tenancy; readonly many: unknown },
): Pick<Platform, "post" | "edit" | "remove"> => {
  const paces = new Map<string, ReturnType<typeof createPace>>();
  const paceIn = (space: string): ReturnType<typeof createPace> => {
    const pace = paces.get(space) ?? createPace(given);
    paces.set(space, pace);
    return pace;
  };
  /** Of several workspaces, one without a token is no reason for the others to wait. */
  const away = (cause: string): PlatformError =>
    many === undefined
      ? new PlatformError("place", "another workspace")
      : new PlatformError("wait", cause, cause === "token_expired" ? RENEWED_MS : AWAY_MS);
  const sending = async <T>(space: string, send: (way: Way) => Promise<T>): Promise<T> => {
    const token = await tenancy.tokenOf(space);
    if (token === undefined) throw away("not installed");
    try {
      return await send({ apiUrl: given.apiUrl, token });
    } catch (error) {
      if (!(error instanceof PlatformError) || !isTokenRefused(error.cause)) throw error;
      const word = String(error.cause);
      tenancy.refuse(space, { token, word });
      throw many === undefined ? error : away(word);
    }
  };
  return {
    async post(frozen) {
      await paceIn(frozen.to.space)(frozen.to.channel);
      return sending(frozen.to.space, (way) => postOnce(frozen, way));
    },
    remove: (post) => sending(post.at.space, (way) => removePost(post, way)),
    edit: (post, said) => sending(post.at.space, (way) => editPost(post, said, way)),
  };
};
