import type * as en from "../en/menu-manage.ts";

const draftOrNext = "第何回か、開催年、または題名に含まれる語。空欄なら下書き、なければ次回";

export const manageMenu: typeof en.manageMenu = {
  "manage webinar create": {
    summary: "ウェビナーの下書きを作ります（公開するまで見えません）",
    title: "新しいウェビナー",
    options: {
      title: "題名",
      start: "日時",
      subtitle: "副題",
      minutes: "長さ",
      link: "参加用リンク",
    },
    hints: {
      start: "例：2026-12-05 17:00 東京。時刻が未定なら日付だけ",
      minutes: "例：90、1h 30m",
      link: "https://… 開始30分前から表示されます",
    },
  },
  "manage webinar edit": {
    summary: "ウェビナーの題名、長さ、参加用リンクを変更します",
    title: "ウェビナーの編集",
    options: {
      webinar: "どのウェビナーか",
      title: "題名",
      subtitle: "副題",
      minutes: "長さ",
      link: "参加用リンク",
    },
    hints: { webinar: draftOrNext },
  },
  "manage webinar change": {
    summary: "フォームに入力した内容に変更します",
    title: "ウェビナーの編集",
    options: {
      webinar: "どのウェビナーか",
      version: "変更前の状態",
      title: "題名",
      subtitle: "副題",
      minutes: "長さ（分）",
      link: "参加用リンク",
    },
    hints: { minutes: "例：90、1h 30m", link: "https://… 開始30分前から表示されます" },
  },
  "manage webinar publish": {
    summary: "下書きを確認してから公開します",
    title: "公開",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: "題名またはその一部。空欄なら下書き" },
  },
  "manage webinar release": {
    summary: "表示した内容で公開します",
    title: "公開",
    options: { webinar: "どのウェビナーか", version: "変更前の状態" },
    hints: {},
  },
  "manage webinar reschedule": {
    summary: "日程を変更します（投稿がどうなるかを先に表示します）",
    title: "日程の変更",
    options: { start: "新しい日時", webinar: "どのウェビナーか" },
    hints: { start: "例：2026-12-06 17:00 東京", webinar: draftOrNext },
  },
  "manage webinar move": {
    summary: "表示した内容で日程を変更します",
    title: "日程の変更",
    options: { webinar: "どのウェビナーか", version: "変更前の状態", start: "新しい日時", say: "投稿するか" },
    hints: {},
  },
  "manage webinar cancel": {
    summary: "ウェビナーを中止します（投稿がどうなるかを先に表示します）",
    title: "ウェビナーの中止",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: draftOrNext },
  },
  "manage webinar drop": {
    summary: "表示した内容で中止します",
    title: "ウェビナーの中止",
    options: { webinar: "どのウェビナーか", version: "変更前の状態", say: "投稿するか" },
    hints: {},
  },
  "manage talk add": {
    summary: "発表と発表者を追加します",
    title: "発表の追加",
    options: {
      speaker: "発表者",
      affiliation: "所属",
      country: "所属先の国または地域",
      title: "発表の題目",
      about: "発表の内容",
      webinar: "どのウェビナーか",
    },
    hints: {
      speaker: "記録にある名前、または新しい名前。例：Dr. Ada Example",
      affiliation: "論文などでの表記",
      country: "新しい所属の場合だけ",
      about: "題目が決まっていない場合",
    },
  },
  "manage talk edit": {
    summary: "発表または発表者を変更します",
    title: "発表の編集",
    options: {
      talk: "どの発表か",
      speaker: "発表者",
      affiliation: "所属",
      country: "所属先の国または地域",
      title: "発表の題目",
      about: "発表の内容",
      webinar: "どのウェビナーか",
    },
    hints: { talk: "番号、発表者名、または内容に含まれる語", country: "新しい所属の場合だけ" },
  },
  "manage talk move": {
    summary: "発表の順番を変えます",
    title: "発表の順番",
    options: { talk: "どの発表か", to: "何番目にするか", webinar: "どのウェビナーか" },
    hints: { talk: "番号、発表者名、または内容に含まれる語", to: "1が最初です" },
  },
  "manage talk remove": {
    summary: "発表をプログラムから外します",
    title: "発表を外す",
    options: { talk: "どの発表か", webinar: "どのウェビナーか" },
    hints: { talk: "番号、発表者名、または内容に含まれる語" },
  },
  "manage talk drop": {
    summary: "表示した発表を外します",
    title: "発表を外す",
    options: { talk: "どの発表か", webinar: "どのウェビナーか", version: "変更前の状態" },
    hints: {},
  },
  "announce plan": {
    summary: "4週間前から1週間後まで、ウェビナーのお知らせをまとめて予約します",
    title: "お知らせの計画",
    options: { webinar: "どのウェビナーか", steps: "いつ投稿するか", where: "投稿先のチャンネル" },
    hints: {
      webinar: "第何回か、開催年、または題名に含まれる語。空欄なら次回",
      steps: "4w, 1w, 1d, 1h, start, 1d after, 1w after（空欄ならこのとおり）",
      where: "チャンネル名、またはDiscord、Slack。空欄ならお知らせ用のチャンネルすべて",
    },
  },
  "announce ladder": {
    summary: "表示したお知らせを予約します",
    title: "お知らせの計画",
    options: { webinar: "どのウェビナーか", steps: "いつ投稿するか", where: "投稿先のチャンネル" },
    hints: {},
  },
  "announce takeaway": {
    summary: "表示した投稿を取り下げます",
    title: "取り下げ",
    options: { what: "どの投稿か" },
    hints: {},
  },
};
