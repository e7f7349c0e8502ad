import type * as en from "../en/menu-discuss.ts";

const whichWebinar = "第几届、哪一年，或标题中的词。留空则为下一场；没有下一场时为上一场";
const wherePosted = "频道名称，或 Discord、Slack。留空则为所有讨论频道";
const whichQuestion = "序号，或讨论题中的词";
const whatLabel = "用作讨论串和按钮的名称，最多80个字符";

/** `/discuss` of the menu (menu.ts). */
export const discussMenu: typeof en.discussMenu = {
  "discuss queue": {
    summary: "各讨论题的状态，可用按钮开放或结束",
    title: "讨论",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: whichWebinar },
  },
  "discuss post": {
    summary: "立即发布一道讨论题，并创建供大家回答的讨论串",
    title: "发布讨论题",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会", where: "发布到哪些频道" },
    hints: { question: whichQuestion, webinar: whichWebinar, where: wherePosted },
  },
  "discuss schedule": {
    summary: "定时发布一道讨论题，或依次安排接下来的几道",
    title: "定时发布讨论题",
    options: {
      when: "发布时间，可写几个",
      question: "哪道讨论题",
      webinar: "哪一场网络研讨会",
      where: "发布到哪些频道",
    },
    hints: {
      when: "例如 2026-12-05 17:00 东京、20m after start（开始后20分钟）或 every monday 09:00 Tokyo, 4 times，用 ; 隔开",
      question: "序号，或讨论题中的词。留空则依次为接下来的讨论题",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss close": {
    summary: "结束一道讨论题；消息中会注明，讨论串仍然开放",
    title: "结束讨论题",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会" },
    hints: { question: "序号，或讨论题中的词。留空则为正在讨论的一道", webinar: whichWebinar },
  },
  "discuss add": {
    summary: "在最后添加一道讨论题",
    title: "添加讨论题",
    options: { text: "讨论题的正文", label: "简称", webinar: "哪一场网络研讨会", language: "用哪种语言写的" },
    hints: { label: whatLabel, webinar: whichWebinar },
  },
  "discuss edit": {
    summary: "修改讨论题；已发布的消息也会更正",
    title: "编辑讨论题",
    options: {
      question: "哪道讨论题",
      text: "讨论题的正文",
      label: "简称",
      webinar: "哪一场网络研讨会",
      language: "用哪种语言写的",
    },
    hints: { question: whichQuestion, webinar: whichWebinar },
  },
  "discuss save": {
    summary: "保存编辑过的讨论题",
    title: "编辑讨论题",
    options: {
      question: "哪道讨论题",
      text: "讨论题的正文",
      label: "简称",
      language: "用哪种语言写的",
      was: "修改前的内容",
      webinar: "哪一场网络研讨会",
    },
    hints: { label: whatLabel },
  },
  "discuss remove": {
    summary: "移除一道尚未发布的讨论题",
    title: "移除讨论题",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会" },
    hints: { question: whichQuestion, webinar: whichWebinar },
  },
  "discuss drop": {
    summary: "移除查看过的讨论题",
    title: "移除讨论题",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "discuss move": {
    summary: "调整讨论题的顺序",
    title: "调整讨论题顺序",
    options: { question: "哪道讨论题", to: "调到第几道", webinar: "哪一场网络研讨会" },
    hints: { question: whichQuestion, to: "1为第一道", webinar: whichWebinar },
  },
  "discuss skip": {
    summary: "跳过一道讨论题，以后还可以恢复",
    title: "跳过讨论题",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会" },
    hints: { question: "序号，或讨论题中的词。留空则为下一道", webinar: whichWebinar },
  },
  "discuss pause": {
    summary: "暂停定时发布一场网络研讨会的讨论题，直到恢复",
    title: "暂停定时发布",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: whichWebinar },
  },
  "discuss resume": {
    summary: "恢复定时发布一场网络研讨会的讨论题",
    title: "恢复定时发布",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: whichWebinar },
  },
  "discuss open": {
    summary: "开放一道讨论题",
    title: "开放讨论题",
    options: {
      question: "哪道讨论题",
      close: "结束哪一道",
      webinar: "哪一场网络研讨会",
      where: "发布到哪些频道",
    },
    hints: {},
  },
  "discuss undo": {
    summary: "撤销刚才的操作",
    title: "撤销",
    options: { question: "刚开放的讨论题", close: "刚结束的讨论题", webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "discuss restore": {
    summary: "重新开放一道讨论题，或不再跳过它",
    title: "重新开放讨论题",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "discuss text": {
    summary: "讨论题的纯文字",
    title: "会议聊天用的文字",
    options: { webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "discuss more": {
    summary: "对讨论题还能做什么",
    title: "讨论",
    options: { webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "discuss again": {
    summary: "在已发布过的频道再发布一次讨论题",
    title: "发布讨论题",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会", where: "发布到哪些频道" },
    hints: {},
  },
  "discuss book": {
    summary: "将预览过的讨论题设为定时发布",
    title: "定时发布讨论题",
    options: {
      when: "发布时间",
      questions: "哪些讨论题",
      only: "是否只要有讨论题的时间",
      webinar: "哪一场网络研讨会",
      where: "发布到哪些频道",
    },
    hints: {},
  },
  "discuss dates": {
    summary: "接下来发布讨论题的时间",
    title: "接下来的发布时间",
    options: { webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "discuss unbook": {
    summary: "取消讨论题的发布时间",
    title: "取消发布时间",
    options: { slots: "哪些发布时间", webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "discuss confirm": {
    summary: "发布预览过的讨论题，或设为定时发布",
    title: "讨论题",
    options: {
      at: "修改前的版本",
      question: "哪道讨论题",
      webinar: "哪一场网络研讨会",
      where: "发布到哪些频道",
      when: "发布时间",
      again: "已发布过几次",
    },
    hints: {},
  },
  "discuss cancel": {
    summary: "取消讨论题的定时发布",
    title: "取消定时发布",
    options: { question: "哪道讨论题", webinar: "哪一场网络研讨会" },
    hints: {},
  },
};
