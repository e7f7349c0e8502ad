import type * as en from "../en/announce.ts";
import { lack } from "./lack.ts";

export const places: typeof en.places = {
  lack,
  none: {
    announcements: "お知らせ用のチャンネルが設定されていません。管理者が /rostrum setup で設定できます。",
    discussion: "討論用のチャンネルが設定されていません。管理者が /rostrum setup で設定できます。",
    desk: "運営チャンネルが設定されていません。管理者が /rostrum setup で設定できます。",
  },
  unknown: (typed, known) => `「${typed}」は設定されているチャンネルにありません。設定済みのチャンネル：${known}`,
  gone: (known) =>
    `表示されていたチャンネルの設定が変わったため、何も行いませんでした。もう一度やり直してください。設定済みのチャンネル：${known}`,
  mayNot: (place, why) => `${place}：${why}`,
  unsure: (names) =>
    `${names}：投稿が届いたかどうかを自動では確かめられません。接続が途切れた場合は確認をお願いします。二重に投稿されることはありません。`,
  tooLong: (place) => `下に付くプログラムと合わせると ${place} には長すぎます。本文を短くしてください。`,
};

export const announce: typeof en.announce = {
  previewTitle: (when) => `お知らせ：${when}`,
  preview: (place) => `${place}：`,
  late: {
    announcement:
      "予定から24時間以内、またはウェビナーの開始までに投稿できなかった場合は取りやめ、運営チャンネルにお知らせします。",
    question: "予定から1時間以内に投稿できなかった場合は取りやめ、運営チャンネルにお知らせします。",
    relative: "ウェビナーの日時が変わると、これも合わせて動きます。",
  },
  promise: "途中で接続が途切れても、各チャンネルに一度だけ投稿します。",
  schedule: "予約する",
  scheduled: (when, where) => `予約しました。日時：${when}、投稿先：${where}`,
  already: "これはすでに予約されています。",
  takeBack: "取り消す",
  listTitle: (days) => `今後${days}日間`,
  listAll: "すべての予約",
  nothing: "予約はありません。",
  nothingNow: (when, all) => `この期間の予約はありません。次の予約は${when}です。「${all}」で表示できます。`,
  goneOut: "これまでの投稿",
  days: (days) => `${days}日間`,
  all: "すべて",
  cancel: "取り消す",
  cancelThis: (what) => `「${what}」を取り消す`,
  cancelled: (what) => `「${what}」を取り消しました。投稿されません。`,
  tooLate: "すでに投稿中または投稿済みのため、取り消せません。",
  nothingToCancel: "すでに取り消されています。",
  state: {
    scheduled: "予約済み",
    ready: "再試行を待っています",
    sending: "投稿中",
    unknown: "届いたか確認中",
    sent: "✓ 投稿済み",
    held: "届いたか不明",
    failed: "投稿できませんでした",
    expired: "期限を過ぎたため取りやめ",
    cancelled: "取り消し済み",
  },
  shared: "共有された内容",
  notice: "運営チャンネルへの連絡",
  labels: "お知らせ、告知",
  isThere: "届いている",
  sendAgain: "もう一度送る",
  settled: {
    there: (what) => `「${what}」は届いているものとして記録しました。`,
    noThread: "どのメッセージか分からないため、スレッドは作成できません。お手数ですが、手動で作成してください。",
    again: (what) => `「${what}」をもう一度送ります。`,
  },
  cancelledRest: (what, where) =>
    `「${what}」のうち、まだ投稿していない分を取り消しました。${where} には投稿済みです。`,
  settledAlready: "この件はすでに解決しています。",
};

export const notice: typeof en.notice = {
  deleted: (what, place) => `${place}の投稿「${what}」が削除されました。Rostrumが自動で投稿し直すことはありません。`,
  threadDeleted: (what, place) => `${place}の投稿「${what}」のスレッドが削除されました。投稿自体は残っています。`,
  channelAway: {
    archived: (place) => `${place}がアーカイブされました。予定されている投稿は、アーカイブが解除されるまで保留します。`,
    left: (place, self = "Rostrum") =>
      `Rostrumが${place}から外されました。予定されている投稿は、もう一度招待されるまで保留します。チャンネルを開いて /invite @${self} と送信してください。`,
  },
  channelGone: (place, posts) =>
    posts === undefined
      ? `${place}が削除されました。`
      : `${place}が削除され、そこにあったRostrumの投稿も失われました（${posts}）。`,
  placeGone: (purpose) => `${purpose}用のチャンネルでした。/rostrum setup で別のチャンネルを選んでください。`,
  spaceGone: (platform, space) =>
    `${platform}のサーバー「${space}」にRostrumはもういません。退出させられたか、サーバーが削除されました。投稿予定のものは、もう一度招待されるまで保留します。`,
  spaceLeft: (platform, space) =>
    `${platform}のワークスペース「${space}」からRostrumが削除されたか、トークンが取り消されました。予定されている投稿は、ワークスペースの管理者がもう一度インストールするまで保留します。リンクは /rostrum doctor で確認できます。`,
  quoted: (what) => `「${what}」`,
  andMore: (names, more) => (more === 0 ? names : `${names}、ほか${more}件`),
  held: (what, place) =>
    `「${what}」が ${place} に届いたかどうか分かりません。返答が来る前に接続が途切れました。${place} をご確認ください。`,
  failed: (what, place) => `「${what}」を ${place} に投稿できませんでした。このメッセージは受け付けられません。`,
  place: (what, place) =>
    `「${what}」の時刻になりましたが、${place} に投稿できません。期限まで試し続けます。足りない権限は /rostrum doctor で確認できます。`,
  uncorrected: (what, place) =>
    `記録の変更に合わせて「${what}」の投稿を直そうとしましたが、${place} では直せませんでした。お手数ですが、ご確認ください。`,
  stop: (platform) =>
    `${platform}がRostrumのトークンを受け付けなくなりました。トークンを更新してRostrumを再起動するまで、${platform}には投稿されません。`,
  expired: (what, place) => `「${what}」は期限を過ぎたため、${place} に投稿しませんでした。`,
  gone: (what, place) =>
    `「${what}」は、対象のウェビナーが中止になったか、下書きに戻されたか、開始時刻が未定になったため、${place} に投稿しませんでした。`,
  thread: (what, place) => `「${what}」を ${place} に投稿しましたが、スレッドを作れませんでした。`,
};

export const discuss: typeof en.discuss = {
  panelTitle: (name) => `${name} · 討論`,
  waiting: "待機中",
  scheduledFor: (when) => `予約済み（${when}）`,
  posting: "投稿中",
  unclear: "届いたか不明",
  notPosted: "未投稿",
  postNow: (number, where) => `問い${number}を今すぐ ${where} に投稿`,
  previewNow: (number) => `問い${number}（今すぐ）`,
  previewAt: (number, when) => `問い${number}（${when}）`,
  posted: (number, where) => `問い${number}を ${where} に投稿します。`,
  alreadyAll: (number) => `問い${number}は、どのチャンネルでもすでに投稿または予約されています。何も追加していません。`,
  notFound: (typed, known) => `「${typed}」という問いはありません。問いの一覧：${known}`,
  heading: (number, of) => `問い${number}（全${of}問）`,
  led: (names) => `討論の進行：${names} · 回答はスレッドでお願いします`,
  answer: "回答はスレッドでお願いします",
  thread: (number, label) => `問い${number}：${label}`,
  labels: "問い、質問、討論の問い",
  refresh: "更新",
};
