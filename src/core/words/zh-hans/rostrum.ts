import type * as en from "../en/rostrum.ts";

export const setup: typeof en.setup = {
  saved: "研究网络已设置好。",
  continue: "继续",
  nextStep: "下一步：设置这个服务器或工作区的频道。",
  done: (space) => `“${space}”已设置好。`,
  check: "检查运行情况",
  whereDesk: "没有组织者频道的话，出了问题只能记在日志里。",
  unknownChannel: "请选择本服务器或本工作区的频道。",
  unknownCity: (name) => `无法识别城市“${name}”。`,
  noCity: "请至少写一个城市。",
  tooManyCities: (most) => `这一行最多放${most}个城市。`,
  asked: (space) => `“${space}”尚未接入。已向研究网络的管理员提出申请。`,
  askedNobody: (space) => `“${space}”尚未接入。请研究网络的管理员将它接入，或将它写入 DISCORD_GUILDS。`,
  request: (who, space) => `${who} 是服务器“${space}”的管理员，申请将它接入研究网络。`,
  connect: "接入",
  connected: (space) => `“${space}”已接入。`,
  noSuchSpace: "Rostrum 已不在那个服务器中。",
  firstAdmin: "您是研究网络的第一位管理员。",
  sameChannel: "组织者频道必须单独用一个频道：另外两个频道所有人都能看到。",
};

export const roles: typeof en.roles = {
  title: "权限与角色",
  none: "还没有人通过命令获得权限。",
  until:
    "某项权限还没有人持有时，以平台自身的权限为准：平台的管理员视为管理员；在 Discord 上，有“管理活动”权限的人视为组织者，有“管理消息”权限的人视为版主。",
  took: "已没有权限，也不再与任何人关联",
  nothingToTake: "本来就没有权限，也没有与任何人关联",
  lastAdmin: "这是最后一位管理员。请先将管理员权限授予其他人。",
  unknownAccount: "请选择本服务器或本工作区的成员或群组。",
  groupNotPerson: "群组不能与某个人关联。请选择成员。",
  notInProgramme: (role, webinar) => `${webinar}：议程中没有${role}。请先将此人加入议程。`,
  whichPerson: (role, webinar, names) => `${webinar}：${role}不止一位。请写明是哪一位：${names}`,
  personHasNotRole: (person, role, webinar) => `${webinar}：“${person}”不是${role}。`,
};

export const doctor: typeof en.doctor = {
  since: (version, when) => `Rostrum ${version}，启动时间：${when}`,
  runs: "Rostrum 正在运行，检查结果如下。",
  stands: "Rostrum 没有在这里运行，以下是从外部检查的结果。启动：npm start",
  database: (where) => `记录与发布安排：${where}`,
  backup: (when) => `最近一次备份：${when}`,
  noBackup: "! 还没有备份：请在运行我的机器上执行 npm run -s backup",
  connected: (platform, space, since) => `${platform}，${space}：已连接，始于 ${since}`,
  connecting: (platform, since) => `${platform}：正在重新连接，始于 ${since}`,
  stopped: (platform, since) => `${platform}：已停止，始于 ${since}`,
  notConnected: (platform, space) => `${platform}，${space}：尚未接入研究网络`,
  noPlatform: "没有配置任何聊天平台。",
  fine: (place, purpose) => `✓ ${place}（${purpose}）：可以发布、创建讨论串、确认是否送达`,
  fineSlack: (place, purpose) => `✓ ${place}（${purpose}）：可以发布、确认是否送达`,
  broken: (place, purpose, why) => `✗ ${place}（${purpose}）：${why}`,
  unsure: (place, purpose, why) => `✓ ${place}（${purpose}）：可以发布。${why}`,
  invite: (platform) => `邀请 Rostrum 加入其他 ${platform} 服务器或工作区（只申请必需的权限）：`,
  hidden: (root) =>
    `有权限，但在 Discord 中看不到 ${root}。请打开：服务器设置 → 整合 → Rostrum → ${root} → “添加身份组或成员”`,
  unknown: (place, purpose) => `! ${place}（${purpose}）：检查时平台没有回应`,
  noPlace: (purpose) => `✗ 没有${purpose}频道：/rostrum setup`,
  noDesk: "! 没有组织者频道，出了问题没有人会知道：/rostrum setup",
  held: (n) => `! 有${n}条内容不确定是否送达：/announce list`,
  overdue: (n) => `! 有${n}条内容已过发布时间，正在重试`,
  lost: (n) => `! 最近7天有${n}条内容未能发布：/announce list`,
  conflict: (what) => `! ${what}`,
  again: "重新检查",
};

export const record: typeof en.record = {
  gone: (entry) => `已没有文件描述 ${entry}，记录中仍保持原样。`,
  kept: (file) => `${file} 有改动，但同一内容此前已用命令改过，因此保留了命令设定的值。`,
};

export const condition: typeof en.condition = {
  connected: (platform) => `${platform} 已连接。`,
  connecting: (platform) => `正在连接 ${platform}。`,
  stopped: (platform) => `${platform} 未连接。`,
  why: {
    lost: (platform) => `与 ${platform} 的连接中断，正在重新连接。`,
    silent: (platform) => `${platform} 不再发来任何信息，正在重新连接。`,
    unreachable: (platform) => `连接不上 ${platform}，会自动重试，无需您操作。`,
    sessions: (platform) =>
      `${platform} 暂时不允许新的连接。一旦允许，就会自动连接；重启也不会更快。如果有其他程序在用同一个令牌，请停止它。`,
    shared: (platform) =>
      `${platform} 记录的连接数比 Rostrum 自己的多。如果有其他程序在用同一个应用令牌，请停止它：大家的一部分请求会被它收走。`,
    absent: (platform) =>
      `${platform} 已连接。有些工作区移除了 Rostrum，或其令牌已失效，需要重新安装；其他工作区不受影响。`,
    install: (platform) =>
      `这个 ${platform} 工作区移除了 Rostrum，或其令牌已失效。请工作区的管理员打开安装链接，点“允许”。待发布的内容会保留到那时。`,
    socket: (platform) =>
      `应用的 Socket Mode 已关闭，因此 ${platform} 不会发来任何信息。请在应用设置页的“Socket Mode”中打开，然后重新启动 Rostrum。`,
    appToken: (platform) =>
      `${platform} 不接受应用令牌（以 xapp- 开头的 SLACK_APP_TOKEN）。请在应用设置页的“Basic Information → App-Level Tokens”中新建一个令牌，权限范围选 connections:write，写入环境变量或 .env，然后重新启动 Rostrum。`,
    token: (platform) => `${platform} 不接受现有的令牌。请新建一个令牌，写入环境变量或 .env，然后重新启动 Rostrum。`,
    intents: (platform) =>
      `${platform} 不允许 Rostrum 接收它需要的事件（intents）。请在开发者页面的“Bot”中检查，然后重新启动 Rostrum。`,
    version: (platform) => `${platform} 不再支持这个版本的 Rostrum 的连接方式。请更新 Rostrum，然后重新启动。`,
    size: (platform) => `Rostrum 所在的 ${platform} 服务器太多，一个连接不够用。请将它移出其中一些，然后重新启动。`,
  },
  until: (when) => `在此之前不会再尝试：${when}`,
};
