import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The network's record in a folder of its own, with one more webinar. */
export const dataWith = (webinar: { readonly webinar: string; readonly [key: string]: unknown }): string => {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  cpSync("data", folder, { recursive: true });
  // JSON is YAML, and is not folded in the middle of an emoji.
  writeFileSync(join(folder, "webinars", `${webinar.webinar}.yaml`), JSON.stringify(webinar));
  return folder;
};
