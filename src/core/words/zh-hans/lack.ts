import type { Lack } from "../../network/place.ts";
import type * as en from "../en/lack.ts";

/** As Discord's own Chinese interface calls them. */
const DISCORD_RIGHTS: Readonly<Partial<Record<Lack, string>>> = {
  view: "查看频道",
  connect: "连接",
  send: "发送消息",
  "create-posts": "创建帖子",
  history: "阅读消息历史记录",
  "create-threads": "创建公共子区",
  "send-in-threads": "在子区内发送消息",
  "write-in-thread": "在子区内发送消息",
};
const EFFECTS: Readonly<Record<Lack, string>> = {
  gone: "频道已删除或已归档。请用 /rostrum setup 另选一个。",
  elsewhere: "这是其他服务器的频道。请用 /rostrum setup 选择本服务器的频道。",
  unpostable: "这类频道不能发布消息。请用 /rostrum setup 另选一个。",
  membership: "Rostrum 不在这个频道中。",
  timeout: "Rostrum 被禁言，只能查看，不能发言。请打开：服务器设置 → 成员 → Rostrum → ⋮ → “解除禁言”",
  view: "Rostrum 看不到这个频道。",
  connect: "Rostrum 无法连接这个频道，读不到其中的聊天；连接中断时，就要请您确认消息是否送达。",
  send: "Rostrum 不能在这里发送消息。",
  "create-posts": "Rostrum 不能在这里创建帖子。",
  history: "Rostrum 读不到这里的历史消息；连接中断时，就要请您确认消息是否送达。",
  "create-threads": "Rostrum 不能在这里创建讨论串。",
  "send-in-threads": "Rostrum 不能在这里的讨论串中发言。",
  "write-in-thread": "Rostrum 不能在这个讨论串中发言。",
  locked: "讨论串已锁定。请打开它 → ⋯ → “解锁子区”，或用 /rostrum setup 另选一处。",
  closed: "讨论串已关闭并锁定。请打开它，在 ⋯ 中先解锁子区，再重新打开，或用 /rostrum setup 另选一处。",
  tags: "这里发帖必须选择标签，但没有 Rostrum 可用的标签。请在“编辑频道”中创建标签，或不再要求发帖时选择标签。",
  unknown: "平台没有说明 Rostrum 在这里有哪些权限。",
};

const SLACK_SEND =
  "这里只有部分人可以发消息，Rostrum 不在其中。请管理员打开频道 → 频道名称 → 设置 → “发布权限”，或用 /rostrum setup 另选一个。";

export const lack: typeof en.lack = (platform, missing, self = "Rostrum") => {
  if (missing === "membership") return `Rostrum 不在这个频道中。请打开该频道，发送 /invite @${self}`;
  if (missing === "send" && platform === "slack") return SLACK_SEND;
  if (missing === "history" && platform === "slack")
    return `${EFFECTS.history}请用新的清单（manifest）更新应用，并重新安装（docs/slack.md）。`;
  const right = platform === "discord" ? DISCORD_RIGHTS[missing] : undefined;
  if (right === undefined) return EFFECTS[missing];
  // A thread has no rights of its own.
  const where = missing === "write-in-thread" ? "编辑所属频道" : "编辑频道";
  return `${EFFECTS[missing]}请打开：${where} → 权限 → Rostrum → “${right}” → ✓ → 保存更改`;
};
