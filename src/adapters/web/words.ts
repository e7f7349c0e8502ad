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
const zhHant: PageWords = { ...en };
const th: PageWords = {
  title: "หน้าทดลองใช้ Rostrum",
  running: "Rostrum กำลังทำงาน",
  about: "บอตทำงานในเครื่องนี้เท่านั้น ไม่มีสิ่งใดส่งไปยัง Discord หรือ Slack",
  bot: "Rostrum",
  skip: "ข้ามไปยังช่องพิมพ์คำสั่ง",
  channels: "ช่อง",
  conversation: "บทสนทนา",
  who: "คุณคือ",
  language: "ภาษา",
  line: "พิมพ์คำสั่ง",
  send: "ส่ง",
  suggestions: "คำแนะนำ",
  examples: "ตัวอย่าง",
  empty: "ยังไม่มีข้อความ พิมพ์คำสั่งด้านล่าง หรือกดตัวอย่างข้อใดข้อหนึ่ง",
  onlyYou: "คุณเห็นคนเดียว",
  youTyped: "คุณ",
  waiting: "กำลังดำเนินการ…",
  thread: "เธรด",
  back: "กลับไปที่ช่อง",
  posts: (count) => (count === 0 ? "ยังไม่มีโพสต์" : `${count} โพสต์`),
  answers: "ข้อความใหม่",
  choose: "เลือก",
  nothing: "ไม่ได้เลือก",
  required: "จำเป็น",
  here: "เวลาของคุณ",
  failed: "บอตไม่ตอบ",
  again: "ลองอีกครั้ง",
  lost: "การเชื่อมต่อกับบอตขาด เมื่อบอตทำงานจะเชื่อมต่อใหม่เอง",
  newPosts: "ใหม่",
};

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
