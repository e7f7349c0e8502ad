import type { Lack } from "../../network/place.ts";
import type * as en from "../en/lack.ts";

/** In Thai, and as Discord's English interface calls them, which many keep. */
const DISCORD_RIGHTS: Readonly<Partial<Record<Lack, string>>> = {
  view: "“ดูช่อง” (View Channel)",
  connect: "“เชื่อมต่อ” (Connect)",
  send: "“ส่งข้อความ” (Send Messages)",
  "create-posts": "“สร้างโพสต์” (Create Posts)",
  history: "“อ่านประวัติข้อความ” (Read Message History)",
  "create-threads": "“สร้างเธรดสาธารณะ” (Create Public Threads)",
  "send-in-threads": "“ส่งข้อความในเธรด” (Send Messages in Threads)",
  "write-in-thread": "“ส่งข้อความในเธรด” (Send Messages in Threads)",
};
const EFFECTS: Readonly<Record<Lack, string>> = {
  gone: "ช่องนี้ถูกลบหรือเก็บถาวรแล้ว โปรดเลือกช่องอื่นด้วย /rostrum setup",
  elsewhere: "ช่องนี้เป็นของเซิร์ฟเวอร์อื่น โปรดเลือกช่องในเซิร์ฟเวอร์นี้ด้วย /rostrum setup",
  unpostable: "ช่องประเภทนี้ใช้โพสต์ไม่ได้ โปรดเลือกช่องอื่นด้วย /rostrum setup",
  membership: "Rostrum ไม่ได้อยู่ในช่องนี้",
  timeout:
    "Rostrum ถูกพักการใช้งานชั่วคราว จึงอ่านได้แต่เขียนไม่ได้ วิธีแก้: การตั้งค่าเซิร์ฟเวอร์ → สมาชิก → Rostrum → ⋮ → “ยกเลิกการพัก” (Remove Timeout)",
  view: "Rostrum ไม่มีสิทธิ์ดูช่องนี้",
  connect: "Rostrum ไม่มีสิทธิ์เชื่อมต่อช่องนี้ จึงอ่านแชตในช่องไม่ได้ หากการเชื่อมต่อขาดช่วง จะต้องขอให้คุณดูว่าโพสต์ไปถึงหรือไม่",
  send: "Rostrum ไม่มีสิทธิ์โพสต์ในช่องนี้",
  "create-posts": "Rostrum ไม่มีสิทธิ์สร้างโพสต์ในช่องนี้",
  history: "Rostrum ไม่มีสิทธิ์อ่านประวัติของช่องนี้ หากการเชื่อมต่อขาดช่วง จะต้องขอให้คุณดูว่าโพสต์ไปถึงหรือไม่",
  "create-threads": "Rostrum ไม่มีสิทธิ์เปิดเธรดในช่องนี้",
  "send-in-threads": "Rostrum ไม่มีสิทธิ์ส่งข้อความในเธรดของช่องนี้",
  "write-in-thread": "Rostrum ไม่มีสิทธิ์ส่งข้อความในเธรดนี้",
  locked: "เธรดนี้ถูกล็อก โปรดเปิดเธรด → ⋯ → “ปลดล็อกเธรด” (Unlock Thread) หรือเลือกช่องอื่นด้วย /rostrum setup",
  closed:
    "เธรดนี้ถูกปิดและล็อก โปรดเปิดเธรด → ⋯ → “ปลดล็อกเธรด” (Unlock Thread) แล้ว “เปิดเธรดอีกครั้ง” (Reopen Thread) หรือเลือกช่องอื่นด้วย /rostrum setup",
  tags: "ฟอรัมนี้บังคับให้ทุกโพสต์มีแท็ก แต่ไม่มีแท็กที่ Rostrum ใช้ได้ วิธีแก้: แก้ไขช่อง (Edit Channel) → “สร้างแท็ก” (Create Tag) หรือปิด “บังคับให้เลือกแท็กเมื่อโพสต์” (Require people to select tags when posting)",
  unknown: "แพลตฟอร์มไม่ได้แจ้งว่า Rostrum ทำอะไรในช่องนี้ได้บ้าง",
};

const SLACK_SEND =
  "ช่องนี้จำกัดผู้ที่โพสต์ได้ และไม่มี Rostrum รวมอยู่ด้วย ให้ผู้ดูแลเปิดช่อง → ชื่อช่อง → “Settings” → “Posting permissions” หรือเลือกช่องอื่นด้วย /rostrum setup";

export const lack: typeof en.lack = (platform, missing, self = "Rostrum") => {
  if (missing === "membership") return `Rostrum ไม่ได้อยู่ในช่องนี้ โปรดเปิดช่องแล้วส่ง /invite @${self}`;
  if (missing === "send" && platform === "slack") return SLACK_SEND;
  if (missing === "history" && platform === "slack")
    return `${EFFECTS.history} วิธีแก้: อัปเดตแอปให้ใช้ manifest ใหม่ แล้วติดตั้งอีกครั้ง (docs/slack.md)`;
  const right = platform === "discord" ? DISCORD_RIGHTS[missing] : undefined;
  if (right === undefined) return EFFECTS[missing];
  // A thread has no rights of its own.
  const where = missing === "write-in-thread" ? "ช่องที่เธรดนี้อยู่" : "ช่อง";
  return `${EFFECTS[missing]} วิธีแก้: ${where} → แก้ไขช่อง → สิทธิ์ (Permissions) → Rostrum → ${right} → ✓ → บันทึก`;
};
