import type * as en from "../en/rostrum.ts";

export const setup: typeof en.setup = {
  saved: "網絡已設定完成。",
  continue: "下一步",
  nextStep: "接著設定這個伺服器或工作空間的頻道。",
  done: (space) => `「${space}」已設定完成。`,
  check: "檢查運作狀況",
  whereDesk: "沒有主辦人頻道的話，出了問題我只能寫進記錄檔。",
  unknownChannel: "請選擇這個伺服器或工作空間的頻道。",
  unknownCity: (name) => `找不到「${name}」這個城市。`,
  noCity: "請至少寫一個城市。",
  tooManyCities: (most) => `這一行最多放得下${most}個城市。`,
  asked: (space) => `「${space}」尚未加入網絡。已向網絡的管理員提出申請。`,
  askedNobody: (space) => `「${space}」尚未加入網絡。請網絡的管理員讓它加入，或將它寫進 DISCORD_GUILDS。`,
  request: (who, space) => `${who} 是伺服器「${space}」的管理者，申請讓該伺服器加入網絡。`,
  connect: "讓它加入",
  connected: (space) => `「${space}」已加入網絡。`,
  noSuchSpace: "我已不在那個伺服器中。",
  firstAdmin: "您是網絡的第一位管理員。",
  sameChannel: "主辦人頻道必須是獨立的頻道，因為另外兩個頻道所有人都看得到。",
};

export const roles: typeof en.roles = {
  title: "權限與角色",
  none: "還沒有人透過指令取得權限。",
  until:
    "在有人取得某項權限之前，以平台本身的權限為準：平台的管理員就是管理員；在 Discord 上，有「管理活動」權限的是主辦人，有「管理訊息」權限的是版主。",
  took: "已沒有任何權限，也不再對應紀錄中的人物",
  nothingToTake: "原本就沒有權限，也沒有對應紀錄中的人物",
  lastAdmin: "這是最後一位管理員。請先將管理員權限授予其他人。",
  unknownAccount: "請選擇這個伺服器或工作空間的成員或群組。",
  groupNotPerson: "群組不能對應到人物。請選擇成員。",
  notInProgramme: (role, webinar) => `${webinar}：議程中沒有${role}。請先將人物加入議程。`,
  whichPerson: (role, webinar, names) => `${webinar}：${role}不只一位，請問是哪一位：${names}`,
  personHasNotRole: (person, role, webinar) => `${webinar}：「${person}」不是這一場的${role}。`,
};

export const doctor: typeof en.doctor = {
  since: (version, when) => `Rostrum ${version}，啟動時間：${when}`,
  runs: "Rostrum 正在執行，檢查結果如下。",
  stands: "Rostrum 沒有在這裡執行，以下是從外部檢查的結果。啟動：npm start",
  database: (where) => `紀錄與排程：${where}`,
  backup: (when) => `最近一次備份：${when}`,
  noBackup: "! 還沒有備份：請在執行我的機器上執行 npm run -s backup",
  connected: (platform, space, since) => `${platform}「${space}」：已連線，始於${since}`,
  connecting: (platform, since) => `${platform}：重新連線中，始於${since}`,
  stopped: (platform, since) => `${platform}：已停止，始於${since}`,
  notConnected: (platform, space) => `${platform}「${space}」：尚未加入網絡`,
  noPlatform: "尚未設定任何聊天平台。",
  fine: (place, purpose) => `✓ ${place}（${purpose}）：可以發布訊息、建立討論串、確認是否送達`,
  fineSlack: (place, purpose) => `✓ ${place}（${purpose}）：可以發布訊息、確認是否送達`,
  broken: (place, purpose, why) => `✗ ${place}（${purpose}）：${why}`,
  unsure: (place, purpose, why) => `✓ ${place}（${purpose}）：可以發布訊息。${why}`,
  invite: (platform) => `將我加入其他 ${platform} 伺服器或工作空間的連結（只要求我需要的權限）：`,
  hidden: (root) =>
    `有權限，但 Discord 沒有讓他看到 ${root}：伺服器設定 → 整合 → Rostrum → ${root} →「新增身分組或成員」`,
  unknown: (place, purpose) => `! ${place}（${purpose}）：查看時平台沒有回應`,
  noPlace: (purpose) => `✗ 沒有${purpose}頻道：/rostrum setup`,
  noDesk: "! 沒有主辦人頻道，出了問題不會有人收到通知：/rostrum setup",
  held: (n) => `! 有${n}則訊息不確定是否送達：/announce list`,
  overdue: (n) => `! 有${n}則訊息已過發布時間，正在重試`,
  lost: (n) => `! 過去7天有${n}則訊息未能發布：/announce list`,
  conflict: (what) => `! ${what}`,
  again: "再檢查一次",
};

export const record: typeof en.record = {
  gone: (entry) => `描述 ${entry} 的檔案已不存在；紀錄中仍保留原本的內容。`,
  kept: (file) => `${file} 已變更，但同一項內容先前已用指令改過，因此保留指令設定的值。`,
};

export const condition: typeof en.condition = {
  connected: (platform) => `${platform} 已連線。`,
  connecting: (platform) => `正在連線到 ${platform}。`,
  stopped: (platform) => `${platform} 未連線。`,
  why: {
    lost: (platform) => `與 ${platform} 的連線中斷，正在重新連線。`,
    silent: (platform) => `${platform} 沒有再傳來任何訊號，正在重新連線。`,
    unreachable: (platform) => `連不上 ${platform}。會自動重試，您不需要做任何事。`,
    sessions: (platform) =>
      `${platform} 暫時不接受新的連線，可以時會自動連上，重新啟動並沒有幫助。若有其他程式使用同一個權杖，請將它停止。`,
    shared: (platform) =>
      `${platform} 計算的連線數比我的還多。若有其他程式使用同一個應用程式權杖，請將它停止，否則部分指令會被它收走。`,
    absent: (platform) =>
      `${platform} 已連線。但有些工作空間移除了 Rostrum，或權杖已失效，須重新安裝。其他工作空間不受影響。`,
    install: (platform) =>
      `這個 ${platform} 工作空間已移除 Rostrum，或權杖已失效。請工作空間管理員開啟安裝連結並按「允許」。在那之前，排定在該處發布的內容會保留。`,
    socket: (platform) =>
      `應用程式的 Socket Mode 已關閉，因此 ${platform} 不會傳來任何內容。請在應用程式頁面開啟（Socket Mode → Enable Socket Mode），再重新啟動 Rostrum。`,
    appToken: (platform) =>
      `${platform} 不接受目前的應用程式權杖（SLACK_APP_TOKEN，以 xapp- 開頭）。請在應用程式頁面產生新的權杖（Basic Information → App-Level Tokens，scope 為 connections:write），寫入環境變數或 .env，再重新啟動 Rostrum。`,
    token: (platform) => `${platform} 不接受目前的權杖。請產生新的權杖，寫入環境變數或 .env，再重新啟動 Rostrum。`,
    intents: (platform) =>
      `${platform} 不允許 Rostrum 接收所需的事件（intents）。請到開發者頁面的 Bot 一欄檢查，再重新啟動 Rostrum。`,
    version: (platform) => `${platform} 不再接受這個版本的 Rostrum 的連線方式。請更新 Rostrum 並重新啟動。`,
    size: (platform) => `Rostrum 所在的 ${platform} 伺服器太多，一個連線無法負荷。請移出其中幾個，再重新啟動。`,
  },
  until: (when) => `在此之前不會嘗試連線：${when}`,
};
