import type * as en from "../en/mention.ts";

/** As Discord's own Japanese interface calls the right. */
const DISCORD_RIGHT = "「@everyone、@here、全てのロールにメンション」";

export const mention: typeof en.mention = {
  choices: { everyone: "everyone：チャンネルの全員", here: "here：オンラインの人", none: "none：メンションなし" },
  calls: (who) => `${who} に通知します`,
  callsAbout: (who, n) => `${who} に通知します（約${n}名）`,
  callsAtMost: (who, n) => `${who} に通知します（最大${n}名）`,
  callsNobody: "誰にも通知しません",
  callsIf: (who) => `もう一人の主催者が承認すれば ${who} に通知します`,
  called: (who) => `${who} に通知しました`,
  without: "メンションなし",
  unknown: (typed) =>
    `「${typed}」が誰を指すのか分かりません。everyone、here、none、またはロールやユーザーグループの名前を入力してください。`,
  person:
    "お知らせで個人をメンションすることはできません。everyone、here、none、またはロールやユーザーグループの名前を入力してください。",
  several: (name) => `「${name}」という名前のものが複数あります。@ を入力して選んでください。`,
  nowhere:
    "メンションは、このサーバーまたはワークスペースのチャンネルでのみ使えます。選ばれた投稿先には該当するものがありません。",
  unasked: (place) =>
    `${place} で誰をメンションできるかを確認できませんでした。1分ほどしてからもう一度試すか、メンションなしで予約してください。`,
  mayNot: {
    discord: (who, place) =>
      `${place} で ${who} をメンションする権限がありません。そのチャンネルへの投稿と${DISCORD_RIGHT}の権限が必要です。`,
    slack: (who, place) =>
      `${place} で ${who} をメンションする権限がありません。ワークスペースの正式なメンバーだけができます。`,
    web: (who, place) => `${place} で ${who} をメンションする権限がありません。`,
  },
  botMayNot: {
    discord: (who, place) =>
      `Rostrumには ${place} で ${who} をメンションする権限がありません。チャンネルの編集 → 権限 → Rostrum →${DISCORD_RIGHT}→ ✓ → 変更を保存する`,
    slack: (who, place) => `Rostrumには ${place} で ${who} をメンションする権限がありません。`,
    web: (who, place) => `Rostrumには ${place} で ${who} をメンションする権限がありません。`,
  },
  noDesk: (most) =>
    `${most}名を超えるメンションにはもう一人の主催者の承認が必要ですが、承認を求める運営チャンネルが設定されていません。管理者が /rostrum setup で設定できます。`,
  second: (most) =>
    `${most}名を超える人に通知されるため、運営チャンネルでもう一人の主催者に承認を求めます。承認がなければ、メンションなしで予定どおり投稿します。`,
  ask: (by, what, when) => `${by} さんが、「${what}」（${when}）でのメンションを希望しています。`,
  askWhy: (most) =>
    `${most}名を超えるメンションには、もう一人の主催者の承認が必要です。承認がなければ、メンションなしで予定どおり投稿します。`,
  approve: "メンションを承認",
  decline: "メンションなしで投稿",
  own: "ご自身で予約したお知らせのため、メンションの承認は別の主催者にお願いしてください。",
  approved: (what) => `承認しました。「${what}」はメンション付きで投稿されます。`,
  declined: (what) => `「${what}」は、メンションなしで予定どおり投稿されます。`,
  tooLate: "すでに投稿されたか、取り消されています。",
  reworded: "この確認のあとで、本文または日時が変わりました。新しい確認からお答えください。",
};

export const uncalled: typeof en.uncalled = {
  callerGone: (what, place) =>
    `「${what}」は、メンションなしで ${place} に投稿します。予約した人がメンバーではなくなったためです。`,
  callerRank: (what, place) =>
    `「${what}」は、メンションなしで ${place} に投稿します。予約した人が主催者ではなくなったためです。`,
  callerRight: (what, place) =>
    `「${what}」は、メンションなしで ${place} に投稿します。予約した人にメンションの権限がなくなったためです。`,
  botRight: (what, place) =>
    `「${what}」は、メンションなしで ${place} に投稿します。Rostrumにメンションの権限がなくなったためです。`,
  groupGone: (what, place) =>
    `「${what}」は、メンションなしで ${place} に投稿します。ロールまたはユーザーグループが見つからないためです。`,
  unapproved: (what, place) =>
    `「${what}」は、メンションなしで ${place} に投稿します。予定の時刻までにもう一人の主催者の承認がなかったためです。`,
  declined: (what, place) => `主催者の判断により、「${what}」はメンションなしで ${place} に投稿します。`,
  unasked: (what, place) =>
    `「${what}」は、メンションなしで ${place} に投稿します。メンションしてよいかを確認できなかったためです。`,
};
