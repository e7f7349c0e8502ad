import type { en } from "../en/en.ts";
import { announce, discuss, notice, places } from "./announce.ts";
import { audit } from "./audit.ts";
import { bot, date, languageNames, list, purpose, rank, role, share, when } from "./common.ts";
import { correct } from "./correct.ts";
import { discussion } from "./discussion.ts";
import { drafts, templates } from "./drafts.ts";
import { cities, countries } from "./geography.ts";
import { install } from "./install.ts";
import { ladder } from "./ladder.ts";
import { manage } from "./manage.ts";
import { mention, uncalled } from "./mention.ts";
import { menu } from "./menu.ts";
import { recurrence } from "./recurrence.ts";
import { condition, doctor, record, roles, setup } from "./rostrum.ts";
import { help, home, language, remind, speaker, webinar } from "./webinar.ts";

export const zhHans: typeof en = {
  menu,
  bot,
  date,
  list,
  when,
  recurrence,
  share,
  webinar,
  remind,
  language,
  speaker,
  help,
  home,
  places,
  announce,
  ladder,
  correct,
  drafts,
  templates,
  mention,
  notice: { ...notice, ...uncalled },
  discuss,
  manage,
  discussion,
  install,
  setup,
  audit,
  roles,
  condition,
  doctor,
  record,
  rank,
  role,
  purpose,
  languageNames,
  cities,
  countries,
};
