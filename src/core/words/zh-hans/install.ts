import type * as en from "../en/install.ts";

export const install: typeof en.install = {
  title: "安装 Rostrum",
  done: (space) => `Rostrum 已安装到“${space}”。`,
  next: "请回到 Slack，在任意频道输入 /rostrum setup，就会看到需要设置什么，或者该请谁批准这个工作区接入。其他用法可用 /webinar help 查看。要让 Rostrum 在哪个频道发布，就在那个频道输入 /invite @Rostrum",
  denied: "没有安装：未获允许。如果是误操作，请重新开始。",
  stale: "没有安装：这个页面不是十分钟内在此浏览器中开始的安装，或者被打开了两次。请用同一个浏览器重新开始。",
  used: "没有安装：Slack 的回应已经使用过，或已过期。请重新开始。",
  another: "没有安装：这是给另一个应用的回应。请重新开始，并且只使用这个链接。",
  misset: "没有安装：Slack 不接受 Rostrum 在其主机上的设置。请告知 Rostrum 的维护人员，日志中写有需要修改的地方。",
  unreachable: "没有安装：连接不上 Slack。请过一分钟重新开始。",
  fault: "没有安装：Rostrum 出了问题。请告知维护人员，详情见日志。",
  begin: "重新开始",
};
