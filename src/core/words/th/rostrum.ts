import type * as en from "../en/rostrum.ts";

export const setup: typeof en.setup = {
  saved: "ตั้งค่าเครือข่ายแล้ว",
  continue: "ต่อไป",
  nextStep: "ขั้นต่อไป: ช่องของเซิร์ฟเวอร์หรือเวิร์กสเปซนี้",
  done: (space) => `ตั้งค่า ${space} แล้ว`,
  check: "ตรวจสอบการทำงาน",
  whereDesk: "หากไม่มีช่องผู้จัดงาน ปัญหาที่เกิดขึ้นจะบันทึกไว้ในบันทึกการทำงาน (log) เท่านั้น",
  unknownChannel: "โปรดเลือกช่องในเซิร์ฟเวอร์หรือเวิร์กสเปซนี้",
  unknownCity: (name) => `ไม่รู้จักเมือง “${name}”`,
  noCity: "โปรดระบุอย่างน้อยหนึ่งเมือง",
  tooManyCities: (most) => `แสดงในบรรทัดเดียวได้ไม่เกิน ${most} เมือง`,
  asked: (space) => `${space} ยังไม่ได้เชื่อมต่อ ได้ส่งคำขอถึงผู้ดูแลระบบของเครือข่ายแล้ว`,
  askedNobody: (space) => `${space} ยังไม่ได้เชื่อมต่อ โปรดขอให้ผู้ดูแลระบบของเครือข่ายเชื่อมต่อให้ หรือเพิ่มไว้ใน DISCORD_GUILDS`,
  request: (who, space) => `${who} ผู้ดูแลเซิร์ฟเวอร์ ${space} ขอเชื่อมต่อเซิร์ฟเวอร์นี้กับเครือข่าย`,
  connect: "เชื่อมต่อ",
  connected: (space) => `เชื่อมต่อ ${space} แล้ว`,
  noSuchSpace: "Rostrum ไม่ได้อยู่ในเซิร์ฟเวอร์นั้นแล้ว",
  firstAdmin: "คุณเป็นผู้ดูแลระบบคนแรกของเครือข่าย",
  sameChannel: "ช่องผู้จัดงานต้องเป็นช่องแยกต่างหาก เพราะอีกสองช่องทุกคนอ่านได้",
};

export const roles: typeof en.roles = {
  title: "ระดับสิทธิ์และหน้าที่",
  none: "ยังไม่มีผู้ได้รับสิทธิ์ด้วยคำสั่ง",
  until:
    "ระดับสิทธิ์ใดที่ยังไม่มีผู้ถือ จะใช้สิทธิ์ของแพลตฟอร์มแทน: ผู้ดูแลของแพลตฟอร์มถือเป็นผู้ดูแลระบบ ส่วนใน Discord ผู้มีสิทธิ์จัดการอีเวนต์ (Manage Events) ถือเป็นผู้จัดงาน และผู้มีสิทธิ์จัดการข้อความ (Manage Messages) ถือเป็นผู้ดูแลการสนทนา",
  took: "ไม่มีสิทธิ์และไม่ได้ผูกกับบุคคลใดแล้ว",
  nothingToTake: "ไม่มีสิทธิ์และไม่ได้ผูกกับบุคคลใดอยู่ก่อน",
  lastAdmin: "นี่คือผู้ดูแลระบบคนสุดท้าย โปรดให้สิทธิ์นี้แก่ผู้อื่นก่อน",
  unknownAccount: "โปรดเลือกสมาชิกหรือกลุ่มในเซิร์ฟเวอร์หรือเวิร์กสเปซนี้",
  groupNotPerson: "ผูกกลุ่มกับบุคคลไม่ได้ โปรดเลือกสมาชิก",
  notInProgramme: (role, webinar) => `${webinar}: ไม่มี${role}ในกำหนดการ โปรดเพิ่มชื่อในกำหนดการก่อน`,
  whichPerson: (role, webinar, names) => `${webinar}: มี${role}มากกว่าหนึ่งคน โปรดระบุว่าเป็นใคร: ${names}`,
  personHasNotRole: (person, role, webinar) => `${webinar}: ${person} ไม่ได้เป็น${role}`,
};

