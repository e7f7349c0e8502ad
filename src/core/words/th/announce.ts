import type * as en from "../en/announce.ts";
import { lack } from "./lack.ts";

export const places: typeof en.places = {
  lack,
  none: {
    announcements: "ยังไม่ได้ตั้งช่องสำหรับประกาศ ผู้ดูแลระบบตั้งได้ด้วย /rostrum setup",
    discussion: "ยังไม่ได้ตั้งช่องสำหรับอภิปราย ผู้ดูแลระบบตั้งได้ด้วย /rostrum setup",
    desk: "ยังไม่ได้ตั้งช่องผู้จัดงาน ผู้ดูแลระบบตั้งได้ด้วย /rostrum setup",
  },
  unknown: (typed, known) => `“${typed}” ไม่ใช่ช่องที่ตั้งไว้ ช่องที่ใช้ได้: ${known}`,
  gone: (known) => `ช่องที่แสดงไว้ไม่ได้ตั้งไว้แล้ว จึงยังไม่ได้ดำเนินการใด ๆ โปรดเริ่มใหม่ ช่องที่ใช้ได้: ${known}`,
  mayNot: (place, why) => `${place}: ${why}`,
  unsure: (names) => `${names}: ตรวจสอบเองไม่ได้ว่าโพสต์ไปถึงหรือไม่ หากการเชื่อมต่อขาดช่วง จะขอให้คุณช่วยดู และจะไม่โพสต์ซ้ำ`,
  tooLong: (place) => `เมื่อรวมกับกำหนดการด้านล่างแล้วยาวเกินไปสำหรับ ${place} โปรดย่อข้อความ`,
};

export const announce: typeof en.announce = {
  previewTitle: (when) => `ประกาศ: ${when}`,
  preview: (place) => `ใน ${place}:`,
  late: {
    announcement: "หากโพสต์ไม่ได้ภายใน 24 ชั่วโมงหลังเวลาที่ตั้งไว้ หรือจนถึงเวลาเริ่มเว็บินาร์ จะไม่โพสต์แล้วและจะแจ้งในช่องผู้จัดงาน",
    question: "หากโพสต์ไม่ได้ภายใน 1 ชั่วโมงหลังเวลาที่ตั้งไว้ จะไม่โพสต์แล้วและจะแจ้งในช่องผู้จัดงาน",
    relative: "หากเว็บินาร์เลื่อน เวลาโพสต์จะเลื่อนตาม",
  },
  promise: "โพสต์ช่องละครั้งเดียว แม้การเชื่อมต่อจะขาดระหว่างนั้น",
  schedule: "ตั้งเวลา",
  scheduled: (when, where) => `ตั้งเวลาแล้ว: ${when} ใน ${where}`,
  already: "รายการนี้ตั้งเวลาไว้แล้ว",
  takeBack: "ยกเลิกรายการนี้",
  listTitle: (days) => `${days} วันข้างหน้า`,
  listAll: "ทุกรายการที่ตั้งเวลาไว้",
  nothing: "ไม่มีรายการที่ตั้งเวลาไว้",
  nothingNow: (when, all) => `ช่วงนี้ไม่มีรายการที่ตั้งเวลาไว้ รายการถัดไป: ${when} กด “${all}” เพื่อดู`,
  goneOut: "ที่ผ่านมา",
  days: (days) => `${days} วัน`,
  all: "ทั้งหมด",
  cancel: "ยกเลิก",
  cancelThis: (what) => `ยกเลิก “${what}”`,
  cancelled: (what) => `ยกเลิกแล้ว: ${what} จะไม่มีการโพสต์`,
  tooLate: "กำลังโพสต์หรือโพสต์ไปแล้ว จึงยกเลิกไม่ได้",
  nothingToCancel: "รายการนี้ยกเลิกไปแล้ว",
  state: {
    scheduled: "ตั้งเวลาไว้",
    ready: "รอลองใหม่",
    sending: "กำลังโพสต์",
    unknown: "กำลังตรวจสอบว่าไปถึงหรือไม่",
    sent: "✓ โพสต์แล้ว",
    held: "ไม่แน่ใจว่าไปถึงหรือไม่",
    failed: "โพสต์ไม่ได้",
    expired: "ไม่ได้โพสต์เพราะเลยเวลา",
    cancelled: "ยกเลิกแล้ว",
  },
  shared: "คำตอบที่แชร์",
  notice: "ข้อความถึงช่องผู้จัดงาน",
  labels: "ประกาศ, ข่าว, ข่าวประชาสัมพันธ์",
  isThere: "ไปถึงแล้ว",
  sendAgain: "ส่งอีกครั้ง",
  settled: {
    there: (what) => `รับทราบ “${what}” ไปถึงแล้ว`,
    noThread: "เปิดเธรดให้ไม่ได้ เพราะไม่ทราบว่าเป็นข้อความใด โปรดเปิดเธรดเอง",
    again: (what) => `กำลังส่ง “${what}” อีกครั้ง`,
  },
  cancelledRest: (what, where) => `ยกเลิก ${what} ในช่องที่ยังไม่ได้โพสต์ ส่วนใน ${where} โพสต์ไปแล้ว`,
  settledAlready: "เรื่องนี้ได้ข้อสรุปไปแล้ว",
};

