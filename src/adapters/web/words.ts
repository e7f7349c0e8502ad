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

const zhHans: PageWords = {
  title: "Rostrum 试用页",
  running: "Rostrum 正在运行。",
  about: "只在这台电脑上运行，不会向 Discord 或 Slack 发送任何内容。",
  bot: "Rostrum",
  skip: "跳到命令输入框",
  channels: "频道",
  conversation: "对话",
  who: "您的身份",
  language: "语言",
  line: "输入命令",
  send: "发送",
  suggestions: "候选",
  examples: "例子",
  empty: "这里还没有内容。请在下方输入命令，或点一个例子。",
  onlyYou: "仅您可见",
  youTyped: "您",
  waiting: "正在处理…",
  thread: "讨论串",
  back: "返回频道",
  posts: (count) => (count === 0 ? "还没有消息" : `${count}条消息`),
  answers: "新消息",
  choose: "确定",
  nothing: "未选择",
  required: "必填",
  here: "您的当地时间",
  failed: "Rostrum 没有回应。",
  again: "再试一次",
  lost: "与 Rostrum 的连接已断开。Rostrum 运行后会自动恢复。",
  newPosts: "新",
};
const zhHant: PageWords = { ...en };
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
