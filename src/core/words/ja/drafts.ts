import type * as en from "../en/drafts.ts";

export const drafts: typeof en.drafts = {
  title: "お知らせの下書き",
  none: "下書きはありません。",
  begin: "新しい下書き…",
  keep: "下書きとして保存",
  kept: (name) => `下書きとして保存しました：${name}`,
  noTime: "日時は未定",
  noTimeYet: "日時はまだ決まっていません。予約するときにお尋ねします。",
  look: (what) => `「${what}」をプレビュー`,
  edit: (what) => `「${what}」を編集…`,
  scheduleThis: (what) => `「${what}」を予約…`,
  discard: (what) => `「${what}」を破棄`,
  discarded: (what) => `「${what}」を破棄しました。`,
  gone: "これはもうありません。その間に予約されたか、破棄されました。",
  lookAtIt: "プレビュー",
  schedule: "予約する…",
  editIt: "編集…",
  moveIt: "日時を変える…",
  discardIt: "破棄する",
  draftAsItIs: "現在の下書き",
  asItIs: (what) => `現在の「${what}」`,
  nowTitle: "お知らせ（すぐに投稿）",
  postNow: "今すぐ投稿する",
  postingNow: (places) => `投稿しています：${places}`,
  nowNeedsSecond: (most) =>
    `${most}人を超えるメンションには、ほかの主催者の承認が必要です。すぐに投稿すると承認を待てないため、/announce schedule で予約してください。`,
  noText: (language, places) => `${language}の文章がありません。${places} には、書かれている文章をそのまま投稿します。`,
  noTextButStep: (language, places) =>
    `${language}の文章がありません。${places} には、記録から作った文章を投稿します。`,
  literal: "ウェビナーの指定がないため、{webinar}、{title}、{date} は書かれたとおりに投稿されます。",
  writeIn: (language) => `${language}で書く…`,
  changeIn: (language) => `${language}の文章を変える…`,
  both: "編集しているあいだに、ほかの人がこのお知らせを変更しました。",
  move: (what) => `「${what}」の日時を変える…`,
  moved: (what) => `「${what}」の日時を変更しました。`,
  fromTo: (before, after) => `変更前：${before}\n変更後：${after}`,
  onlyNext: "変更したのはこの1回だけです。その後の回はそのままです。",
  fixedNow: "これからは独自の日時で投稿します。ウェビナーの日時が変わっても動きません。",
  passesNext: (when) => `その次の回が${when}に予定されています。それより早い日時にするか、残りを取り消してください。`,
  nothingToMove: "これから投稿されるものがないため、変更できる日時がありません。",
  open: "開く",
};

export const templates: typeof en.templates = {
  title: "ひな形",
  use: (name) => `「${name}」から書き始める…`,
  begin: "新しいひな形…",
  keep: "ひな形として保存…",
  kept: (name) => `ひな形として保存しました：${name}`,
  replaced: (name) => `ひな形「${name}」を次のように変更しました。`,
  notFound: (typed) => `「${typed}」というひな形はありません。`,
  placeholders:
    "{webinar}、{title}、{date} は、指定したウェビナーの記録に合わせて投稿時に置き換わります。ほかの波かっこはそのまま残ります。",
  usual: {
    call: {
      name: "参加のご案内",
      text: "ウェビナー「{title}」を開催いたします。ネットワークの皆さまはもちろん、関心をお持ちの方のご参加も歓迎いたします。討論で取り上げてほしい質問がありましたら、事前にお寄せください。",
    },
    reminder: {
      name: "開催直前のお知らせ",
      text: "ウェビナー「{title}」の開催が近づいてまいりました。\n日時：{date}\n皆さまのご参加をお待ちしております。",
    },
    thanks: {
      name: "御礼と資料のご案内",
      text: "ウェビナー「{title}」にご登壇、ご質問、ご参加くださった皆さま、誠にありがとうございました。資料は準備ができ次第、こちらでご案内いたします。討論への回答も引き続きお待ちしております。",
    },
  },
};
