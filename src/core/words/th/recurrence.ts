import type * as en from "../en/recurrence.ts";
import { joined } from "./common.ts";

/** In words: "วันศุกร์ที่ 2" is a date. */
const NTH: Readonly<Record<number, string>> = {
  1: "แรก",
  2: "ที่สอง",
  3: "ที่สาม",
  4: "ที่สี่",
  5: "ที่ห้า",
  [-1]: "สุดท้าย",
};

const inTime = (place: string): string => joined("ตามเวลา", place);

export const recurrence: typeof en.recurrence = {
  daily: "ทุกวัน",
  weekdays: "ทุกวันจันทร์ถึงวันศุกร์",
  weekly: (days, every) => {
    const named = days.replace(" และ ", "และ");
    return every === 1 ? joined("ทุก", named) : `ทุก ${every} สัปดาห์ ${joined("ใน", named)}`;
  },
  monthly: (day, nth) => {
    const named = /\p{sc=Thai}$/u.test(day) ? day : `${day} `;
    const which = NTH[nth] ?? `ที่ ${nth} `;
    return `${named}${which}ของทุกเดือน${nth === 5 ? ` (${joined("เฉพาะเดือนที่มี", named)}ห้าครั้ง)` : ""}`;
  },
  at: (rule, time, place) => `${rule} เวลา ${time} น. ${inTime(place)}`,
  cron: (expression, place) => `ตามรูปแบบ cron “${expression}” ${inTime(place)}`,
  times: (said, times) => `${said} รวม ${times} ครั้ง`,
  until: (said, day) => `${said} จนถึงวันที่ ${day}`,
  gap: (day, asked, becomes) => `${day} มีการปรับนาฬิกาให้เร็วขึ้น จึงไม่มีเวลา ${asked} น. จะใช้ ${becomes} น. แทน`,
  overlap: (day, asked) => `${day} มีการปรับนาฬิกาให้ช้าลง เวลา ${asked} น. จึงมีสองครั้ง จะถือเอาครั้งแรก`,
  cronBoth: "จะนับเฉพาะวันที่ตรงทั้งวันที่ของเดือนและวันในสัปดาห์",
  late: "หากระบบขัดข้องจนพลาดไปหลายครั้ง จะโพสต์เฉพาะครั้งล่าสุดที่พลาด",
  scheduled: (said, where) => `ตั้งเวลาแล้ว: ${said} ใน ${where}`,
  ask: (by, what, said) => `${by} ขอแท็กทุกครั้งที่โพสต์ประกาศ “${what}” (${said}):`,
  tooMany: (most) => `เกิน ${most} ครั้ง โปรดกำหนดให้สิ้นสุดเร็วขึ้น`,
  cancelThis: (what) => `ยกเลิก “${what}” ทุกครั้งที่เหลือ`,
  cancelled: (what) => `ยกเลิก “${what}” ทุกครั้งที่เหลือแล้ว โพสต์ที่ผ่านมายังคงอยู่ และจะไม่มีการโพสต์อีก`,
  unclear:
    "อ่านกำหนดการโพสต์ซ้ำนี้ไม่ได้ โปรดเขียนเป็นภาษาอังกฤษในรูปแบบ every monday 09:00 Tokyo (ทุกวันจันทร์), every 2 weeks friday 15:00 (ทุก 2 สัปดาห์ในวันศุกร์), first thursday 17:00 London (วันพฤหัสบดีแรกของเดือน) หรือ 0 9 * * 1 Tokyo แล้วต่อท้ายด้วย 4 times (4 ครั้ง), for 4 weeks (นาน 4 สัปดาห์) หรือ until 2026-11-30 (จนถึงวันที่ระบุ)",
  whichHour: "โปรดระบุเวลาต่อท้ายวันด้วย เช่น every monday 09:00 Tokyo",
  whichSecond:
    "หมายถึงสัปดาห์เว้นสัปดาห์หรือเดือนละครั้ง หากเป็นสัปดาห์เว้นสัปดาห์ โปรดเขียน every 2 weeks friday (ทุก 2 สัปดาห์ในวันศุกร์) หากเป็นเดือนละครั้ง โปรดเขียน second friday (ศุกร์ที่สองของเดือน)",
  whichEnd: "อ่านไม่ได้ว่าสิ้นสุดเมื่อใด โปรดเขียนในรูปแบบ 4 times, for 4 weeks หรือ until 2026-11-30",
  oneEnd: "ระบุวันเริ่มหรือการสิ้นสุดไว้สองอย่าง โปรดเลือกอย่างเดียว เช่น 4 times, for 4 weeks หรือ until 2026-11-30",
  endless: "ยังไม่ได้ระบุว่าสิ้นสุดเมื่อใด โปรดเพิ่ม 4 times, for 4 weeks หรือ until 2026-11-30",
  endsBefore: (first) => `${joined("ครั้งแรกจะตรงกับ", first)} แต่กำหนดให้สิ้นสุดก่อนหน้านั้น โปรดกำหนดให้สิ้นสุดช้าลง`,
  cronUnclear: (expression) =>
    `อ่าน “${expression}” ไม่ได้ โปรดเขียนให้ครบห้าส่วน: นาที ชั่วโมง วันที่ เดือน วันในสัปดาห์ เช่น 0 9 * * 1 คือทุกวันจันทร์ เวลา 09:00 น.`,
  never: "ไม่มีวันเช่นนี้ในปฏิทิน จึงจะไม่มีการโพสต์เลย",
};
