import type { Language } from "../../core/words/language.ts";

/** What the page itself says; what the bot says comes from the bot. English is the type. */
export type PageWords = typeof en;

const en = {
  title: "Rostrum playground",
  running: "Rostrum is running.",
  about: "The bot on this machine. Nothing here reaches Discord or Slack.",
  bot: "Rostrum",
  skip: "Skip to the command line",
  direct: "Direct messages",
  zone: "Time zone",
  clock: "Time in the playground",
  toPost: "To the next post",
  toHour: "1 hour on",
  toDay: "1 day on",
  toNow: "Back to now",
  /** {time} is written by the page. */
  jumped: "It is now {time}.",
  noPost: "Nothing is waiting to be posted.",
  close: "Close",
  asDiscord: "As Discord gets it",
  asSlack: "As Slack gets it",
  drawing: "A drawing, made from the message below",
  copy: "Copy the JSON",
  copied: "Copied",
  refused: "This platform would not take it: it is too long, or has too many parts.",
  channels: "Channels",
  conversation: "Conversation",
  who: "You are",
  language: "Language",
  line: "Type a command",
  send: "Send",
  suggestions: "Suggestions",
  examples: "Examples",
  empty: "Nothing here yet. Type a command below, or press one of the examples.",
  onlyYou: "only you see this",
  youTyped: "You",
  waiting: "Working…",
  thread: "Thread",
  posts: (count: number): string => (count === 0 ? "no posts yet" : count === 1 ? "1 post" : `${count} posts`),
  answers: "New messages",
  choose: "Choose",
  nothing: "Nothing chosen",
  required: "required",
  here: "your time",
  failed: "The bot did not answer.",
  again: "Try again",
  lost: "The connection to the bot is lost. It comes back by itself when the bot runs.",
  newPosts: "new",
};

const ja: PageWords = {
  title: "Rostrum お試し画面",
  running: "Rostrum は動いています。",
  about: "このコンピューターの中だけで動きます。Discord や Slack には何も届きません。",
  bot: "Rostrum",
  skip: "コマンド入力欄へ移動",
  direct: "ダイレクトメッセージ",
  zone: "タイムゾーン",
  clock: "お試し画面の時刻",
  toPost: "次の投稿へ",
  toHour: "1 時間進める",
  toDay: "1 日進める",
  toNow: "現在に戻す",
  jumped: "{time}になりました。",
  noPost: "投稿の予定はありません。",
  close: "閉じる",
  asDiscord: "Discord に届く形",
  asSlack: "Slack に届く形",
  drawing: "下のメッセージから描いた図",
  copy: "JSON をコピー",
  copied: "コピーしました",
  refused: "このプラットフォームでは受け付けられません。長すぎるか、部品が多すぎます。",
  channels: "チャンネル",
  conversation: "会話",
  who: "あなたの役",
  language: "言語",
  line: "コマンドを入力",
  send: "送信",
  suggestions: "候補",
  examples: "例",
  empty: "まだ何もありません。下にコマンドを入力するか、例を押してください。",
  onlyYou: "あなただけに表示",
  youTyped: "あなた",
  waiting: "処理中…",
  thread: "スレッド",
  posts: (count) => (count === 0 ? "まだ投稿なし" : `投稿 ${count} 件`),
  answers: "新着メッセージ",
  choose: "決定",
  nothing: "選択なし",
  required: "必須",
  here: "あなたの時間",
  failed: "ボットから返事がありません。",
  again: "もう一度",
  lost: "ボットとの接続が切れました。ボットが動けば自動で戻ります。",
  newPosts: "新着",
};

const catalogues: Readonly<Record<Language, PageWords>> = { en, ja };

/** Each language under its own name, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", ja: "日本語" };
export const isPageLanguage = (tag: unknown): tag is Language =>
  typeof tag === "string" && Object.hasOwn(catalogues, tag);
export const pageLanguages: readonly Language[] = Object.keys(catalogues).filter(isPageLanguage);

export const pageWords = (language: Language): PageWords => catalogues[language];
