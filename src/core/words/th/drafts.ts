import type * as en from "../en/drafts.ts";
import { joined } from "./common.ts";

export const drafts: typeof en.drafts = {
  title: "ฉบับร่างประกาศ",
  none: "ไม่มีฉบับร่าง",
  begin: "สร้างฉบับร่าง…",
  keep: "เก็บเป็นฉบับร่าง",
  kept: (name) => `เก็บเป็นฉบับร่างแล้ว: ${name}`,
  noTime: "ยังไม่กำหนดเวลา",
  noTimeYet: "ยังไม่ได้กำหนดเวลา ระบบจะถามเมื่อตั้งเวลาประกาศ",
  look: (what) => `ดูตัวอย่าง “${what}”`,
  edit: (what) => `แก้ไข “${what}”…`,
  scheduleThis: (what) => `ตั้งเวลา “${what}”…`,
  discard: (what) => `ทิ้ง “${what}”`,
  discarded: (what) => `ทิ้ง “${what}” แล้ว`,
  gone: "รายการนี้ไม่มีอยู่แล้ว เพราะมีผู้ตั้งเวลาหรือทิ้งไปก่อนหน้านี้",
  lookAtIt: "ดูตัวอย่าง",
  schedule: "ตั้งเวลา…",
  editIt: "แก้ไข…",
  moveIt: "เลื่อนเวลา…",
  discardIt: "ทิ้ง",
  draftAsItIs: "ฉบับร่างในขณะนี้",
  asItIs: (what) => `“${what}” ในขณะนี้`,
  nowTitle: "ประกาศ (โพสต์ทันที)",
  postNow: "โพสต์ทันที",
  postingNow: (places) => `กำลังโพสต์ใน ${places}`,
  nowNeedsSecond: (most) =>
    `การแท็กสมาชิกเกิน ${most} คนต้องให้ผู้จัดงานอีกคนเห็นชอบก่อน จึงโพสต์ทันทีไม่ได้ โปรดตั้งเวลาด้วย /announce schedule`,
  noText: (language, places) => `ยังไม่มีข้อความใน${joined("ภาษา", language)} ${places} จะแสดงข้อความที่เขียนไว้`,
  noTextButStep: (language, places) => `ยังไม่มีข้อความใน${joined("ภาษา", language)} ${places} จะแสดงข้อความจากบันทึก`,
  literal: "ไม่ได้ระบุเว็บินาร์ไว้ {webinar}, {title} และ {date} จึงจะแสดงตามที่เขียน",
  writeIn: (language) => `เขียนเป็น${joined("ภาษา", language)}…`,
  changeIn: (language) => `แก้ข้อความ${joined("ภาษา", language)}…`,
  both: "มีผู้แก้ไขประกาศนี้ระหว่างที่คุณกำลังแก้ไขอยู่",
  move: (what) => `เลื่อนเวลา “${what}”…`,
  moved: (what) => `เลื่อนเวลา “${what}” แล้ว`,
  fromTo: (before, after) => `จาก ${before}\nเป็น ${after}`,
  onlyNext: "เลื่อนเฉพาะครั้งนี้ ครั้งต่อ ๆ ไปยังคงเดิม",
  fixedNow: "รายการนี้มีเวลาของตัวเองแล้ว และจะไม่เลื่อนตามเว็บินาร์",
  passesNext: (when) => `ครั้งถัดไปกำหนดไว้ ${when} โปรดเลือกเวลาที่เร็วกว่านั้น หรือยกเลิกครั้งที่เหลือ`,
  nothingToMove: "ไม่มีรายการที่จะโพสต์อีก จึงไม่มีเวลาให้เลื่อน",
  open: "เปิดดู",
};

export const templates: typeof en.templates = {
  title: "แม่แบบประกาศ",
  use: (name) => `เริ่มจาก “${name}”…`,
  begin: "สร้างแม่แบบ…",
  keep: "เก็บเป็นแม่แบบ…",
  kept: (name) => `เก็บเป็นแม่แบบแล้ว: ${name}`,
  replaced: (name) => `แม่แบบ “${name}” มีข้อความใหม่ดังนี้:`,
  notFound: (typed) => `ไม่มีแม่แบบชื่อ “${typed}”`,
  placeholders: "{webinar}, {title} และ {date} จะเติมจากบันทึกของเว็บินาร์ที่ระบุเมื่อโพสต์ วงเล็บปีกกาอื่นจะคงไว้ตามที่เขียน",
  usual: {
    call: {
      name: "เชิญเข้าร่วม",
      text: "ขอเชิญทุกท่านเข้าร่วมเว็บินาร์ “{title}” ยินดีต้อนรับทั้งสมาชิกเครือข่ายและผู้สนใจทุกท่าน หากมีคำถามที่อยากให้อภิปราย โปรดส่งมาล่วงหน้าได้",
    },
    reminder: {
      name: "แจ้งเตือนก่อนงาน",
      text: "ขอแจ้งเตือนเว็บินาร์ “{title}”\nวันเวลา: {date}\nแล้วพบกัน",
    },
    thanks: {
      name: "ขอบคุณและเอกสาร",
      text: "ขอขอบคุณวิทยากร ผู้ถาม และผู้เข้าร่วมเว็บินาร์ “{title}” ทุกท่าน เมื่อเอกสารพร้อมจะแจ้งให้ทราบที่นี่ และยังร่วมตอบคำถามอภิปรายได้ต่อไป",
    },
  },
};
