import type * as en from "../en/menu.ts";
import { announceMenu } from "./menu-announce.ts";
import { discussMenu } from "./menu-discuss.ts";
import { manageMenu } from "./menu-manage.ts";

const whichWebinar = "เลขครั้งที่ ปี ค.ศ. หรือคำในชื่อเรื่อง หากเว้นว่าง: ครั้งถัดไป หรือครั้งล่าสุดถ้าไม่มี";

export const menu: typeof en.menu = {
  "webinar next": {
    summary: "เว็บินาร์ครั้งถัดไป: เวลาของคุณ วิทยากร และคำถามอภิปราย",
    title: "เว็บินาร์ครั้งถัดไป",
    options: {},
    hints: {},
  },
  "webinar now": { summary: "เว็บินาร์ที่กำลังจัดอยู่และวิธีเข้าร่วม", title: "กำลังจัดอยู่", options: {}, hints: {} },
  "webinar last": { summary: "เว็บินาร์ครั้งล่าสุดที่จัดไปแล้ว", title: "เว็บินาร์ครั้งล่าสุด", options: {}, hints: {} },
  "webinar list": {
    summary: "เว็บินาร์ทั้งหมด เริ่มจากที่กำลังจะมาถึง",
    title: "รายการเว็บินาร์",
    options: { period: "ปีหรือเดือน" },
    hints: { period: "เช่น 2022, 2022-02 หรือ กุมภาพันธ์ 2022 หากเว้นว่าง: ทั้งหมด" },
  },
  "webinar earlier": {
    summary: "เว็บินาร์ก่อนหน้านี้",
    title: "รายการเว็บินาร์",
    options: { after: "ก่อนครั้งใด", within: "ช่วงเวลาใด" },
    hints: {},
  },
  "webinar show": {
    summary: "กำหนดการของเว็บินาร์",
    title: "กำหนดการ",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: whichWebinar },
  },
  "webinar talk": {
    summary: "การบรรยายหนึ่งเรื่อง: วิทยากรและเนื้อหา",
    title: "การบรรยาย",
    options: { talk: "การบรรยายใด", webinar: "ในเว็บินาร์ครั้งใด" },
    hints: { talk: "ลำดับที่ ชื่อวิทยากร หรือคำในเนื้อหา", webinar: whichWebinar },
  },
  "webinar speakers": {
    summary: "วิทยากร ผู้นำอภิปราย และผู้ดำเนินรายการของเว็บินาร์",
    title: "ผู้ร่วมรายการ",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: whichWebinar },
  },
  "webinar questions": {
    summary: "คำถามอภิปรายของเว็บินาร์",
    title: "คำถามอภิปราย",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: whichWebinar },
  },
  "webinar search": {
    summary: "ค้นหาคำในชื่อเรื่อง การบรรยาย บุคคล คำถาม และผลลัพธ์",
    title: "ค้นหา",
    options: { words: "คำที่ต้องการค้นหา" },
    hints: { words: "เช่น governance หรือ Tohoku" },
  },
  "webinar time": {
    summary: "วันเวลาในแต่ละเมือง และการปรับนาฬิกาก่อนถึงเวลานั้น",
    title: "เทียบเวลา",
    options: { when: "เวลาใด", cities: "เมืองใดบ้าง" },
    hints: {
      when: "เช่น 2026-12-05 17:00 Tokyo หากเว้นว่าง: เวลาเริ่มเว็บินาร์ครั้งถัดไป",
      cities: "เช่น ลอนดอน, กรุงเทพฯ, โตเกียว หากเว้นว่าง: เมืองของเครือข่าย",
    },
  },
  "webinar remind": {
    summary: "เตือนทางข้อความส่วนตัวก่อนเริ่มเว็บินาร์ หากเลื่อนวัน การเตือนจะเลื่อนตาม",
    title: "การเตือน",
    options: { webinar: "เว็บินาร์ครั้งใด", before: "ล่วงหน้านานเท่าใด" },
    hints: { webinar: whichWebinar },
  },
  "webinar unremind": {
    summary: "ยกเลิกการเตือนของเว็บินาร์",
    title: "การเตือน",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: {},
  },
  "webinar language": {
    summary: "ภาษาที่ใช้ตอบคุณ",
    title: "ภาษา",
    options: { language: "ภาษาใด" },
    hints: {},
  },
  "webinar outcomes": {
    summary: "ผลลัพธ์ของเว็บินาร์",
    title: "ผลลัพธ์",
    options: { webinar: "เว็บินาร์ครั้งใด" },
    hints: { webinar: "เลขครั้งที่ ปี ค.ศ. หรือคำในชื่อเรื่อง หากเว้นว่าง: ครั้งล่าสุด" },
  },
  "webinar help": {
    summary: "สิ่งที่ทำได้ที่นี่ และวิธีใช้",
    title: "วิธีใช้",
    options: { command: "คำสั่งใด" },
    hints: { command: "เช่น webinar show" },
  },
  speaker: {
    summary: "บุคคลในบันทึก: หน้าที่ การบรรยาย และสังกัดในขณะนั้น",
    title: "ค้นหาบุคคล",
    options: { name: "ชื่อหรือสังกัด" },
    hints: { name: "พิมพ์ทั้งหมดหรือบางส่วน เช่น liu หรือ Tohoku" },
  },
  "announce list": {
    summary: "รายการที่จะโพสต์ ที่โพสต์แล้ว และที่ไม่แน่ใจว่าไปถึงหรือไม่",
    title: "รายการโพสต์",
    options: { days: "ล่วงหน้ากี่วัน" },
    hints: {},
  },
  "announce approve": {
    summary: "เห็นชอบหรือไม่เห็นชอบการแท็ก",
    title: "การแท็ก",
    options: { version: "ข้อมูลก่อนแก้ไข", announcement: "ประกาศใด", say: "เห็นชอบหรือไม่" },
    hints: {},
  },
  "announce stop": {
    summary: "ยกเลิกรายการที่ตั้งเวลาไว้",
    title: "ยกเลิกรายการ",
    options: { what: "รายการใด" },
    hints: {},
  },
  "announce settle": {
    summary: "แจ้งว่าโพสต์ไปถึงหรือไม่",
    title: "โพสต์ไปถึงหรือไม่",
    options: { delivery: "โพสต์ใด", there: "ไปถึงหรือไม่", attempt: "การส่งครั้งที่เท่าใด" },
    hints: {},
  },
  ...announceMenu,
  ...discussMenu,
  ...manageMenu,
  home: { summary: "เว็บินาร์ครั้งถัดไป และสิ่งอื่นที่ทำได้", title: "หน้าหลัก", options: {}, hints: {} },
  menu: { summary: "ทุกสิ่งที่ทำได้ที่นี่", title: "เมนู", options: {}, hints: {} },
  leave: { summary: "คงทุกอย่างไว้ตามเดิม", title: "ยกเลิก", options: {}, hints: {} },
  "rostrum doctor": {
    summary: "สิ่งที่ทำงานได้ สิ่งที่ทำงานไม่ได้ และวิธีแก้",
    title: "ตรวจสอบระบบ",
    options: {},
    hints: {},
  },
  "rostrum setup": {
    summary: "ตั้งค่าเครือข่ายและเซิร์ฟเวอร์หรือเวิร์กสเปซนี้",
    title: "ตั้งค่า 1/2: เครือข่าย",
    options: {
      name: "ชื่อเครือข่าย",
      zone: "เขตเวลา",
      language: "ภาษาของโพสต์",
      strip: "เมืองที่แสดงใต้วันเวลา",
    },
    hints: {
      name: "หากเว้นว่าง: ไม่แสดงชื่อ",
      zone: "ชื่อเมืองหรือเขตเวลา เช่น โตเกียว หรือ Europe/London",
      strip: "จากตะวันตกไปตะวันออก เช่น ลอนดอน, กรุงเทพฯ, โตเกียว",
    },
  },
  "rostrum space": {
    summary: "ตั้งค่าเซิร์ฟเวอร์หรือเวิร์กสเปซนี้",
    title: "ตั้งค่า 2/2: ช่อง",
    options: {
      announcements: "ช่องสำหรับประกาศ",
      discussion: "ช่องสำหรับคำถามอภิปราย",
      desk: "ช่องผู้จัดงาน (ช่องส่วนตัว)",
      language: "ภาษาของโพสต์ที่นี่",
    },
    hints: { desk: "ช่องที่ Rostrum แจ้งเมื่อเกิดปัญหา สมาชิกทั่วไปไม่ควรมองเห็น" },
  },
  "rostrum connect": {
    summary: "เชื่อมต่อเซิร์ฟเวอร์",
    title: "เชื่อมต่อ",
    options: { platform: "แพลตฟอร์ม", space: "เซิร์ฟเวอร์" },
    hints: {},
  },
  "rostrum roles list": {
    summary: "รายชื่อผู้ดูแลการสนทนา ผู้จัดงาน ผู้ดูแลระบบ และบัญชีที่ผูกกับบุคคลในบันทึก",
    title: "ระดับสิทธิ์และหน้าที่",
    options: {},
    hints: {},
  },
  "rostrum roles give": {
    summary: "ให้สิทธิ์แก่สมาชิกหรือกลุ่ม หรือผูกบัญชีกับบุคคลในบันทึก",
    title: "ให้สิทธิ์หรือหน้าที่",
    options: {
      who: "สมาชิกหรือกลุ่ม",
      role: "ระดับสิทธิ์หรือหน้าที่",
      webinar: "เว็บินาร์ครั้งใด",
      person: "บุคคลใดในบันทึก",
    },
    hints: {
      webinar: "เฉพาะวิทยากร ผู้นำอภิปราย และผู้ดำเนินรายการ หากเว้นว่าง: ครั้งถัดไป",
      person: "เฉพาะวิทยากร ผู้นำอภิปราย และผู้ดำเนินรายการ หากเว้นว่าง: ผู้ที่มีหน้าที่นี้",
    },
  },
  "rostrum roles take": {
    summary: "ถอนสิทธิ์ หรือเลิกผูกบัญชีกับบุคคลในบันทึก",
    title: "ถอนสิทธิ์หรือหน้าที่",
    options: { who: "สมาชิกหรือกลุ่ม" },
    hints: {},
  },
  "rostrum audit": {
    summary: "ใครทำอะไรไปบ้าง และใครไม่ได้รับอนุญาต",
    title: "ประวัติการดำเนินการ",
    options: { by: "การดำเนินการของใคร", webinar: "เกี่ยวกับเว็บินาร์ใด" },
    hints: { by: "ชื่อหรือส่วนหนึ่งของชื่อ เว้นว่าง: ทุกคน", webinar: "ลำดับครั้ง ปี หรือคำในชื่อเรื่อง เว้นว่าง: ทั้งหมด" },
  },
  "rostrum older": {
    summary: "รายการก่อนหน้านี้",
    title: "ประวัติการดำเนินการ",
    options: { before: "ก่อนรายการใด", by: "การดำเนินการของใคร", webinar: "เกี่ยวกับเว็บินาร์ใด" },
    hints: {},
  },
  share: { summary: "โพสต์คำตอบให้ทุกคนเห็น", title: "แชร์", options: { of: "คำตอบ" }, hints: {} },
};
