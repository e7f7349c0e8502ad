import type * as en from "../en/menu-manage.ts";

const whichWebinar = "第几届、哪一年，或标题中的词。留空则为下一场";
const whichTalk = "序号、主讲人，或内容中的词";

const draftOrNext = "第几届、哪一年，或标题中的词。留空则为草稿；没有草稿时为下一场";

export const manageMenu: typeof en.manageMenu = {
  "manage webinar create": {
    summary: "新建网络研讨会的草稿；公开之前，只有组织者能看到",
    title: "新建网络研讨会",
    options: {
      title: "标题",
      start: "什么时间",
      subtitle: "副标题",
      minutes: "时长",
      link: "参会链接",
    },
    hints: {
      start: "例如 2026-12-05 17:00 东京。几点开始还没有确定时，可以只写日期",
      minutes: "例如 90 或 1h 30m",
      link: "https://… 开始前30分钟才会显示",
    },
  },
  "manage webinar edit": {
    summary: "修改网络研讨会的标题、时长或参会链接",
    title: "编辑网络研讨会",
    options: {
      webinar: "哪一场网络研讨会",
      title: "标题",
      subtitle: "副标题",
      minutes: "时长",
      link: "参会链接",
      language: "用哪种语言填写",
    },
    hints: { language: "标题和副标题所用语言；留空则为网络的语言", webinar: draftOrNext },
  },
  "manage webinar change": {
    summary: "按表单中填写的内容修改",
    title: "编辑网络研讨会",
    options: {
      webinar: "哪一场网络研讨会",
      was: "修改前的内容",
      language: "用哪种语言填写",
      title: "标题",
      subtitle: "副标题",
      minutes: "时长（分钟）",
      link: "参会链接",
    },
    hints: { minutes: "例如 90 或 1h 30m", link: "https://… 开始前30分钟才会显示" },
  },
  "manage webinar publish": {
    summary: "查看草稿，确认后公开给所有人",
    title: "公开草稿",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: "标题，或标题中的词。留空则为草稿" },
  },
  "manage webinar release": {
    summary: "公开查看过的草稿",
    title: "公开草稿",
    options: { webinar: "哪一场网络研讨会", version: "修改前的版本" },
    hints: {},
  },
  "manage webinar reschedule": {
    summary: "将网络研讨会改期；会先列出对已发布和待发布内容的影响",
    title: "网络研讨会改期",
    options: { start: "新的日期和时间", webinar: "哪一场网络研讨会" },
    hints: { start: "例如 2026-12-06 17:00 东京", webinar: draftOrNext },
  },
  "manage webinar move": {
    summary: "按预览改期",
    title: "网络研讨会改期",
    options: {
      webinar: "哪一场网络研讨会",
      version: "修改前的版本",
      start: "新的日期和时间",
      say: "是否发布通知",
    },
    hints: {},
  },
  "manage webinar cancel": {
    summary: "取消网络研讨会；会先列出对已发布和待发布内容的影响",
    title: "取消网络研讨会",
    options: { webinar: "哪一场网络研讨会" },
    hints: { webinar: draftOrNext },
  },
  "manage webinar drop": {
    summary: "按预览取消",
    title: "取消网络研讨会",
    options: { webinar: "哪一场网络研讨会", version: "修改前的版本", say: "是否发布通知" },
    hints: {},
  },
  "manage talk add": {
    summary: "添加演讲和主讲人",
    title: "添加演讲",
    options: {
      speaker: "主讲人",
      affiliation: "所属机构",
      country: "机构所在的国家或地区",
      title: "演讲题目",
      about: "内容简介",
      role: "角色",
      webinar: "哪一场网络研讨会",
    },
    hints: {
      role: "留空则为主讲人",
      speaker: "记录中的姓名，或新的姓名，例如 Dr. Ada Example",
      affiliation: "按发表论文时使用的名称",
      country: "只有新的机构需要填写",
      about: "还没有演讲题目时填写",
    },
  },
  "manage talk edit": {
    summary: "修改演讲或主讲人",
    title: "编辑演讲",
    options: {
      talk: "哪一场演讲",
      speaker: "主讲人",
      affiliation: "所属机构",
      country: "机构所在的国家或地区",
      title: "演讲题目",
      about: "内容简介",
      webinar: "哪一场网络研讨会",
      language: "用哪种语言填写",
    },
    hints: { talk: whichTalk, country: "只有新的机构需要填写" },
  },
  "manage talk change": {
    summary: "按表单修改演讲",
    title: "编辑演讲",
    options: {
      talk: "哪一场演讲",
      speaker: "主讲人",
      affiliation: "所属机构",
      country: "机构所在的国家或地区",
      title: "演讲题目",
      about: "内容简介",
      webinar: "哪一场网络研讨会",
      was: "修改前的内容",
      language: "用哪种语言填写",
    },
    hints: { country: "只有新的机构需要填写" },
  },
  "manage talk place": {
    summary: "按表单调整演讲顺序",
    title: "调整演讲顺序",
    options: { talk: "哪一场演讲", to: "调到第几场", was: "修改前的内容", webinar: "哪一场网络研讨会" },
    hints: {},
  },
  "manage talk move": {
    summary: "调整演讲在议程中的顺序",
    title: "调整演讲顺序",
    options: { talk: "哪一场演讲", to: "调到第几场", webinar: "哪一场网络研讨会" },
    hints: { talk: whichTalk, to: "1为第一场" },
  },
  "manage talk remove": {
    summary: "从议程中移除演讲",
    title: "移除演讲",
    options: { talk: "哪一场演讲", webinar: "哪一场网络研讨会" },
    hints: { talk: whichTalk },
  },
  "manage talk drop": {
    summary: "移除预览过的演讲",
    title: "移除演讲",
    options: { talk: "哪一场演讲", webinar: "哪一场网络研讨会", was: "修改前的内容" },
    hints: {},
  },
  "announce plan": {
    summary: "一次安排网络研讨会前后的全部公告：从开始前4周到结束后1周",
    title: "公告计划",
    options: { webinar: "关于哪一场网络研讨会", steps: "哪些时间点", where: "发布到哪些频道" },
    hints: {
      webinar: whichWebinar,
      steps: "4w、1w、1d、1h、start、1d after、1w after。留空即为以上时间点",
      where: "频道名称，或 Discord、Slack。留空则为所有公告频道",
    },
  },
  "announce ladder": {
    summary: "将预览过的公告设为定时发布",
    title: "公告计划",
    options: { version: "修改前的版本", webinar: "关于哪一场网络研讨会", steps: "哪些时间点", where: "发布到哪些频道" },
    hints: {},
  },
  "announce takeaway": {
    summary: "撤回查看过的消息",
    title: "撤回",
    options: { what: "哪条消息" },
    hints: {},
  },
};
