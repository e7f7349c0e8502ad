import type * as en from "../en/menu-discuss.ts";

const whichWebinar = "第何回か、開催年、または題名に含まれる語。空欄なら次回";
const wherePosted = "チャンネル名、またはDiscord、Slack。空欄なら討論用のチャンネルすべて";

/** `/discuss` of the menu (menu.ts). */
export const discussMenu: typeof en.discussMenu = {
  "discuss queue": {
    summary: "討論の問いとその状況（出す・終えるボタン付き）",
    title: "討論",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "discuss post": {
    summary: "討論の問いを今すぐ投稿し、回答用のスレッドを作ります",
    title: "問いの投稿",
    options: { question: "どの問いか", webinar: "どのウェビナーか", where: "投稿先のチャンネル" },
    hints: {
      question: "番号、または問いに含まれる語",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss schedule": {
    summary: "討論の問いを1つ、または次の問いから順に予約します",
    title: "問いの予約",
    options: {
      when: "投稿日時（複数も可）",
      question: "どの問いか",
      webinar: "どのウェビナーか",
      where: "投稿先のチャンネル",
    },
    hints: {
      when: "例：12月5日 17:00、+2d、20m after start（開始の20分後）、毎週月曜 9時 4回。複数は ; で区切ります",
      question: "番号、または問いに含まれる語。空欄なら次の問いから順に",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss close": {
    summary: "討論の問いを終えます（投稿に終了と表示し、スレッドは開いたままです）",
    title: "問いの終了",
    options: { question: "どの問いか", webinar: "どのウェビナーか" },
    hints: { question: "番号、または問いに含まれる語。空欄なら受付中の問い", webinar: whichWebinar },
  },
  "discuss add": {
    summary: "討論の問いを最後に追加します",
    title: "問いの追加",
    options: { text: "問いの文章", label: "短い名前", webinar: "どのウェビナーか", language: "文章の言語" },
    hints: { label: "スレッドとボタンの名前になります（80文字以内）", webinar: whichWebinar },
  },
  "discuss edit": {
    summary: "討論の問いを変更します（投稿済みなら投稿も書き換えます）",
    title: "問いの編集",
    options: {
      question: "どの問いか",
      text: "問いの文章",
      label: "短い名前",
      webinar: "どのウェビナーか",
      language: "文章の言語",
    },
    hints: { question: "番号、または問いに含まれる語", webinar: whichWebinar },
  },
  "discuss save": {
    summary: "編集した問いを保存します",
    title: "問いの編集",
    options: {
      question: "どの問いか",
      text: "問いの文章",
      label: "短い名前",
      language: "文章の言語",
      was: "編集前の内容",
      webinar: "どのウェビナーか",
    },
    hints: { label: "スレッドとボタンの名前になります（80文字以内）" },
  },
  "discuss remove": {
    summary: "まだ投稿していない問いを削除します",
    title: "問いの削除",
    options: { question: "どの問いか", webinar: "どのウェビナーか" },
    hints: { question: "番号、または問いに含まれる語", webinar: whichWebinar },
  },
  "discuss drop": {
    summary: "表示した問いを削除します",
    title: "問いの削除",
    options: { question: "どの問いか", webinar: "どのウェビナーか" },
    hints: {},
  },
  "discuss move": {
    summary: "討論の問いの順番を変えます",
    title: "順番の変更",
    options: { question: "どの問いか", to: "何番目にするか", webinar: "どのウェビナーか" },
    hints: { question: "番号、または問いに含まれる語", to: "1が先頭です", webinar: whichWebinar },
  },
  "discuss skip": {
    summary: "討論の問いを見送ります（後で戻せます）",
    title: "問いの見送り",
    options: { question: "どの問いか", webinar: "どのウェビナーか" },
    hints: { question: "番号、または問いに含まれる語。空欄なら次の問い", webinar: whichWebinar },
  },
  "discuss pause": {
    summary: "再開するまで、予約した問いの投稿を止めます",
    title: "一時停止",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "discuss resume": {
    summary: "予約した問いの投稿を再開します",
    title: "再開",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "discuss open": {
    summary: "問いを出します",
    title: "問いを出す",
    options: { question: "どの問いか", close: "終える問い", webinar: "どのウェビナーか", where: "投稿先のチャンネル" },
    hints: {},
  },
  "discuss undo": {
    summary: "直前の操作を元に戻します",
    title: "元に戻す",
    options: { question: "出した問い", close: "終えた問い", webinar: "どのウェビナーか" },
    hints: {},
  },
  "discuss restore": {
    summary: "問いを再開する、または見送った問いを戻します",
    title: "問いの再開",
    options: { question: "どの問いか", webinar: "どのウェビナーか" },
    hints: {},
  },
  "discuss text": {
    summary: "問いをそのままの文章で表示します",
    title: "会議のチャット用",
    options: { webinar: "どのウェビナーか" },
    hints: {},
  },
  "discuss more": {
    summary: "問いについて、ほかにできること",
    title: "討論",
    options: { webinar: "どのウェビナーか" },
    hints: {},
  },
  "discuss again": {
    summary: "投稿済みのチャンネルに問いをもう一度投稿します",
    title: "問いの投稿",
    options: { question: "どの問いか", webinar: "どのウェビナーか", where: "投稿先のチャンネル" },
    hints: {},
  },
  "discuss book": {
    summary: "プレビューした問いを予約します",
    title: "問いの予約",
    options: {
      when: "投稿日時",
      questions: "どの問いか",
      only: "問いのある日時のみか",
      webinar: "どのウェビナーか",
      where: "投稿先のチャンネル",
    },
    hints: {},
  },
  "discuss dates": {
    summary: "問いが投稿される、これからの日時",
    title: "これからの日時",
    options: { webinar: "どのウェビナーか" },
    hints: {},
  },
  "discuss unbook": {
    summary: "問いの日時を取り消します",
    title: "日時の取り消し",
    options: { slots: "どの日時か", webinar: "どのウェビナーか" },
    hints: {},
  },
  "discuss confirm": {
    summary: "プレビューした問いを投稿または予約します",
    title: "討論の問い",
    options: {
      at: "変更前の状態",
      question: "どの問いか",
      webinar: "どのウェビナーか",
      where: "投稿先のチャンネル",
      when: "投稿日時",
      again: "投稿した回数",
    },
    hints: {},
  },
  "discuss cancel": {
    summary: "問いの予約を取り消します",
    title: "予約の取り消し",
    options: { question: "どの問いか", webinar: "どのウェビナーか" },
    hints: {},
  },
};
