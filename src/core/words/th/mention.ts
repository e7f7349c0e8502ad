import type * as en from "../en/mention.ts";

/** In Thai, and as Discord's English interface calls the right. */
const DISCORD_RIGHT = "“กล่าวถึง @everyone, @here และบทบาททั้งหมด” (Mention @everyone, @here, and All Roles)";

export const mention: typeof en.mention = {
  choices: { everyone: "everyone: ทุกคนในช่อง", here: "here: ผู้ที่ออนไลน์อยู่", none: "none: ไม่แท็กใคร" },
  calls: (who) => `แท็ก ${who}`,
  callsAbout: (who, n) => `แท็ก ${who} (ประมาณ ${n} คน)`,
  callsAtMost: (who, n) => `แท็ก ${who} (ไม่เกิน ${n} คน)`,
  callsNobody: "ไม่แท็กใคร",
  callsIf: (who) => `แท็ก ${who} หากผู้จัดงานอีกคนเห็นชอบ`,
  called: (who) => `แท็ก ${who} แล้ว`,
  without: "ไม่มีการแท็ก",
  unknown: (typed) => `ไม่ทราบว่า “${typed}” หมายถึงใครที่นี่ โปรดเขียน everyone, here, none หรือชื่อบทบาทหรือกลุ่มผู้ใช้`,
  person: "ประกาศแท็กเป็นรายบุคคลไม่ได้ โปรดเขียน everyone, here, none หรือชื่อบทบาทหรือกลุ่มผู้ใช้",
  several: (name) => `มีหลายกลุ่มที่ชื่อ “${name}” โปรดพิมพ์ @ แล้วเลือกกลุ่มที่ต้องการ`,
  nowhere: "การแท็กใช้ได้ในช่องของเซิร์ฟเวอร์หรือเวิร์กสเปซนี้เท่านั้น และไม่มีช่องใดที่เลือกไว้อยู่ที่นี่",
  unasked: (place) => `ตรวจสอบไม่ได้ว่าคุณแท็กใครได้บ้างใน ${place} โปรดรอสักหนึ่งนาทีแล้วลองอีกครั้ง หรือตั้งเวลาโดยไม่แท็ก`,
  mayNot: {
    discord: (who, place) => `คุณไม่มีสิทธิ์แท็ก ${who} ใน ${place} ต้องมีสิทธิ์ส่งข้อความที่นั่น และสิทธิ์ ${DISCORD_RIGHT}`,
    slack: (who, place) => `คุณไม่มีสิทธิ์แท็ก ${who} ใน ${place} เพราะทำได้เฉพาะสมาชิกเต็มของเวิร์กสเปซ`,
    web: (who, place) => `คุณไม่มีสิทธิ์แท็ก ${who} ใน ${place}`,
  },
  botMayNot: {
    discord: (who, place) =>
      `Rostrum ไม่มีสิทธิ์แท็ก ${who} ใน ${place} วิธีแก้: ช่อง → แก้ไขช่อง → สิทธิ์ (Permissions) → Rostrum → ${DISCORD_RIGHT} → ✓ → บันทึก`,
    slack: (who, place) => `Rostrum ไม่มีสิทธิ์แท็ก ${who} ใน ${place}`,
    web: (who, place) => `Rostrum ไม่มีสิทธิ์แท็ก ${who} ใน ${place}`,
  },
  noDesk: (most) => `การแท็กเกิน ${most} คนต้องให้ผู้จัดงานอีกคนเห็นชอบ แต่ยังไม่มีช่องผู้จัดงานให้ถาม ผู้ดูแลระบบตั้งได้ด้วย /rostrum setup`,
  second: (most) => `จะมีผู้ถูกแท็กเกิน ${most} คน จึงจะถามผู้จัดงานอีกคนในช่องผู้จัดงาน หากไม่มีใครเห็นชอบ จะโพสต์ตามเวลาโดยไม่แท็กใคร`,
  ask: (by, what, when) => `${by} ขอแท็กในประกาศ “${what}” ซึ่งจะโพสต์ ${when}:`,
  askWhy: (most) => `การแท็กเกิน ${most} คนต้องให้ผู้จัดงานอีกคนเห็นชอบ หากไม่มีใครเห็นชอบ จะโพสต์ตามเวลาโดยไม่แท็กใคร`,
  approve: "เห็นชอบให้แท็ก",
  decline: "ไม่ต้องแท็ก",
  own: "คุณเป็นผู้ตั้งเวลาประกาศนี้เอง จึงต้องให้ผู้จัดงานคนอื่นเห็นชอบการแท็ก",
  approved: (what) => `เห็นชอบแล้ว “${what}” จะโพสต์พร้อมการแท็ก`,
  declined: (what) => `“${what}” จะโพสต์ตามเวลาโดยไม่แท็กใคร`,
  tooLate: "โพสต์ไปแล้วหรือยกเลิกไปแล้ว",
  reworded: "ข้อความหรือเวลาของประกาศเปลี่ยนไปหลังจากคำขอนี้ โปรดตอบในคำขอที่ใหม่กว่า",
};

export const uncalled: typeof en.uncalled = {
  callerGone: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร เพราะผู้ตั้งเวลาไม่ได้เป็นสมาชิกที่นั่นแล้ว`,
  callerRank: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร เพราะผู้ตั้งเวลาไม่ได้เป็นผู้จัดงานแล้ว`,
  callerRight: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร เพราะผู้ตั้งเวลาไม่มีสิทธิ์แท็กที่นั่นแล้ว`,
  botRight: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร เพราะ Rostrum ไม่มีสิทธิ์แท็กที่นั่นแล้ว`,
  groupGone: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร เพราะไม่มีบทบาทหรือกลุ่มผู้ใช้นั้นแล้ว`,
  unapproved: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร เพราะไม่มีผู้จัดงานอีกคนเห็นชอบทันเวลา`,
  declined: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร ตามที่ผู้จัดงานตัดสินใจ`,
  unasked: (what, place) => `“${what}” จะโพสต์ใน ${place} โดยไม่แท็กใคร เพราะตรวจสอบไม่ได้ว่ายังแท็กได้หรือไม่`,
};
