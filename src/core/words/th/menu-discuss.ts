import type * as en from "../en/menu-discuss.ts";

const whichWebinar = "เลขครั้งที่ ปี ค.ศ. หรือคำในชื่อเรื่อง หากเว้นว่าง: ครั้งถัดไป หรือครั้งล่าสุดถ้าไม่มี";
const wherePosted = "ชื่อช่อง หรือ Discord, Slack หากเว้นว่าง: ทุกช่องอภิปราย";
const whichQuestion = "เลขข้อหรือคำในคำถาม";
const shortName = "ใช้เป็นชื่อเธรดและชื่อบนปุ่ม ไม่เกิน 80 ตัวอักษร";

/** `/discuss` of the menu (menu.ts). */
export const discussMenu: typeof en.discussMenu = {
  "discuss queue": {
    summary: "คำถามอภิปรายและสถานะ พร้อมปุ่มสำหรับเปิดและปิดคำถาม",
    title: "การอภิปราย",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: whichWebinar },
  },
  "discuss post": {
    summary: "โพสต์คำถามอภิปรายทันที พร้อมเธรดสำหรับตอบ",
    title: "โพสต์คำถาม",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด", where: "ช่องที่จะโพสต์" },
    hints: { question: whichQuestion, webinar: whichWebinar, where: wherePosted },
  },
  "discuss schedule": {
    summary: "ตั้งเวลาโพสต์คำถามอภิปรายหนึ่งข้อ หรือข้อถัดไปตามลำดับ",
    title: "ตั้งเวลาคำถาม",
    options: {
      when: "เวลาที่จะโพสต์ (ระบุหลายเวลาได้)",
      question: "คำถามใด",
      webinar: "เว็บินาร์ครั้งใด",
      where: "ช่องที่จะโพสต์",
    },
    hints: {
      when: "เช่น +2d, 20m after start (หลังเริ่ม 20 นาที), every monday 09:00 Tokyo, 4 times หลายเวลาคั่นด้วย ;",
      question: "เลขข้อหรือคำในคำถาม หากเว้นว่าง: ข้อถัดไปตามลำดับ",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss close": {
    summary: "ปิดคำถามอภิปราย โดยระบุในโพสต์ว่าปิดแล้ว ส่วนเธรดยังเปิดอยู่",
    title: "ปิดคำถาม",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด" },
    hints: { question: "เลขข้อหรือคำในคำถาม หากเว้นว่าง: ข้อที่เปิดอยู่", webinar: whichWebinar },
  },
  "discuss add": {
    summary: "เพิ่มคำถามอภิปรายต่อท้าย",
    title: "เพิ่มคำถาม",
    options: { text: "คำถาม", label: "ชื่อย่อของคำถาม", webinar: "เว็บินาร์ครั้งใด", language: "ภาษาที่เขียน" },
    hints: { label: shortName, webinar: whichWebinar },
  },
  "discuss edit": {
    summary: "แก้ไขคำถามอภิปราย หากโพสต์ไปแล้วจะแก้ไขในโพสต์เดิม",
    title: "แก้ไขคำถาม",
    options: {
      question: "คำถามใด",
      text: "คำถาม",
      label: "ชื่อย่อของคำถาม",
      webinar: "เว็บินาร์ครั้งใด",
      language: "ภาษาที่เขียน",
    },
    hints: { question: whichQuestion, webinar: whichWebinar },
  },
  "discuss save": {
    summary: "บันทึกคำถามที่แก้ไข",
    title: "แก้ไขคำถาม",
    options: {
      question: "คำถามใด",
      text: "คำถาม",
      label: "ชื่อย่อของคำถาม",
      language: "ภาษาที่เขียน",
      was: "ข้อมูลก่อนแก้ไข",
      webinar: "เว็บินาร์ครั้งใด",
    },
    hints: { label: shortName },
  },
  "discuss remove": {
    summary: "ลบคำถามอภิปรายที่ยังไม่ได้โพสต์",
    title: "ลบคำถาม",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด" },
    hints: { question: whichQuestion, webinar: whichWebinar },
  },
  "discuss drop": {
    summary: "ลบคำถามที่แสดง",
    title: "ลบคำถาม",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "discuss move": {
    summary: "ย้ายคำถามอภิปรายไปลำดับอื่น",
    title: "ย้ายลำดับคำถาม",
    options: { question: "คำถามใด", to: "ย้ายไปลำดับที่เท่าใด", webinar: "เว็บินาร์ครั้งใด" },
    hints: { question: whichQuestion, to: "1 คือลำดับแรก", webinar: whichWebinar },
  },
  "discuss skip": {
    summary: "ข้ามคำถามอภิปราย ซึ่งนำกลับมาภายหลังได้",
    title: "ข้ามคำถาม",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด" },
    hints: { question: "เลขข้อหรือคำในคำถาม หากเว้นว่าง: ข้อถัดไป", webinar: whichWebinar },
  },
  "discuss pause": {
    summary: "พักคำถามที่ตั้งเวลาไว้ของเว็บินาร์ จนกว่าจะเริ่มต่อ",
    title: "หยุดชั่วคราว",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: whichWebinar },
  },
  "discuss resume": {
    summary: "ให้คำถามที่ตั้งเวลาไว้ของเว็บินาร์โพสต์ตามเวลาต่อไป",
    title: "เริ่มต่อ",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: whichWebinar },
  },
  "discuss open": {
    summary: "เปิดคำถาม",
    title: "เปิดคำถาม",
    options: {
      question: "คำถามใด",
      close: "ปิดคำถามใด",
      webinar: "เว็บินาร์ครั้งใด",
      where: "ช่องที่จะโพสต์",
    },
    hints: {},
  },
  "discuss undo": {
    summary: "เลิกทำสิ่งที่เพิ่งทำไป",
    title: "เลิกทำ",
    options: { question: "คำถามที่เปิด", close: "คำถามที่ปิด", webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "discuss restore": {
    summary: "เปิดคำถามอีกครั้ง หรือนำคำถามที่ข้ามกลับมา",
    title: "เปิดคำถามอีกครั้ง",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "discuss text": {
    summary: "คำถามในรูปข้อความล้วน",
    title: "สำหรับแชตห้องประชุม",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "discuss more": {
    summary: "สิ่งอื่นที่ทำกับคำถามได้",
    title: "การอภิปราย",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "discuss again": {
    summary: "โพสต์คำถามซ้ำในช่องที่โพสต์ไปแล้ว",
    title: "โพสต์คำถาม",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด", where: "ช่องที่จะโพสต์" },
    hints: {},
  },
  "discuss book": {
    summary: "ตั้งเวลาคำถามตามตัวอย่างที่แสดง",
    title: "ตั้งเวลาคำถาม",
    options: {
      when: "เวลาที่จะโพสต์",
      questions: "คำถามใดบ้าง",
      only: "เฉพาะเวลาที่มีคำถามหรือไม่",
      webinar: "เว็บินาร์ครั้งใด",
      where: "ช่องที่จะโพสต์",
    },
    hints: {},
  },
  "discuss dates": {
    summary: "กำหนดเวลาโพสต์คำถามที่รออยู่",
    title: "กำหนดเวลาถัดไป",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "discuss unbook": {
    summary: "ยกเลิกกำหนดเวลาของคำถาม",
    title: "ยกเลิกกำหนดเวลา",
    options: { slots: "กำหนดเวลาใดบ้าง", webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "discuss confirm": {
    summary: "โพสต์หรือตั้งเวลาตามตัวอย่างที่แสดง",
    title: "คำถามอภิปราย",
    options: {
      at: "ข้อมูลก่อนแก้ไข",
      question: "คำถามใด",
      webinar: "เว็บินาร์ครั้งใด",
      where: "ช่องที่จะโพสต์",
      when: "เวลาที่จะโพสต์",
      again: "โพสต์ไปแล้วกี่ครั้ง",
    },
    hints: {},
  },
  "discuss cancel": {
    summary: "ยกเลิกคำถามที่ตั้งเวลาไว้",
    title: "ยกเลิกการตั้งเวลา",
    options: { question: "คำถามใด", webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
};
