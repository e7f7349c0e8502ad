import { clockTime, dayNames, relativeTime } from "../dates.ts";
import type * as en from "../en/common.ts";

const days = dayNames("th");
const relative = relativeTime("th");

/** Monday first, as letters and timetables shorten them; CLDR only leaves out วัน. */
const SHORT_DAYS: readonly string[] = ["จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา."];
const shortDay = (d: Temporal.PlainDate): string => SHORT_DAYS[d.dayOfWeek - 1] ?? days.weekday(d);

/** Behind a Thai word: "เวลาโตเกียว", but "เวลา UTC+9". */
export const joined = (word: string, name: string): string =>
  /^\p{sc=Thai}/u.test(name) ? `${word}${name}` : `${word} ${name}`;

export const list: typeof en.list = (parts) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} และ ${parts.at(-1)}`;

export const date: typeof en.date = {
  /** "วันเสาร์ที่ 5 ธันวาคม 2026" */
  long: (d) => `${days.weekday(d)}ที่ ${d.day} ${days.month(d)} ${d.year}`,
  /** "ส. 5 ธ.ค. 2026" */
  short: (d) => `${shortDay(d)} ${d.day} ${days.monthShort(d)} ${d.year}`,
  day: (d) => `${d.day} ${days.month(d)} ${d.year}`,
  weekday: days.weekday,
  /** "ธันวาคม", as it is spoken "ธันวา", "ธ.ค.", as it is typed "ธค" */
  months: (d) => [
    days.month(d),
    days.month(d).replace(/(?:คม|ยน|พันธ์)$/u, ""),
    days.monthShort(d),
    days.monthShort(d).replaceAll(".", ""),
  ],
  time: clockTime,
  at: (day, time, place) => `${day} เวลา ${time} น. ${joined("ตามเวลา", place)}`,
  stop: (city, time) => `${city} ${time}`,
  stopOn: (city, at) => `${city} ${shortDay(at.toPlainDate())} ${clockTime(at)}`,
  stops: (stops) => stops.join(" · "),
  oneDay: (stops, day) => `${stops} (${days.weekday(day)}ทุกเมือง)`,
  comma: ", ",
  colon: ": ",
  aside: (what, remark) => `${what} (${remark})`,
  // CLDR begins with ใน, which is left out where it stands alone.
  inTime: (ms) => relative(ms).replace(/^ใน/, ""),
  timesIn: (place) => joined("ตามเวลา", place),
};

export const when: typeof en.when = {
  unclear: "อ่านวันเวลานี้ไม่ได้ โปรดเขียนในรูปแบบ 2026-12-05 17:00 Tokyo, 17:00, +2d (อีก 2 วัน) หรือ 1w before (ก่อนเริ่ม 1 สัปดาห์)",
  whichHour: "โปรดระบุเวลาด้วย เช่น 2026-12-05 17:00",
  whichOrder: "ไม่แน่ใจว่าเลขใดคือวัน เลขใดคือเดือน โปรดเขียนปีขึ้นก่อน เช่น 2026-12-05 17:00",
  buddhist: (year, gregorian) => `${year} เป็นปี พ.ศ. ใช่หรือไม่ หากใช่ โปรดเขียนเป็นปี ค.ศ. ${gregorian}`,
  noSuchDay: "ไม่มีวันที่นี้ในปฏิทิน",
  noSuchHour: "ไม่มีเวลานี้ โปรดเขียนในรูปแบบ 17:00 หรือ 5pm",
  unknownZone: (name) => `ไม่รู้จักเขตเวลา “${name}” โปรดใช้ชื่อเมือง (โตเกียว) หรือชื่อเขตเวลาตาม IANA (Europe/London)`,
  past: (written) => `${written} ผ่านไปแล้ว`,
  noHour: (webinar) => `${webinar}: ยังไม่มีบันทึกเวลาเริ่ม จึงนับเวลาจากเว็บินาร์นี้ไม่ได้ โปรดระบุวันและเวลา`,
  noWebinar: "ยังไม่มีกำหนดเว็บินาร์ครั้งถัดไป จึงไม่มีเวลาเริ่มให้นับ โปรดระบุวันและเวลา",
  gap: (asked, written) => `วันนั้นมีการปรับนาฬิกาให้เร็วขึ้น จึงไม่มีเวลา ${asked} น. จะใช้ ${written} แทน`,
  overlap: "วันนั้นมีการปรับนาฬิกาให้ช้าลง เวลานี้จึงมีสองครั้ง จะถือเอาครั้งแรก",
  tooFar: "กำหนดล่วงหน้าได้ไม่เกินสองปี",
  counted: {
    start: { at: "เมื่อเริ่ม", before: (length) => `ก่อนเริ่ม ${length}`, after: (length) => `หลังเริ่ม ${length}` },
    end: { at: "เมื่อจบ", before: (length) => `ก่อนจบ ${length}`, after: (length) => `หลังจบ ${length}` },
  },
  length: {
    weeks: (n) => `${n} สัปดาห์`,
    days: (n) => `${n} วัน`,
    hours: (n) => `${n} ชั่วโมง`,
    minutes: (n) => `${n} นาที`,
  },
};

export const bot: typeof en.bot = {
  open: "เปิดแบบฟอร์ม",
  submit: "ส่ง",
  cancel: "ยกเลิก",
  unknown: (typed) => `ไม่มีคำสั่ง /${typed}`,
  didYouMean: (name) => `/${name}`,
  unknownOption: (command, option) => `/${command} ไม่มีตัวเลือก “${option}”`,
  takesNothing: (command) => `/${command} ไม่ต้องมีข้อความต่อท้าย`,
  allCommands: "คำสั่งทั้งหมด",
  needsRank: {
    member: "คำสั่งนี้สำหรับสมาชิก",
    moderator: "คำสั่งนี้สำหรับผู้ดูแลการสนทนา ผู้ดูแลระบบให้สิทธิ์นี้แก่คุณได้ด้วย /rostrum roles give",
    organiser: "คำสั่งนี้สำหรับผู้จัดงาน ผู้ดูแลระบบให้สิทธิ์นี้แก่คุณได้ด้วย /rostrum roles give",
    admin: "คำสั่งนี้สำหรับผู้ดูแลระบบ ผู้ที่ติดตั้ง Rostrum ให้สิทธิ์นี้แก่คุณได้ด้วย /rostrum roles give",
  },
  needsRole: "สำหรับเว็บินาร์นี้ ใช้ได้เฉพาะผู้นำอภิปรายของเว็บินาร์และผู้ดูแลการสนทนา",
  notConnected: (space) => `${space} ยังไม่ได้เชื่อมต่อกับเครือข่าย ผู้ดูแลของที่นี่ขอเชื่อมต่อได้ด้วยคำสั่ง /rostrum setup`,
  guest: "บัญชีผู้เยี่ยมชม (guest) ใช้คำสั่งนี้ได้เฉพาะเมื่อมีชื่ออยู่ในกำหนดการ",
  lostPress: "ปุ่มนี้มาจากข้อความเก่าที่ใช้ไม่ได้แล้ว โปรดเริ่มใหม่",
  foreignDraft: "รายการนี้เป็นของผู้อื่น โปรดพิมพ์คำสั่งเพื่อเริ่มรายการของคุณเอง",
  expiredDraft: "รายการนี้ปิดไปแล้ว ไม่มีสิ่งใดเปลี่ยนแปลง โปรดเริ่มใหม่",
  fault: (reference) =>
    `ระบบขัดข้อง ไม่มีสิ่งใดเปลี่ยนแปลง โปรดลองอีกครั้ง หากยังพบปัญหา โปรดแจ้งหมายเลขอ้างอิงนี้แก่ผู้จัดงาน: ${reference}`,
  notAChoice: (values) => `โปรดเลือกจากรายการนี้: ${values}`,
  tooLong: (most, is) => `ยาวได้ไม่เกิน ${most} ตัวอักษร ขณะนี้ยาว ${is} ตัวอักษร`,
  tooMuch: "มีการดำเนินการมากเกินไปภายในหนึ่งชั่วโมง โปรดรอสักครู่แล้วดำเนินการต่อ",
  empty: "โปรดกรอกข้อมูล เว้นว่างไม่ได้",
  cancelled: "คงไว้ตามเดิม ไม่มีการตั้งเวลาหรือโพสต์",
  change: "แก้ไข…",
  // Not ยกเลิก: it stands beside the button that cancels a webinar.
  leave: "ไม่ดำเนินการ",
  working: "กำลังดำเนินการ…",
  tooLarge: "Slack แสดงแบบฟอร์มนี้ไม่ได้เพราะมีขนาดใหญ่เกินไป โปรดลดข้อความ แล้วพิมพ์เป็นคำสั่งบรรทัดเดียว",
  more: "ดูเพิ่มเติม",
  back: "ย้อนกลับ",
  outside: "คำสั่งนี้ใช้ในข้อความส่วนตัวไม่ได้ โปรดใช้ในช่องบนเซิร์ฟเวอร์ของเครือข่าย",
};

export const share: typeof en.share = {
  button: "แชร์ที่นี่",
  done: "กำลังโพสต์ที่นี่ให้ทุกคนเห็น",
  mayNot: "คุณไม่มีสิทธิ์ส่งข้อความในช่องนี้ จึงแชร์ที่นี่ไม่ได้",
  cannot: "คำตอบนี้แชร์ไม่ได้",
  tooMany: "แชร์ติดกันหลายครั้งเกินไป โปรดรอสักหนึ่งนาทีแล้วลองอีกครั้ง",
  by: (name) => `แชร์โดย ${name}`,
};

export const rank: typeof en.rank = {
  member: "สมาชิก",
  moderator: "ผู้ดูแลการสนทนา",
  organiser: "ผู้จัดงาน",
  admin: "ผู้ดูแลระบบ",
};
export const role: typeof en.role = { speaker: "วิทยากร", discussant: "ผู้นำอภิปราย", moderator: "ผู้ดำเนินรายการ" };
export const languageNames: typeof en.languageNames = {
  en: "English (อังกฤษ)",
  ja: "日本語 (ญี่ปุ่น)",
  "zh-Hans": "简体中文 (จีนตัวย่อ)",
  "zh-Hant": "繁體中文 (จีนตัวเต็ม)",
  th: "ไทย",
};
export const purpose: typeof en.purpose = { announcements: "ประกาศ", discussion: "อภิปราย", desk: "ผู้จัดงาน" };
