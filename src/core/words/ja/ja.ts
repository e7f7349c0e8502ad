import { en } from "../en/en.ts";
export const ja: typeof en = { ...en };
