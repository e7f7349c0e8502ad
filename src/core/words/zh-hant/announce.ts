import type * as en from "../en/announce.ts";
import { lack } from "./lack.ts";

export const places: typeof en.places = {
  lack,
  none: {
    announcements: "尚未設定公告頻道。管理員可用 /rostrum setup 設定。",
    discussion: "尚未設定討論頻道。管理員可用 /rostrum setup 設定。",
    desk: "尚未設定主辦人頻道。管理員可用 /rostrum setup 設定。",
  },
  unknown: (typed, known) => `已設定的頻道中沒有「${typed}」。目前有：${known}`,
  gone: (known) => `先前顯示的頻道已不在設定中，未做任何變更。請重新開始。目前有：${known}`,
  mayNot: (place, why) => `${place}：${why}`,
  unsure: (names) => `${names}：這裡無法自動確認是否送達。若中途斷線，會請您確認，不會重複發布。`,
  tooLong: (place) => `連同下方的議程，對 ${place} 來說太長了。請縮短內文。`,
};

export const announce: typeof en.announce = {
  previewTitle: (when) => `公告：${when}`,
  preview: (place) => `${place}：`,
  late: {
    announcement: "若超過24小時，或到線上研討會開始時仍無法發布，就不再發布，並通知主辦人頻道。",
    question: "若超過1小時仍無法發布，就不再發布，並通知主辦人頻道。",
    relative: "線上研討會改期時，發布時間會跟著調整。",
  },
  promise: "即使中途斷線，每個頻道也只發布一次。",
  schedule: "排定發布",
  scheduled: (when, where) => `已排定。時間：${when}；頻道：${where}`,
  already: "這則公告已經排定了。",
  takeBack: "取消發布",
  listTitle: (days) => `未來${days}天`,
  listAll: "所有已排定的內容",
  nothing: "目前沒有排定任何內容。",
  nothingNow: (when, all) => `這段期間沒有排定任何內容。下一則的時間：${when}。按「${all}」即可查看。`,
  goneOut: "先前的內容",
  days: (days) => `${days}天`,
  all: "全部",
  cancel: "取消發布",
  cancelThis: (what) => `取消發布「${what}」`,
  cancelled: (what) => `已取消「${what}」，不會發布。`,
  tooLate: "正在發布或已經發布，無法取消。",
  nothingToCancel: "先前已經取消了。",
  state: {
    scheduled: "已排定",
    ready: "等待重試",
    sending: "發布中",
    unknown: "正在確認是否送達",
    sent: "✓ 已發布",
    held: "不確定是否送達",
    failed: "無法發布",
    expired: "逾時，未發布",
    cancelled: "已取消",
  },
  shared: "分享的回覆",
  notice: "給主辦人頻道的通知",
  labels: "公告、最新消息、消息",
  isThere: "已送達",
  sendAgain: "重新發布",
  settled: {
    there: (what) => `已記錄：「${what}」已送達。`,
    noThread: "不知道是哪一則訊息，無法建立討論串。請手動建立。",
    again: (what) => `正在重新發布「${what}」。`,
  },
  cancelledRest: (what, where) => `「${what}」尚未發布的部分已取消；以下頻道已經發布：${where}`,
  settledAlready: "這件事已經處理好了。",
};

export const notice: typeof en.notice = {
  held: (what, place) => `不確定「${what}」是否送達 ${place}：對方還沒回應，連線就中斷了。請到該頻道看看。`,
  failed: (what, place) => `「${what}」無法發布到 ${place}：對方不接受這則訊息。`,
  place: (what, place) =>
    `「${what}」的發布時間到了，但我無法發布到 ${place}。在期限之前會持續重試。缺少哪些權限，請見 /rostrum doctor。`,
  uncorrected: (what, place) => `「${what}」的紀錄已變更，但 ${place} 的訊息無法更正。請到該頻道看看。`,
  stop: (platform) => `${platform} 不再接受我的權杖。在更新權杖並重新啟動 Rostrum 之前，不會在該處發布任何訊息。`,
  expired: (what, place) => `「${what}」已逾時，未發布到 ${place}。`,
  gone: (what, place) => `「${what}」未發布到 ${place}：相關的線上研討會已取消、已改回草稿，或開始時間已不確定。`,
  thread: (what, place) => `「${what}」已發布到 ${place}，但無法建立討論串。`,
  deleted: (what, place) => `${place} 的訊息「${what}」被刪除了。我不會自行重新發布。`,
  threadDeleted: (what, place) => `${place} 的訊息「${what}」，其討論串被刪除了。訊息本身還在。`,
  channelAway: {
    archived: (place) => `${place} 已封存。排定在該處發布的內容會保留，直到解除封存。`,
    left: (place, self = "Rostrum") =>
      `我被移出 ${place} 了。排定在該處發布的內容會保留，直到再次邀請我：請開啟頻道，送出 /invite @${self}`,
  },
  channelGone: (place, posts) =>
    posts === undefined ? `${place} 已刪除。` : `${place} 已刪除，我在該處發布的訊息也一併消失：${posts}。`,
  placeGone: (purpose) => `這原本是${purpose}頻道。請用 /rostrum setup 另選一個。`,
  spaceGone: (platform, space) =>
    `我已不在 ${platform} 伺服器「${space}」中：可能是我被移除，或伺服器已刪除。排定在該處發布的內容會保留，直到再次邀請我。`,
  spaceLeft: (platform, space) =>
    `${platform} 工作空間「${space}」移除了 Rostrum，或收回了權杖。排定在該處發布的內容會保留，直到工作空間管理員重新安裝：安裝連結請見 /rostrum doctor。`,
  quoted: (what) => `「${what}」`,
  andMore: (names, more) => (more === 0 ? names : `${names}，另有${more}則`),
};

export const discuss: typeof en.discuss = {
  panelTitle: (name) => `${name} · 討論`,
  waiting: "待發布",
  scheduledFor: (when) => `排定於${when}`,
  posting: "發布中",
  unclear: "不確定是否送達",
  notPosted: "未發布",
  postNow: (number, where) => `立即在 ${where} 發布討論題${number}`,
  previewNow: (number) => `討論題${number}：立即發布`,
  previewAt: (number, when) => `討論題${number}：${when}`,
  posted: (number, where) => `即將在 ${where} 發布討論題${number}。`,
  alreadyAll: (number) => `討論題${number}在這些頻道都已發布或排定，沒有新增任何內容。`,
  notFound: (typed, known) => `沒有「${typed}」這一題。目前有：${known}`,
  heading: (number, of) => `討論題${number}（共${of}題）`,
  led: (names) => `帶領討論：${names} · 請在討論串中回覆`,
  answer: "請在討論串中回覆",
  thread: (number, label) => `討論題${number}：${label}`,
  labels: "討論題、討論題目、問題、提問",
  refresh: "重新整理",
};
