import type * as en from "../en/webinar.ts";

const span = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} ชั่วโมง` : `${minutes} นาที`);

export const webinar: typeof en.webinar = {
  edition: (n, series) => `${series} ครั้งที่ ${n}`,
  named: (name, title) => `${name}: ${title}`,
  placeIn: (place, country) => `${place}, ${country}`,
  sample: "เว็บินาร์ตัวอย่าง",
  sampleNote: "ตัวอย่างนี้ใช้บุคคลสมมติ และมีอยู่ในหน้าทดลองใช้นี้เท่านั้น",
  hourNotRecorded: "ไม่มีบันทึกเวลา",
  onNow: (minutes) => (minutes < 1 ? "เพิ่งเริ่ม" : `เริ่มไปแล้ว ${minutes} นาที`),
  onNowMark: "กำลังจัดอยู่",
  openMeeting: "เข้าห้องประชุม",
  linkLater: "ลิงก์เข้าร่วมจะปรากฏที่นี่ 30 นาทีก่อนเริ่ม",
  participants: (people, places) => {
    if (places === undefined) return `ผู้เข้าร่วม ${people} คน`;
    return `ผู้เข้าร่วม ${people} คน จาก ${places} ${places === 1 ? "ประเทศหรือภูมิภาค" : "ประเทศและภูมิภาค"}`;
  },
  discussionLed: (names) => `ผู้นำอภิปราย: ${names}`,
  discussion: (names) => `ผู้นำอภิปราย: ${names}`,
  moderator: (names) => `ผู้ดำเนินรายการ: ${names}`,
  with: (names) => `วิทยากร: ${names}`,
  about: (subject) => `พื้นที่: ${subject}`,
  noTitles: "ข้อมูลจากรายงานของเครือข่ายเอง ซึ่งไม่ได้ระบุชื่อการบรรยายและคำตอบ",
  noneNext: "ยังไม่มีกำหนดเว็บินาร์ครั้งถัดไป",
  lastInRecord: (what) => `ครั้งล่าสุดในบันทึก: ${what}`,
  cancelledLately: (name, day) => `ยกเลิกแล้ว: ${name} ซึ่งกำหนดไว้วันที่ ${day}`,
  none: "ยังไม่มีเว็บินาร์ในบันทึก",
  whatHappened: "ดูรายละเอียด",
  programme: "กำหนดการ",
  questions: (n) => `คำถามอภิปราย ${n} ข้อ`,
  listTitle: "รายการเว็บินาร์",
  listBegins: (edition) => `บันทึกเริ่มตั้งแต่: ${edition}`,
  notFound: (typed) => `ไม่พบเว็บินาร์ที่ตรงกับ “${typed}” โปรดลองใช้เลขครั้งที่ ปี ค.ศ. หรือคำในชื่อเรื่อง`,
  several: (typed) => `มีเว็บินาร์ที่ตรงกับ “${typed}” มากกว่าหนึ่งครั้ง โปรดเลือก`,
  noQuestions: (name) => `${name}: ไม่มีบันทึกคำถามอภิปราย`,
  questionsOf: (name) => `คำถามอภิปราย: ${name}`,
  ledBy: (names) => `ผู้นำอภิปราย: ${names}`,
  cancelled: "ยกเลิก",
  cancelledMark: "เว็บินาร์นี้ยกเลิกแล้ว",
  nextButton: "เว็บินาร์ครั้งถัดไป",
  noneNow: "ขณะนี้ไม่มีเว็บินาร์ที่กำลังจัดอยู่",
  nextIs: (name, when) => `ครั้งถัดไป: ${name} · ${when}`,
  noneHeld: "ยังไม่มีเว็บินาร์ที่จัดไปแล้วในบันทึก",
  outcome: "ผลลัพธ์",
  outcomeOf: (name) => `ผลลัพธ์: ${name}`,
  notYetHeld: "ยังไม่ได้จัด จึงยังไม่มีผลลัพธ์",
  noOutcome: "ไม่มีบันทึกผลลัพธ์",
  speakersOf: (name) => `ผู้ร่วมรายการ: ${name}`,
  noSpeakers: (name) => `${name}: ยังไม่มีรายชื่อในกำหนดการ`,
  talkNumber: (n) => `การบรรยายที่ ${n}`,
  talkOf: (n, all) => `การบรรยายที่ ${n} จาก ${all}`,
  titleNotRecorded: "ไม่มีบันทึกชื่อการบรรยาย ข้อความข้างต้นคือเนื้อหาโดยสังเขป",
  untitled: "ไม่มีบันทึกเนื้อหาของการบรรยาย",
  noTalks: "ไม่มีบันทึกการบรรยายของเว็บินาร์นี้",
  noTalk: (typed) => `ไม่พบการบรรยายที่ตรงกับ “${typed}” ในเว็บินาร์นี้ โปรดเลือก`,
  questionNumber: (n) => `คำถามที่ ${n}`,
  noPeriod: "โปรดระบุปีหรือเดือน เช่น 2022, 2022-02 หรือ กุมภาพันธ์ 2022",
  nonePeriod: "ไม่มีบันทึกเว็บินาร์ในช่วงเวลานั้น",
  earlier: "ก่อนหน้านี้",
  noWords: "โปรดพิมพ์คำที่ต้องการค้นหา เช่น governance หรือ Tohoku",
  nothingFound: (typed) => `ไม่พบสิ่งที่ตรงกับ “${typed}” ในบันทึก ค้นหาจากชื่อเรื่อง วิทยากรและสังกัด คำถาม และผลลัพธ์แล้ว`,
  foundFor: (typed) => `ผลการค้นหา “${typed}”`,
  moreFound: (n) => `แสดง ${n} รายการล่าสุด พิมพ์คำเพิ่มเพื่อค้นให้แคบลง`,
  rightNow: "ขณะนี้",
  tooManyCities: (most) => `ระบุได้ไม่เกิน ${most} เมืองต่อครั้ง`,
  clocksBefore: "ก่อนถึงเวลานั้นจะมีการปรับนาฬิกา:",
  clocksChange: (city, day, minutes) => `${city}: ${day} ${minutes > 0 ? "เร็วขึ้น" : "ช้าลง"} ${span(Math.abs(minutes))}`,
};

export const remind: typeof en.remind = {
  button: "ตั้งการเตือน",
  before: {
    "1w": "ก่อนเริ่ม 1 สัปดาห์",
    "1d": "ก่อนเริ่ม 1 วัน",
    "1h": "ก่อนเริ่ม 1 ชั่วโมง",
    "10m": "ก่อนเริ่ม 10 นาที",
    start: "เมื่อเริ่ม",
  },
  title: (webinar) => `การเตือน: ${webinar}`,
  set: (webinar, when) => `จะเตือนเรื่อง ${webinar} ทางข้อความส่วนตัว ${when}`,
  follows: "หากเว็บินาร์เลื่อน การเตือนจะเลื่อนตาม หากยกเลิก จะไม่มีการเตือน",
  here: (webinar, when) => `จะเตือนเรื่อง ${webinar} ที่นี่ ${when}`,
  stop: "ยกเลิกการเตือน",
  again: "ลองอีกครั้ง",
  stopped: (webinar) => `ยกเลิกการเตือนแล้ว: ${webinar}`,
  noneSet: "ไม่ได้ตั้งการเตือนสำหรับเว็บินาร์นี้",
  over: (webinar) => `${webinar} ไม่มีกำหนดจัดอีก จึงตั้งการเตือนไม่ได้`,
  noHour: (webinar) => `${webinar}: ยังไม่มีบันทึกเวลาเริ่ม จึงตั้งการเตือนไม่ได้`,
  past: (before) => `เวลา “${before}” ผ่านไปแล้ว ยังเลือกเวลาต่อไปนี้ได้:`,
  closed: {
    discord:
      "ส่งข้อความส่วนตัวถึงคุณไม่ได้ จึงยังไม่ได้ตั้งการเตือน โปรดเปิดเมนูของเซิร์ฟเวอร์ → การตั้งค่าความเป็นส่วนตัว (Privacy Settings) → อนุญาตข้อความส่วนตัว แล้วลองอีกครั้ง",
    slack:
      "ส่งข้อความส่วนตัวถึงคุณไม่ได้ จึงยังไม่ได้ตั้งการเตือน โปรดขอให้ผู้ดูแลเวิร์กสเปซอัปเดตแอปให้ใช้ manifest ใหม่แล้วติดตั้งอีกครั้ง (docs/slack.md) หรืออนุญาตข้อความจากแอปนี้ แล้วลองตั้งการเตือนใหม่",
    web: "ที่นี่ส่งข้อความส่วนตัวถึงคุณไม่ได้ จึงไม่ได้ตั้งการเตือน",
  },
  unsure: "ขณะนี้ติดต่อข้อความส่วนตัวของคุณไม่ได้ จึงยังไม่ได้ตั้งการเตือน โปรดลองอีกครั้ง",
};

export const language: typeof en.language = {
  now: (language) => `ภาษาที่ใช้ตอบคุณ: ${language}`,
  posts: "โพสต์ที่ทุกคนเห็นจะใช้ภาษาของช่องนั้น",
  profile: "ตามโปรไฟล์",
  byProfile: "จากนี้จะตอบคุณด้วยภาษาตามโปรไฟล์",
};

export const speaker: typeof en.speaker = {
  on: (affiliation, day) => `${affiliation} (ณ วันที่ ${day})`,
  oneRole: (webinar, role) => `${webinar} · ${role}`,
  notFound: (typed) => `ไม่พบบุคคลหรือสังกัดชื่อ “${typed}” ในบันทึก`,
  didYouMean: "หมายถึงท่านใดต่อไปนี้",
  near: (typed) => `ไม่พบบุคคลชื่อ “${typed}” ในบันทึก ชื่อที่ใกล้เคียง:`,
  otherScript: (typed) =>
    `ไม่พบชื่อ “${typed}” ในบันทึก เพราะชื่อบุคคลบันทึกเป็นอักษรโรมันตามที่เผยแพร่ไว้ โปรดลองสะกดด้วยอักษรโรมันหรือค้นจากสังกัด`,
};

export const home: typeof en.home = {
  speaker: "ค้นหาวิทยากร",
  webinar: "เว็บินาร์ครั้งอื่น",
  language: (language, place) => `ภาษา: ${language} · เวลา: ${place} (เขตเวลาตามการตั้งค่าของคุณ)`,
};

export const help: typeof en.help = {
  title: "สิ่งที่ทำได้ที่นี่",
  intro: "คำตอบแสดงให้คุณเห็นคนเดียว กด “แชร์ที่นี่” ใต้คำตอบเพื่อโพสต์ให้ทุกคนเห็น",
  howTo: "วิธีเขียน",
  options: "สิ่งที่ระบุได้",
  required: "จำเป็น",
  optional: "ไม่ระบุก็ได้",
  whoMay: (rank) => `ผู้ใช้ได้: ${rank}`,
  unknown: (typed) => `ไม่มีคำสั่ง “${typed}”`,
};
