import type * as en from "../en/menu.ts";
import { announceMenu } from "./menu-announce.ts";
import { discussMenu } from "./menu-discuss.ts";
import { manageMenu } from "./menu-manage.ts";

const whichWebinar = "第何回か、開催年、または題名に含まれる語。空欄なら次回";

export const menu: typeof en.menu = {
  "webinar next": {
    summary: "次回のウェビナー：あなたの時間での日時、発表者、討論の問い",
    title: "次回のウェビナー",
    options: {},
    hints: {},
  },
  "webinar now": {
    summary: "現在開催中のウェビナーと参加方法",
    title: "開催中のウェビナー",
    options: {},
    hints: {},
  },
  "webinar last": { summary: "直近に開催されたウェビナー", title: "前回のウェビナー", options: {}, hints: {} },
  "webinar list": {
    summary: "すべてのウェビナー（これからのものが先）",
    title: "ウェビナー一覧",
    options: { period: "年または月" },
    hints: { period: "例：2022、2022-02、2022年2月。空欄ならすべて" },
  },
  "webinar earlier": {
    summary: "これより前のウェビナー",
    title: "ウェビナー一覧",
    options: { after: "どれより前か", within: "どの時期か" },
    hints: {},
  },
  "webinar show": {
    summary: "ウェビナーのプログラム",
    title: "プログラム",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "webinar talk": {
    summary: "発表：発表者と内容",
    title: "発表",
    options: { talk: "どの発表か", webinar: "どのウェビナーか" },
    hints: { talk: "番号、発表者名、または内容に含まれる語", webinar: whichWebinar },
  },
  "webinar speakers": {
    summary: "ウェビナーの発表者、討論者、司会",
    title: "登壇者",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "webinar questions": {
    summary: "ウェビナーの討論の問い",
    title: "討論の問い",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: whichWebinar },
  },
  "webinar search": {
    summary: "題名、発表、人、問い、成果の中から語を探します",
    title: "検索",
    options: { words: "探す語" },
    hints: { words: "例：governance、東北" },
  },
  "webinar time": {
    summary: "各都市での日時と、それまでの時計の切り替え",
    title: "時刻の比較",
    options: { when: "いつの時刻か", cities: "どの都市か" },
    hints: {
      when: "例：2026-12-05 17:00 東京。空欄なら次回のウェビナーの開始時刻",
      cities: "例：ロンドン、バンコク、東京。空欄ならネットワークの都市",
    },
  },
  "webinar remind": {
    summary: "開始前にダイレクトメッセージでお知らせします（日程が変われば追従）",
    title: "リマインダー",
    options: { webinar: "どのウェビナーか", before: "どのくらい前か" },
    hints: { webinar: whichWebinar },
  },
  "webinar unremind": {
    summary: "ウェビナーのリマインダーを取り消します",
    title: "リマインダー",
    options: { webinar: "どのウェビナーか" },
    hints: {},
  },
  "webinar language": {
    summary: "あなたへの回答に使う言語",
    title: "言語",
    options: { language: "どの言語か" },
    hints: {},
  },
  "webinar outcomes": {
    summary: "ウェビナーの成果",
    title: "成果",
    options: { webinar: "どのウェビナーか" },
    hints: { webinar: "第何回か、開催年、または題名に含まれる語。空欄なら前回" },
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
  "announce approve": {
    summary: "メンションを承認する、またはしない",
    title: "メンション",
    options: { version: "変更前の状態", announcement: "どのお知らせか", say: "承認するかどうか" },
    hints: {},
  },
  "announce stop": {
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
  ...announceMenu,
  ...discussMenu,
  ...manageMenu,
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
  "rostrum audit": {
    summary: "だれが何をしたか、だれが拒否されたか",
    title: "操作の記録",
    options: { by: "だれの操作か", webinar: "どのウェビナーについてか" },
    hints: { by: "名前の一部でも可。空欄なら全員", webinar: "回、年、題名の言葉。空欄ならすべて" },
  },
  "rostrum older": {
    summary: "これより前の操作",
    title: "操作の記録",
    options: { before: "どの行より前か", by: "だれの操作か", webinar: "どのウェビナーについてか" },
    hints: {},
  },
  share: { summary: "結果を全員に見えるように投稿します", title: "共有", options: { of: "内容" }, hints: {} },
};
