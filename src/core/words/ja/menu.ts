import type * as en from "../en/menu.ts";

const whichWebinar = "第何回か、開催年、または題名に含まれる語。空欄なら次回";
const wherePosted = "チャンネル名、またはDiscord、Slack。空欄なら討論用のチャンネルすべて";

export const menu: typeof en.menu = {
  "webinar next": {
    summary: "次回のウェビナー：あなたの時間での日時、発表者、討論の問い",
    title: "次回のウェビナー",
    options: {},
    hints: {},
  },
  "webinar list": {
    summary: "すべてのウェビナー（これからのものが先）",
    title: "ウェビナー一覧",
    options: {},
    hints: {},
  },
  "webinar show": {
    summary: "ウェビナーのプログラム",
    title: "プログラム",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "webinar questions": {
    summary: "ウェビナーの討論の問い",
    title: "討論の問い",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "webinar help": {
    summary: "ここでできることと、その書き方",
    title: "ヘルプ",
    options: { command: "どのコマンドか" },
    hints: { command: "例：webinar show" },
  },
  speaker: {
    summary: "記録にある人：役割、発表、当時の所属",
    title: "どなたですか",
    options: { name: "氏名または所属" },
    hints: { name: "全部でも一部でもかまいません。例：liu、Tohoku" },
  },
  "announce list": {
    summary: "これから投稿されるもの、投稿されたもの、届いたか不明なもの",
    title: "投稿の一覧",
    options: { days: "何日先まで" },
    hints: {},
  },
  "announce schedule": {
    summary: "チャンネルを選んでお知らせを予約します",
    title: "お知らせの予約",
    options: {
      text: "本文",
      when: "投稿日時",
      where: "投稿先のチャンネル",
      mention: "メンション",
      webinar: "どのウェビナーについてか",
    },
    hints: {
      when: "例：12月5日 17:00、2026-12-05 17:00 東京、+2d（2日後）、1w before（開始の1週間前）",
      where: "チャンネル名、またはDiscord、Slack。空欄ならお知らせ用のチャンネルすべて",
      mention: "everyone、here、またはロールやユーザーグループの名前。空欄なら誰にも通知しません",
      webinar: "第何回か、開催年、または題名に含まれる語。空欄ならなし",
    },
  },
  "announce confirm": {
    summary: "プレビューした内容を予約します",
    title: "お知らせの予約",
    options: {
      id: "プレビュー",
      text: "本文",
      when: "投稿日時",
      where: "投稿先のチャンネル",
      mention: "メンション",
      webinar: "どのウェビナーについてか",
    },
    hints: {},
  },
  "announce approve": {
    summary: "メンションを承認する、またはしない",
    title: "メンション",
    options: { announcement: "どのお知らせか", say: "承認するかどうか" },
    hints: {},
  },
  "announce cancel": {
    summary: "予約を取り消します",
    title: "予約の取り消し",
    options: { what: "取り消すもの" },
    hints: {},
  },
  "announce settle": {
    summary: "投稿が届いたかどうかを知らせます",
    title: "投稿の確認",
    options: { delivery: "どの投稿か", there: "届いているか", attempt: "何回目の投稿か" },
    hints: {},
  },
  "discuss queue": {
    summary: "討論の問いとその状況（投稿用のボタン付き）",
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
    summary: "討論の問いを1つ予約します",
    title: "問いの予約",
    options: {
      question: "どの問いか",
      when: "投稿日時",
      webinar: "どのウェビナーか",
      where: "投稿先のチャンネル",
    },
    hints: {
      question: "番号、または問いに含まれる語",
      when: "例：12月5日 17:00、2026-12-05 17:00 東京、+2d（2日後）、20m after start（開始の20分後）",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss confirm": {
    summary: "プレビューした問いを投稿または予約します",
    title: "討論の問い",
    options: {
      question: "どの問いか",
      webinar: "どのウェビナーか",
      where: "投稿先のチャンネル",
      when: "投稿日時",
    },
    hints: {},
  },
  "discuss cancel": {
    summary: "問いの予約を取り消します",
    title: "予約の取り消し",
    options: { question: "どの問いか", webinar: "どのウェビナーか" },
    hints: {},
  },
  home: { summary: "次のウェビナーと、ここでできること", title: "ホーム", options: {}, hints: {} },
  menu: { summary: "ここでできることの一覧", title: "できること", options: {}, hints: {} },
  leave: { summary: "何も変えずに終わります", title: "キャンセル", options: {}, hints: {} },
  "rostrum doctor": {
    summary: "動いているもの、動いていないもの、その直し方",
    title: "動作の確認",
    options: {},
    hints: {},
  },
  "rostrum setup": {
    summary: "ネットワークと、このサーバーまたはワークスペースを設定します",
    title: "設定1/2：ネットワーク",
    options: {
      name: "ネットワークの名称",
      zone: "タイムゾーン",
      language: "投稿の言語",
      strip: "時刻の下に並べる都市",
    },
    hints: {
      name: "空欄なら表示しません",
      zone: "都市名またはタイムゾーン。例：東京、Europe/London",
      strip: "西から東の順に。例：ロンドン、バンコク、東京",
    },
  },
  "rostrum space": {
    summary: "このサーバーまたはワークスペースを設定します",
    title: "設定2/2：チャンネル",
    options: {
      announcements: "お知らせ用のチャンネル",
      discussion: "討論の問い用のチャンネル",
      desk: "運営チャンネル（主催者だけの非公開チャンネル）",
      language: "ここでの投稿の言語",
    },
    hints: { desk: "問題が起きたときにお知らせする所です。メンバーには見えないようにしてください" },
  },
  "rostrum connect": {
    summary: "サーバーを接続します",
    title: "接続",
    options: { platform: "プラットフォーム", space: "サーバー" },
    hints: {},
  },
  "rostrum roles list": {
    summary: "モデレーター・主催者・管理者と、記録上の人物に当たるアカウント",
    title: "権限と役割",
    options: {},
    hints: {},
  },
  "rostrum roles give": {
    summary: "メンバーやグループに権限を付与するか、アカウントを記録上の人物に結びつけます",
    title: "権限・役割の付与",
    options: {
      who: "メンバーまたはグループ",
      role: "権限または役割",
      webinar: "どのウェビナーか",
      person: "記録上のどの人物か",
    },
    hints: {
      webinar: "発表者・討論者・司会の場合だけ。空欄なら次回",
      person: "発表者・討論者・司会の場合だけ。空欄ならその役割の人",
    },
  },
  "rostrum roles take": {
    summary: "権限、または記録上の人物との結びつきを外します",
    title: "権限・役割を外す",
    options: { who: "メンバーまたはグループ" },
    hints: {},
  },
  share: { summary: "結果を全員に見えるように投稿します", title: "共有", options: { of: "内容" }, hints: {} },
};
