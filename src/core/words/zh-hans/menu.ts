import type * as en from "../en/menu.ts";
import { announceMenu } from "./menu-announce.ts";
import { discussMenu } from "./menu-discuss.ts";
import { manageMenu } from "./menu-manage.ts";

const whichWebinar = "第几届、哪一年，或标题中的词。留空则为下一场；没有下一场时为上一场";

export const menu: typeof en.menu = {
  "webinar next": {
    summary: "下一场网络研讨会：您的当地时间、主讲人、讨论题",
    title: "下一场网络研讨会",
    options: {},
    hints: {},
  },
  "webinar now": { summary: "正在进行的网络研讨会和参会方式", title: "正在进行", options: {}, hints: {} },
  "webinar last": { summary: "最近举行过的一场网络研讨会", title: "上一场网络研讨会", options: {}, hints: {} },
  "webinar list": {
    summary: "所有网络研讨会，即将举行的在前",
    title: "网络研讨会一览",
    options: { period: "哪一年或哪个月" },
    hints: { period: "例如 2022、2022-02 或 2022年2月。留空则为全部" },
  },
  "webinar earlier": {
    summary: "更早的网络研讨会",
    title: "网络研讨会一览",
    options: { after: "在哪一场之前", within: "哪段时间" },
    hints: {},
  },
  "webinar show": {
    summary: "一场网络研讨会的议程",
    title: "议程",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: whichWebinar },
  },
  "webinar talk": {
    summary: "网络研讨会中的一场演讲：主讲人和内容",
    title: "演讲",
    options: { talk: "哪一场演讲", webinar: "哪一场网络研讨会" },
    hints: { talk: "序号、主讲人，或内容中的词", webinar: whichWebinar },
  },
  "webinar speakers": {
    summary: "一场网络研讨会的主讲人、评议人和主持人",
    title: "发言嘉宾",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: whichWebinar },
  },
  "webinar questions": {
    summary: "一场网络研讨会的讨论题",
    title: "讨论题",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: whichWebinar },
  },
  "webinar search": {
    summary: "在标题、演讲、人物、讨论题和成果中查找",
    title: "查找",
    options: { words: "要找的词" },
    hints: { words: "例如 governance 或 Tohoku" },
  },
  "webinar time": {
    summary: "各城市的当地时间，以及在此之前时钟是否调整",
    title: "时间对照",
    options: { when: "什么时间", cities: "哪些城市" },
    hints: {
      when: "例如 2026-12-05 17:00 东京。留空则为下一场网络研讨会的开始时间",
      cities: "例如 伦敦、曼谷、东京。留空则为研究网络的城市",
    },
  },
  "webinar remind": {
    summary: "网络研讨会开始前用私信提醒您；改期时随之调整",
    title: "提醒",
    options: { webinar: "哪一场网络研讨会", before: "提前多久" },
    hints: { webinar: whichWebinar },
  },
  "webinar unremind": {
    summary: "取消一场网络研讨会的提醒",
    title: "提醒",
    options: { webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "webinar language": {
    summary: "用哪种语言回复您",
    title: "语言",
    options: { language: "哪种语言" },
    hints: {},
  },
  "webinar outcomes": {
    summary: "一场网络研讨会的成果",
    title: "成果",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: "第几届、哪一年，或标题中的词。留空则为上一场" },
  },
  "webinar help": {
    summary: "在这里能做什么，怎么做",
    title: "帮助",
    options: { command: "哪个命令" },
    hints: { command: "例如 webinar show" },
  },
  speaker: {
    summary: "查找记录中的人：角色、演讲、当时的所属机构",
    title: "查找人物",
    options: { name: "姓名或所属机构" },
    hints: { name: "写全称或其中一部分，例如 liu 或 Tohoku" },
  },
  "announce list": {
    summary: "待发布、已发布，以及不确定是否送达的内容",
    title: "发布一览",
    options: { days: "看今后几天" },
    hints: {},
  },
  "announce approve": {
    summary: "是否同意提及",
    title: "提及",
    options: { version: "修改前的版本", announcement: "哪条公告", say: "是否同意" },
    hints: {},
  },
  "announce stop": { summary: "取消定时发布", title: "取消", options: { what: "取消什么" }, hints: {} },
  "announce settle": {
    summary: "说明一条消息是否送达",
    title: "是否送达",
    options: { delivery: "哪条消息", there: "是否送达", attempt: "第几次尝试" },
    hints: {},
  },
  ...announceMenu,
  ...discussMenu,
  ...manageMenu,
  home: { summary: "接下来的安排和其他功能", title: "主页", options: {}, hints: {} },
  menu: { summary: "在这里能做的所有事", title: "功能一览", options: {}, hints: {} },
  leave: { summary: "保持原样", title: "暂不处理", options: {}, hints: {} },
  "rostrum doctor": {
    summary: "哪些正常，哪些不正常，该怎么处理",
    title: "运行检查",
    options: {},
    hints: {},
  },
  "rostrum setup": {
    summary: "设置研究网络，以及这个服务器或工作区",
    title: "设置 1/2：研究网络",
    options: {
      name: "研究网络的名称",
      zone: "时区",
      language: "发布内容的语言",
      strip: "时间下方列出的城市",
    },
    hints: {
      name: "留空则不显示",
      zone: "城市或时区，例如 东京、Europe/London",
      strip: "从西到东，例如 伦敦、曼谷、东京",
    },
  },
  "rostrum space": {
    summary: "设置这个服务器或工作区",
    title: "设置 2/2：频道",
    options: {
      announcements: "公告频道",
      discussion: "讨论频道，用来发布讨论题",
      desk: "组织者频道（仅组织者可见）",
      language: "这里发布内容的语言",
    },
    hints: { desk: "出了问题会在这里说明。请不要让普通成员看到" },
  },
  "rostrum connect": {
    summary: "将服务器接入研究网络",
    title: "接入",
    options: { platform: "平台", space: "服务器" },
    hints: {},
  },
  "rostrum roles list": {
    summary: "谁是版主、组织者或管理员，哪个账号对应记录中的哪个人",
    title: "权限与角色",
    options: {},
    hints: {},
  },
  "rostrum roles give": {
    summary: "授予成员或群组权限，或将账号与记录中的人关联",
    title: "授予权限或角色",
    options: {
      who: "成员或群组",
      role: "权限或角色",
      webinar: "哪一场网络研讨会",
      person: "对应记录中的哪个人",
    },
    hints: {
      webinar: "仅用于主讲人、评议人和主持人。留空则为下一场",
      person: "仅用于主讲人、评议人和主持人。留空则为担任该角色的人",
    },
  },
  "rostrum roles take": {
    summary: "收回权限，或解除与记录中的人的关联",
    title: "收回权限或角色",
    options: { who: "成员或群组" },
    hints: {},
  },
  "rostrum audit": {
    summary: "谁做了什么，谁因权限不足被拒绝",
    title: "操作记录",
    options: { by: "谁的操作", webinar: "关于哪场网络研讨会" },
    hints: { by: "姓名或其中一部分；留空则为所有人", webinar: "届次、年份或标题中的词；留空则为全部" },
  },
  "rostrum older": {
    summary: "更早的操作",
    title: "操作记录",
    options: { before: "在哪一条之前", by: "谁的操作", webinar: "关于哪场网络研讨会" },
    hints: {},
  },
  share: { summary: "发布出来，让所有人看到", title: "分享", options: { of: "内容" }, hints: {} },
};
