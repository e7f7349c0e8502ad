import type { Language } from "../../core/words/language.ts";

/** What the page itself says; what the bot says comes from the bot. English is the type. */
export type PageWords = typeof en;

const en = {
  title: "Rostrum playground",
  running: "Rostrum is running.",
  about: "The bot on this machine. Nothing here reaches Discord or Slack.",
  bot: "Rostrum",
  skip: "Skip to the command line",
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
  back: "Back to the channel",
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
  back: "チャンネルに戻る",
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

const zhHans: PageWords = { ...en };
const zhHant: PageWords = {
  title: "Rostrum 試用頁",
  running: "Rostrum 執行中。",
  about: "只在這台機器上執行，不會傳送任何內容到 Discord 或 Slack。",
  bot: "Rostrum",
  skip: "跳到指令輸入列",
  channels: "頻道",
  conversation: "對話",
  who: "您的身分",
  language: "語言",
  line: "輸入指令",
  send: "送出",
  suggestions: "建議",
  examples: "範例",
  empty: "這裡還沒有內容。請在下方輸入指令，或按其中一個範例。",
  onlyYou: "只有您看得到",
  youTyped: "您",
  waiting: "處理中…",
  thread: "討論串",
  back: "返回頻道",
  posts: (count) => (count === 0 ? "尚無訊息" : `${count}則訊息`),
  answers: "新訊息",
  choose: "選擇",
  nothing: "未選擇",
  required: "必填",
  here: "您的當地時間",
  failed: "機器人沒有回應。",
  again: "再試一次",
  lost: "與機器人的連線中斷。機器人執行後會自動恢復。",
  newPosts: "新",
};
const th: PageWords = { ...en };

const catalogues: Readonly<Record<Language, PageWords>> = { en, ja, "zh-Hans": zhHans, "zh-Hant": zhHant, th };

/** Each language under its own name, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  ja: "日本語",
  "zh-Hans": "简体中文",
  "zh-Hant": "繁體中文",
  th: "ไทย",
};
export const isPageLanguage = (tag: unknown): tag is Language =>
  typeof tag === "string" && Object.hasOwn(catalogues, tag);
export const pageLanguages: readonly Language[] = Object.keys(catalogues).filter(isPageLanguage);

export const pageWords = (language: Language): PageWords => catalogues[language];
