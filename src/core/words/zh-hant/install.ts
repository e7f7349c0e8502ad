import type { en } from "../en/en.ts";

export const install: typeof en.install = {
  title: "安裝 Rostrum",
  done: (space) => `Rostrum 已安裝到「${space}」。`,
  next: "請回到 Slack，在任一頻道輸入 /rostrum setup，就會顯示要設定哪些項目，或該請誰讓這個工作空間加入。其他功能請見 /webinar help。請在每個要讓 Rostrum 發布訊息的頻道輸入 /invite @Rostrum。",
  denied: "因為沒有允許，所以未安裝。如果是按錯了，請重新開始。",
  stale:
    "未安裝：這個頁面不是接續10分鐘內在這個瀏覽器開始的安裝，或是已經開啟過一次。請重新開始，並全程使用同一個瀏覽器。",
  used: "未安裝：Slack 的回應已經使用過，或已過期。請重新開始。",
  another: "未安裝：這是給另一個應用程式的回應。請重新開始，並且只從這個連結進入。",
  misset: "未安裝：Slack 不接受 Rostrum 目前的設定。請通知 Rostrum 的維運人員；該改什麼，都寫在記錄檔中。",
  unreachable: "未安裝：連不上 Slack。請過一分鐘再重新開始。",
  fault: "未安裝：Rostrum 出了點問題。請通知維運人員；原因寫在記錄檔中。",
  begin: "重新開始",
};