export const notice: typeof en.notice = {
  held: (what, place) => `ไม่แน่ใจว่า “${what}” ไปถึง ${place} หรือไม่ เพราะการเชื่อมต่อขาดก่อนได้รับคำตอบ โปรดเปิดดูที่ ${place}`,
  failed: (what, place) => `โพสต์ “${what}” ใน ${place} ไม่ได้ เพราะที่นั่นไม่รับข้อความนี้`,
  place: (what, place) =>
    `ถึงเวลาโพสต์ “${what}” แล้ว แต่ ${place} ไม่ให้ Rostrum โพสต์ จะลองใหม่จนกว่าจะเลยเวลา ดูสิ่งที่ขาดได้ที่ /rostrum doctor`,
  uncorrected: (what, place) => `ข้อมูลของ “${what}” ในบันทึกเปลี่ยนไปแล้ว แต่แก้โพสต์ใน ${place} ไม่สำเร็จ โปรดเปิดดูที่นั่น`,
  stop: (platform) => `${platform} ไม่รับโทเค็นของ Rostrum แล้ว จะไม่มีโพสต์ที่นั่นจนกว่าจะเปลี่ยนโทเค็นและเริ่ม Rostrum ใหม่`,
  expired: (what, place) => `ไม่ได้โพสต์ “${what}” ใน ${place} เพราะเลยเวลาแล้ว`,
  gone: (what, place) => `ไม่ได้โพสต์ “${what}” ใน ${place} เพราะเว็บินาร์ที่เกี่ยวข้องถูกยกเลิก กลับไปเป็นฉบับร่าง หรือไม่มีเวลาเริ่มแล้ว`,
  thread: (what, place) => `โพสต์ “${what}” ใน ${place} แล้ว แต่เปิดเธรดไม่สำเร็จ`,
  deleted: (what, place) => `มีผู้ลบโพสต์ “${what}” ของ Rostrum ใน ${place} ระบบจะไม่โพสต์ซ้ำเอง`,
  threadDeleted: (what, place) => `มีผู้ลบเธรดใต้โพสต์ “${what}” ของ Rostrum ใน ${place} ตัวโพสต์ยังอยู่`,
  channelAway: {
    archived: (place) => `${place} ถูกเก็บถาวร รายการที่ถึงกำหนดจะรอไว้จนกว่าจะเปิดใช้ช่องอีกครั้ง`,
    left: (place, self = "Rostrum") =>
      `Rostrum ถูกนำออกจาก ${place} รายการที่ถึงกำหนดจะรอไว้จนกว่าจะได้รับเชิญอีกครั้ง โปรดเปิดช่องนั้นแล้วส่ง /invite @${self}`,
  },
  channelGone: (place, posts) =>
    posts === undefined ? `${place} ถูกลบ` : `${place} ถูกลบ พร้อมโพสต์ของ Rostrum ที่อยู่ในนั้น: ${posts}`,
  placeGone: (purpose) => `ช่องนี้เป็นช่องสำหรับ${purpose} โปรดเลือกช่องอื่นด้วย /rostrum setup`,
  spaceGone: (platform, space) =>
    `Rostrum ไม่ได้อยู่ในเซิร์ฟเวอร์ ${platform} “${space}” แล้ว อาจถูกนำออกหรือเซิร์ฟเวอร์ถูกลบ รายการที่ถึงกำหนดจะรอไว้จนกว่าจะได้รับเชิญอีกครั้ง`,
  spaceLeft: (platform, space) =>
    `เวิร์กสเปซ ${platform} “${space}” นำ Rostrum ออกหรือเพิกถอนโทเค็นแล้ว รายการที่ถึงกำหนดจะรอไว้จนกว่าผู้ดูแลเวิร์กสเปซจะติดตั้งอีกครั้ง ดูลิงก์ได้ที่ /rostrum doctor`,
  quoted: (what) => `“${what}”`,
  andMore: (names, more) => (more === 0 ? names : `${names} และอีก ${more} รายการ`),
};

export const discuss: typeof en.discuss = {
  panelTitle: (name) => `${name} · การอภิปราย`,
  waiting: "รออยู่",
  scheduledFor: (when) => `ตั้งเวลาไว้ ${when}`,
  posting: "กำลังโพสต์",
  unclear: "ไม่แน่ใจว่าไปถึงหรือไม่",
  notPosted: "ยังไม่ได้โพสต์",
  postNow: (number, where) => `โพสต์คำถามที่ ${number} ใน ${where} ทันที`,
  previewNow: (number) => `คำถามที่ ${number} · โพสต์ทันที`,
  previewAt: (number, when) => `คำถามที่ ${number} · ${when}`,
  posted: (number, where) => `กำลังโพสต์คำถามที่ ${number} ใน ${where}`,
  alreadyAll: (number) => `คำถามที่ ${number} โพสต์หรือตั้งเวลาไว้ครบทุกช่องที่เลือกแล้ว จึงไม่ได้เพิ่มรายการใด`,
  notFound: (typed, known) => `ไม่มีคำถาม “${typed}” คำถามที่มี: ${known}`,
  heading: (number, of) => `คำถามที่ ${number} จาก ${of}`,
  led: (names) => `ผู้นำอภิปราย: ${names} · โปรดตอบในเธรด`,
  answer: "โปรดตอบในเธรด",
  thread: (number, label) => `คำถามที่ ${number}: ${label}`,
  labels: "คำถาม, คำถามอภิปราย, อภิปราย",
  refresh: "รีเฟรช",
};
