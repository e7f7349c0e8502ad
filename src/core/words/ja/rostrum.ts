import type * as en from "../en/rostrum.ts";

export const setup: typeof en.setup = {
  saved: "ネットワークを設定しました。",
  continue: "次へ",
  nextStep: "次は、このサーバーまたはワークスペースのチャンネルです。",
  done: (space) => `${space}を設定しました。`,
  check: "動作を確認",
  whereDesk: "運営チャンネルがないと、問題が起きてもログに書くことしかできません。",
  unknownChannel: "このサーバーまたはワークスペースのチャンネルを選んでください。",
  unknownCity: (name) => `「${name}」という都市は分かりません。`,
  tooManyCities: (most) => `都市は${most}つまで指定できます。`,
  noCity: "都市を1つ以上書いてください。",
  asked: (space) => `${space}はまだ接続されていません。ネットワークの管理者に申請しました。`,
  askedNobody: (space) =>
    `${space}はまだ接続されていません。ネットワークの管理者に接続を依頼するか、DISCORD_GUILDS に追加してもらってください。`,
  request: (who, space) => `サーバー「${space}」を管理する${who}さんから、ネットワークへの接続の申請がありました。`,
  connect: "接続する",
  connected: (space) => `${space}を接続しました。`,
  noSuchSpace: "Rostrumはもうそのサーバーにいません。",
  firstAdmin: "あなたがネットワークの最初の管理者です。",
  sameChannel: "運営チャンネルには専用のチャンネルを選んでください。ほかの2つは全員が読むチャンネルです。",
};

export const roles: typeof en.roles = {
  title: "権限と役割",
  none: "コマンドで権限を与えられた方はまだいません。",
  until:
    "誰も持っていない権限については、プラットフォーム側の権限に従います。管理者権限のある方が管理者となり、Discordでは「イベントの管理」が主催者、「メッセージの管理」がモデレーターに当たります。",
  took: "権限も人物との結びつきもなくなりました",
  nothingToTake: "権限も人物との結びつきもありませんでした",
  lastAdmin: "最後の管理者です。先に別の方に管理者の権限を与えてください。",
  unknownAccount: "このサーバーまたはワークスペースのメンバーかグループを選んでください。",
  groupNotPerson: "グループを人物に結びつけることはできません。メンバーを選んでください。",
  notInProgramme: (role, webinar) => `${webinar}：${role}の方がいません。先にその方をプログラムに加えてください。`,
  whichPerson: (role, webinar, names) => `${webinar}：${role}の方が複数います。どなたでしょうか（${names}）。`,
  personHasNotRole: (person, role, webinar) => `${webinar}：「${person}」は${role}ではありません。`,
};

export const doctor: typeof en.doctor = {
  since: (version, when) => `Rostrum ${version}（起動：${when}）`,
  runs: "Rostrum は動いています。診断結果は次のとおりです。",
  stands: "Rostrum はここでは動いていません。外から調べた結果です。起動するには：npm start",
  database: (where) => `記録と予約：${where}`,
  backup: (when) => `最後のバックアップ：${when}`,
  noBackup: "! バックアップがまだありません。動かしているマシンで npm run -s backup を実行してください",
  connected: (platform, space, since) => `${platform}、${space}：接続済み（${since}から）`,
  connecting: (platform, since) => `${platform}：再接続しています（${since}から）`,
  stopped: (platform, since) => `${platform}：停止しています（${since}から）`,
  notConnected: (platform, space) => `${platform}、${space}：ネットワークに接続されていません`,
  noPlatform: "チャットのプラットフォームが設定されていません。",
  fine: (place, purpose) => `✓ ${place}（${purpose}）：投稿、スレッドの作成、到着の確認ができます`,
  fineSlack: (place, purpose) => `✓ ${place}（${purpose}）：投稿と到着の確認ができます`,
  broken: (place, purpose, why) => `✗ ${place}（${purpose}）：${why}`,
  unsure: (place, purpose, why) => `✓ ${place}（${purpose}）：投稿できます。${why}`,
  invite: (platform) =>
    `ほかの${platform}サーバーやワークスペースにRostrumを追加するためのリンク（必要な権限だけを求めます）：`,
  hidden: (root) =>
    `さんには権限がありますが、Discordの画面に ${root} が表示されません。サーバー設定 → 連携サービス → Rostrum → ${root} →「ロールまたはメンバーを追加」で表示できます`,
  unknown: (place, purpose) => `! ${place}（${purpose}）：プラットフォームから返答がありませんでした`,
  noPlace: (purpose) => `✗ ${purpose}用のチャンネルがありません：/rostrum setup`,
  noDesk: "! 運営チャンネルがありません。問題が起きても誰にも知らされません：/rostrum setup",
  held: (n) => `! 届いたか不明な投稿が${n}件あります：/announce list`,
  overdue: (n) => `! 時刻を過ぎて再試行中の投稿が${n}件あります`,
  lost: (n) => `! この7日間に投稿されなかったものが${n}件あります： /announce list`,
  conflict: (what) => `! ${what}`,
  again: "もう一度確認",
};

