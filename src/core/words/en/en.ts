import { announce, discuss, notice, places } from "./announce.ts";
import { bot, date, languageNames, list, purpose, rank, role, share, when } from "./common.ts";
import { discussion } from "./discussion.ts";
import { cities, countries } from "./geography.ts";
import { install } from "./install.ts";
import { mention, uncalled } from "./mention.ts";
import { menu } from "./menu.ts";
import { condition, doctor, record, roles, setup } from "./rostrum.ts";
import { help, home, language, remind, speaker, webinar } from "./webinar.ts";

/** English is the type of all catalogues. */
export const en = {
  menu,
  bot,
  date,
  list,
  when,
  share,
  webinar,
  remind,
  language,
  speaker,
  help,
  home,
  places,
  announce,
  mention,
  notice: { ...notice, ...uncalled },
  discuss,
  discussion,
  install,
  setup,
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
