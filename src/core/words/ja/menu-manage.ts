import type * as en from "../en/menu-manage.ts";

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
    hints: { webinar: "第何回か、開催年、または題名に含まれる語。空欄なら下書き、なければ次回" },
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
    hints: { start: "例：2026-12-06 17:00 東京", webinar: "第何回か、開催年、または題名に含まれる語。空欄なら次回" },
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
    hints: { webinar: "第何回か、開催年、または題名に含まれる語。空欄なら次回" },
  },
  "manage webinar drop": {
    summary: "表示した内容で中止します",
    title: "ウェビナーの中止",
    options: { webinar: "どのウェビナーか", version: "変更前の状態", say: "投稿するか" },
    hints: {},
  },
};
