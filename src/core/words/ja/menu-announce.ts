import type * as en from "../en/menu-announce.ts";

const texts = {
  en: "英語の文章",
  ja: "日本語の文章",
  "zh-hans": "中国語（簡体字）の文章",
  "zh-hant": "中国語（繁体字）の文章",
  th: "タイ語の文章",
};
const [text, when, where, webinar] = ["本文", "投稿日時", "投稿先のチャンネル", "どのウェビナーについてか"];
const mention = "メンション";
const hints = {
  text: "その言語の文章がないチャンネル向け。ウェビナーを指定すれば、空欄でも記録から作成します",
  when: "例：2026-12-05 17:00 東京、+2d（2日後）、1w before（開始の1週間前）、毎週月曜 9:00 4回",
  where: "チャンネル名、またはDiscord、Slack。空欄ならお知らせ用のチャンネルすべて",
  mention: "everyone、here、またはロールやユーザーグループの名前。空欄なら誰にも通知しません",
  webinar: "第何回か、開催年、または題名に含まれる語。空欄ならなし",
};

export const announceMenu: typeof en.announceMenu = {
  "announce schedule": {
    summary: "チャンネルを選んでお知らせを予約します",
    title: "お知らせの予約",
    options: { text, when, where, mention, webinar, ...texts },
    hints: { ...hints },
  },
  "announce now": {
    summary: "チャンネルを選び、プレビューのうえ、すぐにお知らせを投稿します",
    title: "お知らせ（すぐに投稿）",
    options: { text, where, mention, webinar, ...texts },
    hints: { text: hints.text, where: hints.where, mention: hints.mention, webinar: hints.webinar },
  },
  "announce begin": {
    summary: "下書きを予約します",
    title: "お知らせの予約",
    options: { text, when, where, mention, webinar, ...texts, draft: "どの下書きか" },
    hints: { ...hints },
  },
  "announce confirm": {
    summary: "プレビューした内容を予約または投稿します",
    title: "お知らせの予約",
    options: {
      version: "変更前の状態",
      id: "プレビュー",
      text,
      when,
      where,
      mention,
      webinar,
      ...texts,
      draft: "どの下書きか",
    },
    hints: {},
  },
  "announce draft": {
    summary: "お知らせを下書きとして主催者全員のために保存します（何も書かなければ一覧）",
    title: "お知らせの下書き",
    options: { text, when, where, webinar, ...texts },
    hints: { text: hints.text, when: hints.when, where: hints.where, webinar: hints.webinar },
  },
  "announce keep": {
    summary: "プレビューした内容を下書きとして保存します",
    title: "お知らせの下書き",
    options: { text, when, where, webinar, ...texts, draft: "どの下書きか" },
    hints: {},
  },
  "announce discard": {
    summary: "下書きやひな形を破棄します",
    title: "破棄",
    options: { kept: "どれか" },
    hints: {},
  },
  "announce preview": {
    summary: "下書き、予約、投稿済みのものが、今どう見えるかをチャンネルごとに示します",
    title: "プレビュー",
    options: { what: "どの下書き・投稿か" },
    hints: { what: "本文のはじめの部分、または問いの見出し" },
  },
  "announce edit": {
    summary: "お知らせの文章を変えます（投稿済みのものはその場で訂正）",
    title: "訂正",
    options: { what: "どのお知らせか", text, ...texts },
    hints: { what: "本文のはじめの部分", text: "その言語の文章がないチャンネルに投稿する文章" },
  },
  "announce rewrite": {
    summary: "フォームに記入した内容に訂正します",
    title: "訂正",
    options: { what: "どのお知らせか", text, ...texts, fields: "欄", was: "もとの内容" },
    hints: { text: "その言語の文章がないチャンネルに投稿する文章" },
  },
  "announce snooze": {
    summary: "予約したお知らせの日時を変えます（繰り返すものは次の1回だけ）",
    title: "日時の変更",
    options: { what: "どのお知らせか", when: "新しい投稿日時" },
    hints: {
      what: "本文のはじめの部分",
      when: "+1h（1時間あと）、明日 9:00、2026-12-05 17:00 東京、1d before（開始の1日前）",
    },
  },
  "announce templates": {
    summary: "お知らせを書き始めるためのひな形（各言語の標準のものと、保存したもの）",
    title: "ひな形",
    options: { name: "どのひな形か" },
    hints: { name: "名前に含まれる語。空欄ならすべて" },
  },
  "announce template": {
    summary: "文章に名前を付けて、ひな形として保存します",
    title: "新しいひな形",
    options: { name: "名前", text, ...texts },
    hints: { text: "その言語の文章がないチャンネルに投稿する文章" },
  },
  "announce cancel": {
    summary: "予約を取り消します",
    title: "予約の取り消し",
    options: { what: "取り消すもの" },
    hints: { what: "本文のはじめの部分、または問いの見出し" },
  },
  "announce withdraw": {
    summary: "投稿したお知らせ、問い、日程変更の連絡、共有された内容を、すべての場所から取り下げます",
    title: "取り下げ",
    options: { what: "どの投稿か" },
    hints: { what: "本文のはじめの部分、または問いの見出し" },
  },
};