export const doctor: typeof en.doctor = {
  since: (version, when) => `Rostrum ${version} ทำงานตั้งแต่ ${when}`,
  runs: "Rostrum กำลังทำงานอยู่ ผลตรวจมีดังนี้",
  stands: "Rostrum ไม่ได้ทำงานอยู่ที่นี่ นี่คือผลตรวจจากภายนอก สั่งเริ่มด้วย: npm start",
  database: (where) => `ที่เก็บบันทึกและรายการตั้งเวลา: ${where}`,
  backup: (when) => `สำรองข้อมูลล่าสุด: ${when}`,
  noBackup: "! ยังไม่เคยสำรองข้อมูล: สั่ง npm run -s backup บนเครื่องที่ติดตั้งโปรแกรมไว้",
  connected: (platform, space, since) => `${platform}, ${space}: เชื่อมต่ออยู่ตั้งแต่ ${since}`,
  connecting: (platform, since) => `${platform}: กำลังเชื่อมต่อใหม่ตั้งแต่ ${since}`,
  stopped: (platform, since) => `${platform}: หยุดทำงานตั้งแต่ ${since}`,
  notConnected: (platform, space) => `${platform}, ${space}: ไม่ได้เชื่อมต่อกับเครือข่าย`,
  noPlatform: "ยังไม่ได้ตั้งค่าแพลตฟอร์มแชต",
  fine: (place, purpose) => `✓ ${place} (${purpose}): โพสต์ เปิดเธรด และตรวจสอบได้ว่าโพสต์ไปถึง`,
  fineSlack: (place, purpose) => `✓ ${place} (${purpose}): โพสต์และตรวจสอบได้ว่าโพสต์ไปถึง`,
  broken: (place, purpose, why) => `✗ ${place} (${purpose}): ${why}`,
  unsure: (place, purpose, why) => `✓ ${place} (${purpose}): โพสต์ได้ ${why}`,
  invite: (platform) => `ลิงก์สำหรับเพิ่ม Rostrum ในเซิร์ฟเวอร์หรือเวิร์กสเปซ ${platform} อื่น โดยขอเฉพาะสิทธิ์ที่จำเป็น:`,
  hidden: (root) =>
    `มีระดับสิทธิ์ แต่ Discord ไม่แสดง ${root} ให้เห็น: การตั้งค่าเซิร์ฟเวอร์ (Server Settings) → การผสานรวม (Integrations) → Rostrum → ${root} → “เพิ่มบทบาทหรือสมาชิก” (Add Roles or Members)`,
  unknown: (place, purpose) => `! ${place} (${purpose}): แพลตฟอร์มไม่ตอบเมื่อตรวจสอบ`,
  noPlace: (purpose) => `✗ ไม่มีช่องสำหรับ${purpose}: /rostrum setup`,
  noDesk: "! ไม่มีช่องผู้จัดงาน หากเกิดปัญหาจะไม่มีใครได้รับแจ้ง: /rostrum setup",
  held: (n) => `! มี ${n} รายการที่ไม่แน่ใจว่าไปถึงหรือไม่: /announce list`,
  overdue: (n) => `! มี ${n} รายการที่เลยกำหนดและกำลังลองใหม่`,
  lost: (n) => `! ใน 7 วันที่ผ่านมามี ${n} รายการที่ไม่ได้โพสต์: /announce list`,
  conflict: (what) => `! ${what}`,
  again: "ตรวจสอบอีกครั้ง",
};

export const record: typeof en.record = {
  gone: (entry) => `ไม่มีไฟล์ของ ${entry} แล้ว ข้อมูลในบันทึกยังคงเดิม`,
  kept: (file) => `${file} ถูกแก้ไข แต่ข้อมูลส่วนเดียวกันแก้ด้วยคำสั่งไว้ก่อนแล้ว จึงคงค่าจากคำสั่งไว้`,
};

