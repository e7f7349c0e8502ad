import type { Lack } from "../../network/place.ts";
import type * as en from "../en/lack.ts";

/** As Discord's own Japanese interface calls them. */
const DISCORD_RIGHTS: Readonly<Partial<Record<Lack, string>>> = {
  view: "チャンネルを見る",
  connect: "接続",
  send: "メッセージを送信",
  "create-posts": "投稿を作成",
  history: "メッセージ履歴を読む",
  "create-threads": "公開スレッドの作成",
  "send-in-threads": "スレッドでメッセージを送信",
  "write-in-thread": "スレッドでメッセージを送信",
};
const EFFECTS: Readonly<Record<Lack, string>> = {
  gone: "チャンネルが削除またはアーカイブされています。/rostrum setup で別のチャンネルを選んでください。",
  elsewhere: "別のサーバーのチャンネルです。/rostrum setup でこのサーバーのチャンネルを選んでください。",
  unpostable: "この種類のチャンネルには投稿できません。/rostrum setup で別のチャンネルを選んでください。",
  membership: "Rostrumが参加していません。",
  timeout:
    "Rostrumがタイムアウト中のため、書き込めません。サーバー設定 → メンバー → Rostrum → ⋮ →「タイムアウトを解除」で解除できます。",
  view: "このチャンネルを見る権限がありません。",
  connect:
    "接続の権限がないため、チャットを読めません。接続が途切れた場合、投稿が届いたかどうかを運営の方に確認していただくことになります。",
  send: "ここに投稿する権限がありません。",
  "create-posts": "ここに投稿を作成する権限がありません。",
  history:
    "履歴を読む権限がありません。接続が途切れた場合、投稿が届いたかどうかを運営の方に確認していただくことになります。",
  "create-threads": "ここにスレッドを作る権限がありません。",
  "send-in-threads": "ここのスレッドに書き込む権限がありません。",
  "write-in-thread": "このスレッドに書き込む権限がありません。",
  locked:
    "スレッドがロックされています。スレッドを開き、⋯ →「スレッドのロックを解除」を選ぶか、/rostrum setup で別の場所を選んでください。",
  closed:
    "スレッドが閉じられ、ロックされています。スレッドを開き、⋯ からロックを解除して再開するか、/rostrum setup で別の場所を選んでください。",
  tags: "投稿にタグが必須ですが、Rostrumが使えるタグがありません。チャンネルの編集でタグを作るか、タグの必須設定をオフにしてください。",
  unknown: "ここでの権限をプラットフォームから確認できません。",
};

const SLACK_SEND =
  "投稿できる人が制限されていて、Rostrumは含まれていません。管理者の方がチャンネル名 → 設定 →「投稿権限」で変更するか、/rostrum setup で別のチャンネルを選んでください。";

export const lack: typeof en.lack = (platform, missing, self = "Rostrum") => {
  if (missing === "membership")
    return `Rostrumが参加していません。チャンネルを開いて /invite @${self} と送信してください。`;
  if (missing === "send" && platform === "slack") return SLACK_SEND;
  if (missing === "history" && platform === "slack")
    return `${EFFECTS.history}アプリを新しいマニフェストに更新し、再インストールしてください（docs/slack.md）。`;
  const right = platform === "discord" ? DISCORD_RIGHTS[missing] : undefined;
  if (right === undefined) return EFFECTS[missing];
  // A thread has no rights of its own.
  const where = missing === "write-in-thread" ? "親チャンネルの編集" : "チャンネルの編集";
  return `${EFFECTS[missing]}${where} → 権限 → Rostrum →「${right}」→ ✓ → 変更を保存する`;
};
