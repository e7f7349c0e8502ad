import type { Lack } from "../../network/place.ts";
import type * as en from "../en/lack.ts";

/** As Discord's own interface calls them in Taiwan. */
const DISCORD_RIGHTS: Readonly<Partial<Record<Lack, string>>> = {
  view: "檢視頻道",
  connect: "連接",
  send: "傳送訊息",
  "create-posts": "建立貼文",
  history: "讀取訊息歷史",
  "create-threads": "建立公開討論串",
  "send-in-threads": "在討論串中傳送訊息",
  "write-in-thread": "在討論串中傳送訊息",
};
const EFFECTS: Readonly<Record<Lack, string>> = {
  gone: "頻道已刪除或封存。請用 /rostrum setup 另選一個。",
  elsewhere: "這是另一個伺服器的頻道。請用 /rostrum setup 選擇這個伺服器的頻道。",
  unpostable: "這種頻道無法發布訊息。請用 /rostrum setup 另選一個。",
  membership: "我不在這個頻道裡。",
  timeout: "我目前被禁言，看得到但不能發言。請到伺服器設定 → 成員 → Rostrum → ⋮ →「移除禁言」。",
  view: "我看不到這個頻道。",
  connect: "我無法連接這個頻道，所以讀不到聊天內容；若中途斷線，就得請您確認是否送達。",
  send: "我不能在這裡發布訊息。",
  "create-posts": "我不能在這裡建立貼文。",
  history: "我讀不到這裡的訊息歷史；若中途斷線，就得請您確認是否送達。",
  "create-threads": "我不能在這裡建立討論串。",
  "send-in-threads": "我不能在這裡的討論串中發言。",
  "write-in-thread": "我不能在這個討論串中發言。",
  locked: "討論串已鎖定。請開啟討論串 → ⋯ →「解鎖討論串」，或用 /rostrum setup 另選一處。",
  closed:
    "討論串已關閉並鎖定。請開啟討論串 → ⋯ →「解鎖討論串」，再選「重新開啟討論串」，或用 /rostrum setup 另選一處。",
  tags: "這裡規定每則貼文都要加上標籤，但沒有我能用的標籤。請編輯頻道，建立一個標籤，或取消發文必須選擇標籤的規定。",
  unknown: "平台沒有告知我在這裡有哪些權限。",
};

const SLACK_SEND =
  "這裡只有部分人員可以發布訊息，我不在其中。請管理員開啟頻道 → 頻道名稱 →「設定」→「張貼權限」，或用 /rostrum setup 另選一個。";

export const lack: typeof en.lack = (platform, missing, self = "Rostrum") => {
  if (missing === "membership") return `我不在這個頻道裡。請開啟頻道，送出 /invite @${self}`;
  if (missing === "send" && platform === "slack") return SLACK_SEND;
  if (missing === "history" && platform === "slack")
    return `${EFFECTS.history}應用程式須以新的 manifest 更新並重新安裝（docs/slack.md）。`;
  const right = platform === "discord" ? DISCORD_RIGHTS[missing] : undefined;
  if (right === undefined) return EFFECTS[missing];
  // A thread has no rights of its own.
  const where = missing === "write-in-thread" ? "編輯所屬頻道" : "編輯頻道";
  return `${EFFECTS[missing]}${where} → 權限 → Rostrum →「${right}」→ ✓ → 儲存變更`;
};
