import type * as en from "../en/correct.ts";

export const correct: typeof en.correct = {
  notFound: (typed) => `ไม่พบโพสต์ที่ขึ้นต้นด้วย “${typed}” ทั้งในรายการที่โพสต์ไปไม่นานและที่กำลังจะโพสต์`,
  rewritten: (text) => `ข้อความใหม่: ${text}`,
  correctedIn: (places) => `จะแก้ไขโพสต์เดิมใน ${places} ด้วย`,
  nothingPosted: "รายการนี้ไม่มีโพสต์อยู่ จึงไม่มีสิ่งใดให้นำออก",
  over: "รายการนี้ไม่มีโพสต์อยู่ และไม่มีสิ่งที่รอโพสต์",
  withdrawAsk: (what) => `นำ “${what}” ออกหรือไม่`,
  standsIn: (places) => `ขณะนี้อยู่ใน ${places}`,
  notOutYet: (places) => `ใน ${places} ยังไม่ได้โพสต์ และจะไม่โพสต์`,
  unclearIn: (places) => `ยังไม่ทราบแน่ชัดว่าไปถึง ${places} หรือไม่ หากไปถึงแล้วจะนำออกจากที่นั่นด้วย`,
  byHand: (places) => `ใน ${places} ไม่ทราบว่าเป็นข้อความใด โปรดลบที่นั่นด้วยตนเอง`,
  answersStay: "คำตอบที่เขียนไว้ในเธรดจะไม่ถูกลบไปด้วย",
  withdraw: "นำออกจากทุกช่อง",
  withdrawn: (what, places) => `นำ “${what}” ออกจาก ${places} แล้ว`,
  away: "นำออกแล้ว",
  edit: (what) => `แก้ไข “${what}”…`,
  take: (what) => `นำ “${what}” ออก…`,
  takeIt: "นำออก…",
};
