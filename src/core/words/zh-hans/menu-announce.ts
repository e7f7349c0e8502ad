import type * as en from "../en/menu-announce.ts";

const texts = { en: "英语正文", ja: "日语正文", "zh-hans": "简体中文正文", "zh-hant": "繁体中文正文", th: "泰语正文" };
const [text, when, where, webinar] = ["正文", "发布时间", "发布到哪些频道", "关于哪一场网络研讨会"];
const mention = "提及谁";
const hints = {
  text: "用于没有相应语言正文的频道。指定了网络研讨会时可以留空，内容取自记录",
  when: "例如 2026-12-05 17:00 东京、+2d、1w before（开始前1周），或 every monday 09:00 东京 4 times",
  where: "频道名称，或 Discord、Slack。留空则为所有公告频道",
  mention: "everyone、here，或者身份组、用户组的名称。留空则不提及任何人",
  webinar: "第几届、哪一年，或标题中的词。留空则不附网络研讨会",
};

export const announceMenu: typeof en.announceMenu = {
  "announce schedule": {
    summary: "选择频道，定时发布公告",
    title: "定时发布公告",
    options: { text, when, where, mention, webinar, ...texts },
    hints: { ...hints },
  },
  "announce now": {
    summary: "选择频道，预览后立即发布公告",
    title: "立即发布公告",
    options: { text, where, mention, webinar, ...texts },
    hints: { text: hints.text, where: hints.where, mention: hints.mention, webinar: hints.webinar },
  },
  "announce begin": {
    summary: "将草稿设为定时发布",
    title: "定时发布公告",
    options: { text, when, where, mention, webinar, ...texts, draft: "哪份草稿" },
    hints: { ...hints },
  },
  "announce confirm": {
    summary: "将预览过的公告设为定时发布，或立即发布",
    title: "发布公告",
    options: { version: "修改前的版本", id: "预览", text, when, where, mention, webinar, ...texts, draft: "哪份草稿" },
    hints: {},
  },
  "announce draft": {
    summary: "将公告存为草稿，供所有组织者查看；不填内容则列出草稿",
    title: "公告草稿",
    options: { text, when, where, webinar, ...texts },
    hints: { text: hints.text, when: hints.when, where: hints.where, webinar: hints.webinar },
  },
  "announce keep": {
    summary: "将预览过的内容存为草稿",
    title: "公告草稿",
    options: { text, when, where, webinar, ...texts, draft: "哪份草稿" },
    hints: {},
  },
  "announce discard": {
    summary: "丢弃草稿或模板",
    title: "丢弃",
    options: { kept: "哪一项" },
    hints: {},
  },
  "announce preview": {
    summary: "查看草稿、待发布或已发布的内容目前在各频道的样子",
    title: "预览",
    options: { what: "哪份草稿或哪条消息" },
    hints: { what: "正文的开头，或讨论题的简称" },
  },
  "announce edit": {
    summary: "修改公告的正文；已发布的消息会直接更正",
    title: "更正公告",
    options: { what: "哪条公告", text, ...texts },
    hints: { what: "正文的开头", text: "用于没有相应语言正文的频道" },
  },
  "announce rewrite": {
    summary: "按表单中填写的内容更正",
    title: "更正公告",
    options: { what: "哪条公告", text, ...texts, fields: "栏目", was: "原来的内容" },
    hints: { text: "用于没有相应语言正文的频道" },
  },
  "announce snooze": {
    summary: "更改待发布公告的时间；重复发布的只更改下一次",
    title: "更改时间",
    options: { what: "哪条公告", when: "新的发布时间" },
    hints: { what: "正文的开头", when: "+1h 即推迟1小时；也可写明天 09:00、2026-12-05 17:00 东京、1d before" },
  },
  "announce templates": {
    summary: "撰写公告时可用的模板：各语言的常用模板和自存的模板",
    title: "公告模板",
    options: { name: "哪个模板" },
    hints: { name: "名称中的词。留空则列出全部" },
  },
  "announce template": {
    summary: "为一段文字取名，存为模板",
    title: "新建模板",
    options: { name: "名称", text, ...texts },
    hints: { text: "用于没有相应语言正文的频道" },
  },
  "announce cancel": {
    summary: "取消定时发布",
    title: "取消",
    options: { what: "取消什么" },
    hints: { what: "正文的开头，或讨论题的简称" },
  },
  "announce withdraw": {
    summary: "从所有频道撤回已发布的公告、讨论题、改期通知或分享的内容",
    title: "撤回",
    options: { what: "哪条消息" },
    hints: { what: "正文的开头，或讨论题的简称" },
  },
};