export const record: typeof en.record = {
  gone: (entry) => `${entry} を記述するファイルがなくなりました。記録には元のまま残っています。`,
  kept: (file) => `${file} が変更されましたが、同じ内容がコマンドで先に変更されていたため、コマンドの値を残しました。`,
};

export const condition: typeof en.condition = {
  connected: (platform) => `${platform}に接続しています。`,
  connecting: (platform) => `${platform}に接続しようとしています。`,
  stopped: (platform) => `${platform}に接続していません。`,
  why: {
    lost: (platform) => `${platform}との接続が切れたため、つなぎ直しています。`,
    silent: (platform) => `${platform}から何も届かなくなったため、つなぎ直しています。`,
    unreachable: (platform) => `${platform}につながりません。自動で再試行します。`,
    sessions: (platform) =>
      `${platform}が新しい接続を一時的に受け付けていません。可能になりしだい自動で接続します。再起動しても早くはなりません。同じトークンを使うプログラムがほかにあれば、止めてください。`,
    shared: (platform) =>
      `${platform}側の接続数が、こちらの接続数を上回っています。同じアプリトークンを使うプログラムがほかにあれば、止めてください。コマンドの一部がそちらに届いてしまいます。`,
    absent: (platform) =>
      `${platform}に接続しています。ただし、Rostrumが削除されたか、トークンが使えなくなったワークスペースがあります。そのワークスペースには再インストールが必要です。ほかのワークスペースには影響ありません。`,
    install: (platform) =>
      `この${platform}ワークスペースからRostrumが削除されたか、トークンが使えなくなっています。ワークスペースの管理者がインストール用のリンクを開き、許可してください。それまで、予定されている投稿は保留します。`,
    socket: (platform) =>
      `アプリのソケットモードがオフのため、${platform}から何も届きません。アプリの設定ページの「Socket Mode」で有効にしてから、Rostrumを起動し直してください。`,
    appToken: (platform) =>
      `${platform}がアプリトークン（xapp- で始まる SLACK_APP_TOKEN）を受け付けません。アプリの設定ページの「Basic Information」→「App-Level Tokens」で、スコープ connections:write のトークンを新しく発行し、環境変数または .env に設定してから、Rostrumを起動し直してください。`,
    token: (platform) =>
      `${platform}がトークンを受け付けません。新しいトークンを発行し、環境変数または .env に設定してから、Rostrumを起動し直してください。`,
    intents: (platform) =>
      `Rostrumが必要とするイベントの受信（インテント）を${platform}が許可していません。開発者向けページの「Bot」を確認してから、Rostrumを起動し直してください。`,
    version: (platform) =>
      `このバージョンのRostrumの接続方法を${platform}が受け付けなくなりました。Rostrumを更新してから起動し直してください。`,
    size: (platform) =>
      `Rostrumの入っている${platform}サーバーが多すぎて、1つの接続では扱えません。いくつかのサーバーから外してから起動し直してください。`,
  },
  until: (when) => `${when}までは接続を試みません。`,
};
