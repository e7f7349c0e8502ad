import type { Command } from "../core/bot/command.ts";
import { approve } from "./announce/approve.ts";
import { cancel as cancelAnnouncement, stop as stopAnnouncement } from "./announce/cancel.ts";
import { confirm as confirmAnnouncement } from "./announce/confirm.ts";
import { discard, draft, keep } from "./announce/draft.ts";
import { edit as editAnnouncement, rewrite } from "./announce/edit.ts";
import { list as announcements } from "./announce/list.ts";
import { ladder, plan } from "./announce/plan.ts";
import { now as announceNow, begin, schedule as scheduleAnnouncement } from "./announce/schedule.ts";
import { settle } from "./announce/settle.ts";
import { preview } from "./announce/show.ts";
import { snooze } from "./announce/snooze.ts";
import { template, templates } from "./announce/templates.ts";
import { takeaway, withdraw } from "./announce/withdraw.ts";
import { drop, move, pause, remove, resume, skip } from "./discuss/arrange.ts";
import { cancel as cancelQuestion } from "./discuss/cancel.ts";
import { dates, unbook } from "./discuss/dates.ts";
import { add, edit, save } from "./discuss/edit.ts";
import { chat, more } from "./discuss/more.ts";
import { close, open, restore, undo } from "./discuss/open.ts";
import { confirm as confirmQuestion, post, postAgain } from "./discuss/post.ts";
import { queue } from "./discuss/queue.ts";
import { book, schedule as scheduleQuestion } from "./discuss/schedule.ts";
import { createHome, menu as everything } from "./home.ts";
import { leave } from "./leave.ts";
import { change as changeWebinar, edit as editWebinar } from "./manage/edit.ts";
import { cancel as cancelWebinar, drop as dropWebinar, move as moveWebinar, reschedule } from "./manage/move.ts";
import { drop as dropTalk, move as moveTalk, place as placeTalk, remove as removeTalk } from "./manage/order.ts";
import { add as addTalk, change as changeTalk, edit as editTalk } from "./manage/talk.ts";
import { create, publish, release } from "./manage/webinar.ts";
import { audit, older } from "./rostrum/audit.ts";
import { connect } from "./rostrum/connect.ts";
import { doctor } from "./rostrum/doctor.ts";
import { giveRole, listRoles, takeRole } from "./rostrum/roles.ts";
import { setup } from "./rostrum/setup.ts";
import { space } from "./rostrum/space.ts";
import { createShare } from "./share.ts";
import { speaker } from "./speaker.ts";
import { help } from "./webinar/help.ts";
import { language } from "./webinar/language.ts";
import { last } from "./webinar/last.ts";
import { earlier, list } from "./webinar/list.ts";
import { next } from "./webinar/next.ts";
import { now } from "./webinar/now.ts";
import { outcomes } from "./webinar/outcomes.ts";
import { questions } from "./webinar/questions.ts";
import { remind, unremind } from "./webinar/remind.ts";
import { search } from "./webinar/search.ts";
import { show } from "./webinar/show.ts";
import { speakers } from "./webinar/speakers.ts";
import { talk } from "./webinar/talk.ts";
import { time } from "./webinar/time.ts";

/** The menu, in the order in which people see it; a bare root means its first command. */
const menu: readonly Command[] = [
  next,
  now,
  last,
  list,
  show,
  talk,
  speakers,
  questions,
  search,
  time,
  language,
  remind,
  outcomes,
  help,
  speaker,
  queue,
  post,
  scheduleQuestion,
  close,
  skip,
  add,
  edit,
  move,
  remove,
  pause,
  resume,
  announcements,
  scheduleAnnouncement,
  announceNow,
  plan,
  draft,
  preview,
  editAnnouncement,
  snooze,
  cancelAnnouncement,
  withdraw,
  templates,
  template,
  create,
  editWebinar,
  publish,
  reschedule,
  cancelWebinar,
  addTalk,
  editTalk,
  moveTalk,
  removeTalk,
  doctor,
  setup,
  listRoles,
  giveRole,
  takeRole,
  audit,
];

/** The menu, and what only buttons reach. */
export const commands: readonly Command[] = [
  ...menu,
  createShare(menu),
  confirmQuestion,
  cancelQuestion,
  open,
  undo,
  restore,
  chat,
  more,
  save,
  drop,
  postAgain,
  book,
  dates,
  unbook,
  confirmAnnouncement,
  begin,
  keep,
  discard,
  rewrite,
  stopAnnouncement,
  approve,
  settle,
  space,
  connect,
  leave,
  earlier,
  unremind,
  changeWebinar,
  release,
  moveWebinar,
  dropWebinar,
  changeTalk,
  placeTalk,
  dropTalk,
  ladder,
  takeaway,
  older,
  createHome(next),
  everything,
];
