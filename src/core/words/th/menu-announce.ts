import type * as en from "../en/menu-announce.ts";

const texts = {
  en: "ข้อความภาษาอังกฤษ",
  ja: "ข้อความภาษาญี่ปุ่น",
  "zh-hans": "ข้อความภาษาจีนตัวย่อ",
  "zh-hant": "ข้อความภาษาจีนตัวเต็ม",
  th: "ข้อความภาษาไทย",
};
const [text, when, where, webinar] = ["ข้อความ", "เวลาที่จะโพสต์", "ช่องที่จะโพสต์", "เกี่ยวกับเว็บินาร์ครั้งใด"];
const mention = "แท็กใคร";
const hints = {
  text: "สำหรับช่องที่ไม่มีข้อความในภาษาของตน ถ้าระบุเว็บินาร์จะเว้นว่างก็ได้ ระบบใช้ข้อมูลในบันทึก",
  when: "เช่น 2026-12-05 17:00 Tokyo, +2d, 1w before หรือ every monday 09:00 Tokyo, 4 times (ซ้ำ 4 ครั้ง)",
  where: "ชื่อช่อง หรือ Discord, Slack หากเว้นว่าง: ทุกช่องประกาศ",
  mention: "everyone, here หรือชื่อบทบาทหรือกลุ่มผู้ใช้ หากเว้นว่าง: ไม่แท็กใคร",
  webinar: "เลขครั้งที่ ปี ค.ศ. หรือคำในชื่อเรื่อง หากเว้นว่าง: ไม่ระบุเว็บินาร์",
};

export const announceMenu: typeof en.announceMenu = {
  "announce schedule": {
    summary: "ตั้งเวลาประกาศในช่องที่เลือก",
    title: "ตั้งเวลาประกาศ",
    options: { text, when, where, mention, webinar, ...texts },
    hints: { ...hints },
  },
  "announce now": {
    summary: "โพสต์ประกาศในช่องที่เลือกทันที หลังจากดูตัวอย่าง",
    title: "ประกาศทันที",
    options: { text, where, mention, webinar, ...texts },
    hints: { text: hints.text, where: hints.where, mention: hints.mention, webinar: hints.webinar },
  },
  "announce begin": {
    summary: "ตั้งเวลาฉบับร่าง",
    title: "ตั้งเวลาประกาศ",
    options: { text, when, where, mention, webinar, ...texts, draft: "ฉบับร่างใด" },
    hints: { ...hints },
  },
  "announce confirm": {
    summary: "ตั้งเวลาหรือโพสต์ตามตัวอย่างที่แสดง",
    title: "ตั้งเวลาประกาศ",
    options: { version: "ข้อมูลก่อนแก้ไข", id: "ตัวอย่าง", text, when, where, mention, webinar, ...texts, draft: "ฉบับร่างใด" },
    hints: {},
  },
  "announce draft": {
    summary: "เก็บประกาศเป็นฉบับร่างให้ผู้จัดงานทุกคนเห็น ถ้าไม่เขียนอะไรจะแสดงฉบับร่างทั้งหมด",
    title: "ฉบับร่างประกาศ",
    options: { text, when, where, webinar, ...texts },
    hints: { text: hints.text, when: hints.when, where: hints.where, webinar: hints.webinar },
  },
  "announce keep": {
    summary: "เก็บสิ่งที่แสดงในตัวอย่างเป็นฉบับร่าง",
    title: "ฉบับร่างประกาศ",
    options: { text, when, where, webinar, ...texts, draft: "ฉบับร่างใด" },
    hints: {},
  },
  "announce discard": {
    summary: "ทิ้งฉบับร่างหรือแม่แบบ",
    title: "ทิ้ง",
    options: { kept: "รายการใด" },
    hints: {},
  },
  "announce preview": {
    summary: "ดูว่าฉบับร่าง รายการที่ตั้งเวลาไว้ หรือโพสต์ มีหน้าตาอย่างไรในแต่ละช่องขณะนี้",
    title: "ดูตัวอย่าง",
    options: { what: "ฉบับร่างหรือโพสต์ใด" },
    hints: { what: "คำขึ้นต้นของประกาศ หรือหัวข้อของคำถาม" },
  },
  "announce edit": {
    summary: "แก้ไขข้อความของประกาศ หากโพสต์ไปแล้วจะแก้ไขในโพสต์เดิม",
    title: "แก้ไขประกาศ",
    options: { what: "ประกาศใด", text, ...texts },
    hints: { what: "คำขึ้นต้นของประกาศ", text: "สำหรับช่องที่ยังไม่มีข้อความในภาษาของช่องนั้น" },
  },
  "announce rewrite": {
    summary: "แก้ไขตามที่กรอกในแบบฟอร์ม",
    title: "แก้ไขประกาศ",
    options: { what: "ประกาศใด", text, ...texts, fields: "ช่องข้อมูล", was: "ข้อความเดิม" },
    hints: { text: "สำหรับช่องที่ยังไม่มีข้อความในภาษาของช่องนั้น" },
  },
  "announce snooze": {
    summary: "เลื่อนเวลาประกาศที่ตั้งไว้ ถ้าเป็นรายการที่โพสต์ซ้ำจะเลื่อนเฉพาะครั้งถัดไป",
    title: "เลื่อนเวลาประกาศ",
    options: { what: "ประกาศใด", when: "เวลาใหม่ที่จะโพสต์" },
    hints: { what: "คำขึ้นต้นของประกาศ", when: "+1h (ช้าลง 1 ชั่วโมง), พรุ่งนี้ 09:00, 2026-12-05 17:00 Tokyo, 1d before" },
  },
  "announce templates": {
    summary: "ข้อความตั้งต้นสำหรับเขียนประกาศ ทั้งที่มีให้ทุกภาษาและที่เก็บไว้เอง",
    title: "แม่แบบประกาศ",
    options: { name: "แม่แบบใด" },
    hints: { name: "คำในชื่อแม่แบบ หากเว้นว่าง: ทั้งหมด" },
  },
  "announce template": {
    summary: "ตั้งชื่อข้อความแล้วเก็บเป็นแม่แบบ",
    title: "สร้างแม่แบบ",
    options: { name: "ชื่อ", text, ...texts },
    hints: { text: "สำหรับช่องที่ยังไม่มีข้อความในภาษาของช่องนั้น" },
  },
  "announce cancel": {
    summary: "ยกเลิกรายการที่ตั้งเวลาไว้",
    title: "ยกเลิกรายการ",
    options: { what: "รายการใด" },
    hints: { what: "คำขึ้นต้นของประกาศ หรือหัวข้อของคำถาม" },
  },
  "announce withdraw": {
    summary: "นำประกาศ คำถาม ข่าวการเลื่อน หรือคำตอบที่แชร์ ออกจากทุกช่องที่โพสต์ไว้",
    title: "นำโพสต์ออก",
    options: { what: "โพสต์ใด" },
    hints: { what: "คำขึ้นต้นของประกาศ หรือหัวข้อของคำถาม" },
  },
};
