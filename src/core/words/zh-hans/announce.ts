import type * as en from "../en/announce.ts";
import { lack } from "./lack.ts";

export const places: typeof en.places = {
  lack,
  none: {
    announcements: "尚未设置公告频道。请管理员用 /rostrum setup 设置。",
    discussion: "尚未设置讨论频道。请管理员用 /rostrum setup 设置。",
    desk: "尚未设置组织者频道。请管理员用 /rostrum setup 设置。",
  },
  unknown: (typed, known) => `已设置的频道中没有“${typed}”。可选的频道：${known}`,
  gone: (known) => `之前显示的频道已不在设置中，未做任何操作。请重新开始。可选的频道：${known}`,
  mayNot: (place, why) => `${place}：${why}`,
  unsure: (names) => `${names}：这里无法自动确认消息是否送达。连接中断时会请您确认，不会重复发布。`,
  tooLong: (place) => `加上下方的议程，超出了 ${place} 的长度限制。请缩短正文。`,
};

export const announce: typeof en.announce = {
  previewTitle: (when) => `公告：${when}`,
  preview: (place) => `${place}：`,
  late: {
    announcement: "如果24小时内或网络研讨会开始前仍未能发出，就不再发布，并在组织者频道说明。",
    question: "如果1小时内仍未能发出，就不再发布，并在组织者频道说明。",
    relative: "网络研讨会改期时，发布时间也会随之调整。",
  },
  promise: "即使中途连接中断，每个频道也只发布一次。",
  schedule: "定时发布",
  scheduled: (when, where) => `已设为定时发布。时间：${when}；频道：${where}`,
  already: "此前已设为定时发布，无需再次操作。",
  takeBack: "取消定时发布",
  listTitle: (days) => `今后${days}天`,
  listAll: "全部定时发布",
  nothing: "没有待发布的内容。",
  nothingNow: (when, all) => `这段时间没有待发布的内容。下一条的时间：${when}。点“${all}”可查看。`,
  goneOut: "此前的发布",
  days: (days) => `${days}天`,
  all: "全部",
  cancel: "取消",
  cancelThis: (what) => `取消“${what}”`,
  cancelled: (what) => `已取消“${what}”，不会发布。`,
  tooLate: "正在发布或已经发布，无法取消。",
  nothingToCancel: "此前已经取消。",
  state: {
    scheduled: "待发布",
    ready: "等待重试",
    sending: "正在发布",
    unknown: "正在确认是否送达",
    sent: "✓ 已发布",
    held: "不确定是否送达",
    failed: "未能发布",
    expired: "已过时限，不再发布",
    cancelled: "已取消",
  },
  shared: "分享的内容",
  notice: "给组织者的通知",
  labels: "公告、通知、消息",
  isThere: "已送达",
  sendAgain: "重新发送",
  settled: {
    there: (what) => `已将“${what}”记为送达。`,
    noThread: "由于不知道是哪一条消息，无法创建讨论串，请手动创建。",
    again: (what) => `正在重新发送“${what}”。`,
  },
  cancelledRest: (what, where) => `“${what}”尚未发布的部分已取消。此前已发布到：${where}`,
  settledAlready: "这件事已经处理过了。",
};

export const notice: typeof en.notice = {
  held: (what, place) => `不确定“${what}”是否已送达 ${place}：还没收到回应，连接就中断了。请前往查看。`,
  failed: (what, place) => `“${what}”未能发布到 ${place}：平台不接受这条消息。`,
  place: (what, place) =>
    `“${what}”已到发布时间，但 Rostrum 无法在 ${place} 发布，会在时限内继续重试。用 /rostrum doctor 可以查看缺少什么权限。`,
  uncorrected: (what, place) => `“${what}”的记录已有改动，但未能更正已发布到 ${place} 的内容。请前往查看。`,
  stop: (platform) =>
    `${platform} 不再接受 Rostrum 的令牌。更换令牌并重启 Rostrum 之前，不会在 ${platform} 发布任何内容。`,
  expired: (what, place) => `“${what}”已过时限，没有发布到 ${place}。`,
  gone: (what, place) => `“${what}”没有发布到 ${place}：相关的网络研讨会已取消、已改回草稿，或开始时间已不确定。`,
  thread: (what, place) => `“${what}”已发布到 ${place}，但未能创建讨论串。`,
  deleted: (what, place) => `有人删除了 Rostrum 发布到 ${place} 的“${what}”。Rostrum 不会自动重新发布。`,
  threadDeleted: (what, place) => `有人删除了“${what}”在 ${place} 的讨论串，所发布的消息本身还在。`,
  channelAway: {
    archived: (place) => `${place} 已归档。待发布的内容会保留，频道恢复后再发布。`,
    left: (place, self = "Rostrum") =>
      `Rostrum 已被移出 ${place}。待发布的内容会保留，重新邀请后再发布。请打开该频道，发送 /invite @${self}`,
  },
  channelGone: (place, posts) =>
    posts === undefined ? `${place} 已被删除。` : `${place} 已被删除，Rostrum 发布在其中的内容也随之删除：${posts}。`,
  placeGone: (purpose) => `它原来用作${purpose}频道。请用 /rostrum setup 另选一个。`,
  spaceGone: (platform, space) =>
    `Rostrum 已不在 ${platform} 服务器“${space}”中：可能是被移出，也可能是服务器已删除。待发布的内容会保留，重新邀请后再发布。`,
  spaceLeft: (platform, space) =>
    `${platform} 工作区“${space}”移除了 Rostrum，或撤销了它的令牌。待发布的内容会保留，该工作区的管理员重新安装后再发布。安装链接可用 /rostrum doctor 查看。`,
  quoted: (what) => `“${what}”`,
  andMore: (names, more) => (more === 0 ? names : `${names}，另有${more}条`),
};

export const discuss: typeof en.discuss = {
  panelTitle: (name) => `${name} · 讨论`,
  waiting: "尚未安排",
  scheduledFor: (when) => `待发布，${when}`,
  posting: "正在发布",
  unclear: "不确定是否送达",
  notPosted: "未发布",
  postNow: (number, where) => `立即发布讨论题${number}：${where}`,
  previewNow: (number) => `讨论题${number}，立即发布`,
  previewAt: (number, when) => `讨论题${number}，${when}`,
  posted: (number, where) => `正在将讨论题${number}发布到 ${where}。`,
  alreadyAll: (number) => `讨论题${number}在这些频道中都已发布，或已设为定时发布，因此没有新增。`,
  notFound: (typed, known) => `没有讨论题“${typed}”。现有的讨论题：${known}`,
  heading: (number, of) => `讨论题${number}（共${of}题）`,
  led: (names) => `带领讨论：${names} · 请在讨论串中回答`,
  answer: "请在讨论串中回答",
  thread: (number, label) => `讨论题${number}：${label}`,
  labels: "讨论题、讨论、问题、提问",
  refresh: "刷新",
};