export const condition: typeof en.condition = {
  connected: (platform) => `เชื่อมต่อ ${platform} แล้ว`,
  connecting: (platform) => `กำลังเชื่อมต่อ ${platform}`,
  stopped: (platform) => `ไม่ได้เชื่อมต่อ ${platform}`,
  why: {
    lost: (platform) => `การเชื่อมต่อกับ ${platform} ขาด กำลังเชื่อมต่อใหม่`,
    silent: (platform) => `${platform} ไม่ส่งข้อมูลมาอีก จึงกำลังเชื่อมต่อใหม่`,
    unreachable: (platform) => `ติดต่อ ${platform} ไม่ได้ ระบบจะลองใหม่เอง`,
    sessions: (platform) =>
      `ขณะนี้ ${platform} ไม่รับการเชื่อมต่อใหม่เพิ่ม ระบบจะเชื่อมต่อเองเมื่อทำได้ การเริ่มใหม่ไม่ช่วย หากมีโปรแกรมอื่นใช้โทเค็นเดียวกัน โปรดหยุดโปรแกรมนั้น`,
    shared: (platform) =>
      `${platform} นับการเชื่อมต่อได้มากกว่าที่ Rostrum มีอยู่ หากมีโปรแกรมอื่นใช้โทเค็นแอปเดียวกัน โปรดหยุดโปรแกรมนั้น เพราะคำสั่งบางส่วนจะไปถึงโปรแกรมนั้นแทน`,
    absent: (platform) =>
      `เชื่อมต่อ ${platform} แล้ว แต่บางเวิร์กสเปซนำ Rostrum ออกหรือโทเค็นใช้ไม่ได้แล้ว ต้องติดตั้งใหม่ในเวิร์กสเปซเหล่านั้น ที่อื่นยังใช้งานได้ตามปกติ`,
    install: (platform) =>
      `Rostrum ไม่ได้ติดตั้งอยู่ในเวิร์กสเปซ ${platform} นี้แล้ว หรือโทเค็นใช้ไม่ได้ โปรดให้ผู้ดูแลเวิร์กสเปซเปิดลิงก์ติดตั้งแล้วกด “Allow” รายการที่ถึงกำหนดจะรอไว้จนกว่าจะติดตั้ง`,
    socket: (platform) =>
      `แอปปิด Socket Mode อยู่ ${platform} จึงไม่ส่งข้อมูลมา โปรดเปิดในหน้าของแอป (Socket Mode → Enable Socket Mode) แล้วเริ่ม Rostrum ใหม่`,
    appToken: (platform) =>
      `${platform} ไม่รับโทเค็นแอป (SLACK_APP_TOKEN ที่ขึ้นต้นด้วย xapp-) โปรดสร้างโทเค็นใหม่ในหน้าของแอป (Basic Information → App-Level Tokens, scope connections:write) ใส่ในตัวแปรสภาพแวดล้อมหรือไฟล์ .env แล้วเริ่ม Rostrum ใหม่`,
    token: (platform) =>
      `${platform} ไม่รับโทเค็นที่ให้ไว้ โปรดสร้างโทเค็นใหม่ ใส่ในตัวแปรสภาพแวดล้อมหรือไฟล์ .env แล้วเริ่ม Rostrum ใหม่`,
    intents: (platform) =>
      `${platform} ไม่อนุญาตให้ Rostrum รับเหตุการณ์ที่ขอไว้ (intents) โปรดตรวจสอบในหน้าสำหรับนักพัฒนาของแอป หัวข้อ Bot แล้วเริ่ม Rostrum ใหม่`,
    version: (platform) => `${platform} ไม่รับวิธีเชื่อมต่อของ Rostrum รุ่นนี้แล้ว โปรดอัปเดต Rostrum แล้วเริ่มใหม่`,
    size: (platform) => `Rostrum อยู่ในเซิร์ฟเวอร์ ${platform} มากเกินไปสำหรับการเชื่อมต่อเดียว โปรดนำออกจากบางเซิร์ฟเวอร์แล้วเริ่มใหม่`,
  },
  until: (when) => `จะยังไม่ลองใหม่ก่อน ${when}`,
};
