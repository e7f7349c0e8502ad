import type { Account } from "./call.ts";

/** Whose a draft or an answer is: "discord/1/2". */
export const ownerOf = ({ platform, space, user }: Pick<Account, "platform" | "space" | "user">): string =>
  [platform, space, user].map(encodeURIComponent).join("/");
