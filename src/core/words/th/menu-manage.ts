import type * as en from "../en/menu-manage.ts";

const whichNext = "เลขครั้งที่ ปี ค.ศ. หรือคำในชื่อเรื่อง หากเว้นว่าง: ครั้งถัดไป";
const whichTalk = "ลำดับที่ ชื่อวิทยากร หรือคำในเนื้อหา";
const newAffiliation = "เฉพาะสังกัดที่ยังไม่มีในบันทึก";

const draftOrNext = "เลขครั้งที่ ปี ค.ศ. หรือคำในชื่อเรื่อง หากเว้นว่าง: ฉบับร่าง หรือครั้งถัดไปถ้าไม่มี";

export const manageMenu: typeof en.manageMenu = {
  "manage webinar create": {
    summary: "สร้างฉบับร่างของเว็บินาร์ ซึ่งมีเพียงผู้จัดงานที่เห็นจนกว่าจะเผยแพร่",
    title: "สร้างเว็บินาร์",
    options: {
      title: "ชื่อเรื่อง",
      start: "วันเวลาที่จัด",
      subtitle: "ชื่อเรื่องรอง",
      minutes: "ความยาว",
      link: "ลิงก์เข้าร่วม",
    },
    hints: {
      start: "เช่น 2026-12-05 17:00 Tokyo หากยังไม่ทราบเวลา ให้ระบุเฉพาะวันที่",
      minutes: "เช่น 90 หรือ 1h 30m",
      link: "https://… จะแสดงตั้งแต่ 30 นาทีก่อนเริ่ม",
    },
  },
  "manage webinar edit": {
    summary: "แก้ไขชื่อเรื่อง ความยาว และลิงก์เข้าร่วมของเว็บินาร์",
    title: "แก้ไขเว็บินาร์",
    options: {
      webinar: "เว็บินาร์ครั้งใด",
      title: "ชื่อเรื่อง",
      subtitle: "ชื่อเรื่องรอง",
      minutes: "ความยาว",
      link: "ลิงก์เข้าร่วม",
      language: "เขียนเป็นภาษาใด",
    },
    hints: { language: "ชื่อเรื่องและชื่อรอง เว้นว่าง: ภาษาของเครือข่าย", webinar: draftOrNext },
  },
  "manage webinar change": {
    summary: "แก้ไขตามที่กรอกในแบบฟอร์ม",
    title: "แก้ไขเว็บินาร์",
    options: {
      webinar: "เว็บินาร์ครั้งใด",
      was: "ข้อมูลก่อนแก้ไข",
      language: "เขียนเป็นภาษาใด",
      title: "ชื่อเรื่อง",
      subtitle: "ชื่อเรื่องรอง",
      minutes: "ความยาว (นาที)",
      link: "ลิงก์เข้าร่วม",
    },
    hints: { minutes: "เช่น 90 หรือ 1h 30m", link: "https://… จะแสดงตั้งแต่ 30 นาทีก่อนเริ่ม" },
  },
  "manage webinar publish": {
    summary: "ตรวจดูฉบับร่าง แล้วเผยแพร่ให้ทุกคนเห็น",
    title: "เผยแพร่เว็บินาร์",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: "ชื่อเรื่องหรือคำในชื่อเรื่อง หากเว้นว่าง: ฉบับร่าง" },
  },
  "manage webinar release": {
    summary: "เผยแพร่ตามที่แสดง",
    title: "เผยแพร่เว็บินาร์",
    options: { webinar: "เว็บินาร์ครั้งใด", version: "ข้อมูลก่อนแก้ไข" },
    hints: {},
  },
  "manage webinar reschedule": {
    summary: "เลื่อนเว็บินาร์ โดยแสดงให้ดูก่อนว่าโพสต์ทั้งหมดจะเปลี่ยนอย่างไร",
    title: "เลื่อนเว็บินาร์",
    options: { start: "วันเวลาใหม่", webinar: "เว็บินาร์ครั้งใด" },
    hints: { start: "เช่น 2026-12-06 17:00 Tokyo", webinar: draftOrNext },
  },
  "manage webinar move": {
    summary: "เลื่อนตามที่แสดง",
    title: "เลื่อนเว็บินาร์",
    options: {
      webinar: "เว็บินาร์ครั้งใด",
      version: "ข้อมูลก่อนแก้ไข",
      start: "วันเวลาใหม่",
      say: "โพสต์แจ้งหรือไม่",
    },
    hints: {},
  },
  "manage webinar cancel": {
    summary: "ยกเลิกเว็บินาร์ โดยแสดงให้ดูก่อนว่าโพสต์ทั้งหมดจะเปลี่ยนอย่างไร",
    title: "ยกเลิกเว็บินาร์",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: draftOrNext },
  },
  "manage webinar drop": {
    summary: "ยกเลิกตามที่แสดง",
    title: "ยกเลิกเว็บินาร์",
    options: { webinar: "เว็บินาร์ครั้งใด", version: "ข้อมูลก่อนแก้ไข", say: "โพสต์แจ้งหรือไม่" },
    hints: {},
  },
  "manage talk add": {
    summary: "เพิ่มการบรรยายพร้อมวิทยากร",
    title: "เพิ่มการบรรยาย",
    options: {
      speaker: "วิทยากร",
      affiliation: "สังกัด",
      country: "ประเทศหรือภูมิภาคของสังกัด",
      title: "ชื่อการบรรยาย",
      about: "เนื้อหาโดยสังเขป",
      role: "บทบาท",
      webinar: "ในเว็บินาร์ครั้งใด",
    },
    hints: {
      role: "เว้นว่าง: วิทยากร",
      speaker: "ชื่อในบันทึก หรือชื่อใหม่ เช่น Dr. Ada Example",
      affiliation: "ตามที่ใช้ในผลงานตีพิมพ์",
      country: newAffiliation,
      about: "หากยังไม่มีชื่อการบรรยาย",
    },
  },
  "manage talk edit": {
    summary: "แก้ไขการบรรยายหรือวิทยากร",
    title: "แก้ไขการบรรยาย",
    options: {
      talk: "การบรรยายใด",
      speaker: "วิทยากร",
      affiliation: "สังกัด",
      country: "ประเทศหรือภูมิภาคของสังกัด",
      title: "ชื่อการบรรยาย",
      about: "เนื้อหาโดยสังเขป",
      webinar: "ในเว็บินาร์ครั้งใด",
      language: "เขียนเป็นภาษาใด",
    },
    hints: { talk: whichTalk, country: newAffiliation },
  },
  "manage talk change": {
    summary: "แก้ไขการบรรยายตามแบบฟอร์ม",
    title: "แก้ไขการบรรยาย",
    options: {
      talk: "การบรรยายใด",
      speaker: "วิทยากร",
      affiliation: "สังกัด",
      country: "ประเทศหรือภูมิภาคของสังกัด",
      title: "ชื่อการบรรยาย",
      about: "เนื้อหาโดยสังเขป",
      webinar: "ในเว็บินาร์ครั้งใด",
      was: "ข้อมูลก่อนแก้ไข",
      language: "เขียนเป็นภาษาใด",
    },
    hints: { country: newAffiliation },
  },
  "manage talk place": {
    summary: "ย้ายการบรรยายตามแบบฟอร์ม",
    title: "ย้ายการบรรยาย",
    options: { talk: "การบรรยายใด", to: "ให้อยู่ลำดับใด", was: "ข้อมูลก่อนแก้ไข", webinar: "ของเว็บินาร์ใด" },
    hints: {},
  },
  "manage talk move": {
    summary: "ย้ายการบรรยายไปลำดับอื่นในกำหนดการ",
    title: "ย้ายการบรรยาย",
    options: { talk: "การบรรยายใด", to: "ย้ายไปลำดับที่เท่าใด", webinar: "ในเว็บินาร์ครั้งใด" },
    hints: { talk: whichTalk, to: "1 คือลำดับแรก" },
  },
  "manage talk remove": {
    summary: "นำการบรรยายออกจากกำหนดการ",
    title: "นำการบรรยายออก",
    options: { talk: "การบรรยายใด", webinar: "ในเว็บินาร์ครั้งใด" },
    hints: { talk: whichTalk },
  },
  "manage talk drop": {
    summary: "นำออกตามที่แสดง",
    title: "นำการบรรยายออก",
    options: { talk: "การบรรยายใด", webinar: "ในเว็บินาร์ครั้งใด", was: "ข้อมูลก่อนแก้ไข" },
    hints: {},
  },
  "announce plan": {
    summary: "ตั้งเวลาประกาศทั้งชุดของเว็บินาร์ ตั้งแต่ 4 สัปดาห์ก่อนเริ่มถึง 1 สัปดาห์หลังจบ",
    title: "วางแผนประกาศ",
    options: { webinar: "เกี่ยวกับเว็บินาร์ครั้งใด", steps: "จะโพสต์เมื่อใดบ้าง", where: "ช่องที่จะโพสต์" },
    hints: {
      webinar: whichNext,
      steps: "เช่น 4w, 1w, 1d, 1h, start, 1d after, 1w after หากเว้นว่าง: ตามนี้",
      where: "ชื่อช่อง หรือ Discord, Slack หากเว้นว่าง: ทุกช่องประกาศ",
    },
  },
  "announce ladder": {
    summary: "ตั้งเวลาประกาศตามที่แสดง",
    title: "วางแผนประกาศ",
    options: { version: "ข้อมูลก่อนแก้ไข", webinar: "เกี่ยวกับเว็บินาร์ครั้งใด", steps: "จะโพสต์เมื่อใดบ้าง", where: "ช่องที่จะโพสต์" },
    hints: {},
  },
  "announce takeaway": {
    summary: "นำออกตามที่แสดง",
    title: "นำโพสต์ออก",
    options: { what: "โพสต์ใด" },
    hints: {},
  },
};
