import type * as en from "../en/webinar.ts";

const span = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60}小时` : `${minutes}分钟`);

export const webinar: typeof en.webinar = {
  // A series that nobody has named in Chinese keeps its Latin name, and a space before it.
  edition: (n, series) => `第${n}届${/^\p{sc=Latin}/u.test(series) ? " " : ""}${series}`,
  named: (name, title) => `${name}：${title}`,
  placeIn: (place, country) => `${country} ${place}`,
  sample: "示例网络研讨会",
  sampleNote: "这是示例，人物均为虚构，只存在于这个试用页面。",
  hourNotRecorded: "具体时间未记录",
  onNow: (minutes) => (minutes < 1 ? "刚刚开始" : `${minutes}分钟前开始`),
  onNowMark: "正在进行",
  openMeeting: "进入会议",
  linkLater: "参会链接会在开始前30分钟显示在这里。",
  participants: (people, places) => {
    if (places === undefined) return `${people}人参加`;
    return places === 1 ? `来自1个国家或地区的${people}人参加` : `来自${places}个国家和地区的${people}人参加`;
  },
  discussionLed: (names) => `评议人（带领讨论）：${names}`,
  discussion: (names) => `评议人：${names}`,
  moderator: (names) => `主持人：${names}`,
  with: (names) => `主讲人：${names}`,
  about: (subject) => `研究地区：${subject}`,
  noTitles: "以上内容出自本研究网络的报告；报告中没有演讲题目，也没有对讨论题的回答。",
  noneNext: "下一场网络研讨会还没有确定。",
  lastInRecord: (what) => `记录中最近的一场：${what}`,
  cancelledLately: (name, day) => `已取消：${name}（原定于${day}）`,
  none: "还没有网络研讨会的记录。",
  whatHappened: "查看详情",
  programme: "议程",
  questions: (n) => `${n}道讨论题`,
  listTitle: "网络研讨会一览",
  listBegins: (edition) => `记录从这一场开始：${edition}`,
  notFound: (typed) => `没有找到与“${typed}”相符的网络研讨会。请试试第几届、哪一年，或标题中的词。`,
  several: (typed) => `与“${typed}”相符的网络研讨会不止一场。您要找哪一场？`,
  noQuestions: (name) => `${name}：没有讨论题的记录。`,
  questionsOf: (name) => `讨论题：${name}`,
  ledBy: (names) => `带领讨论：${names}`,
  cancelled: "已取消",
  cancelledMark: "【已取消】",
  nextButton: "下一场网络研讨会",
  noneNow: "目前没有正在进行的网络研讨会。",
  nextIs: (name, when) => `下一场：${name}，${when}`,
  noneHeld: "记录中还没有举行过的网络研讨会。",
  outcome: "成果",
  outcomeOf: (name) => `成果：${name}`,
  notYetHeld: "还没有举行，因此还没有成果。",
  noOutcome: "没有成果的记录。",
  speakersOf: (name) => `发言嘉宾：${name}`,
  noSpeakers: (name) => `${name}：议程中还没有列出任何人。`,
  talkNumber: (n) => `演讲${n}`,
  talkOf: (n, all) => `演讲${n}（共${all}场）`,
  titleNotRecorded: "没有记录演讲题目；以上是内容简介。",
  untitled: "没有记录演讲内容。",
  noTalks: "这场网络研讨会没有演讲的记录。",
  noTalk: (typed) => `这场网络研讨会中没有找到与“${typed}”相符的演讲。您要找哪一场？`,
  questionNumber: (n) => `讨论题${n}`,
  noPeriod: "哪一年或哪个月？可以写成 2022、2022-02 或 2022年2月。",
  nonePeriod: "这段时间没有网络研讨会的记录。",
  earlier: "更早的",
  noWords: "要找什么？请写一个或几个词，例如 governance、Tohoku。",
  nothingFound: (typed) => `记录中没有与“${typed}”相符的内容。查找范围是标题、发言嘉宾及其所属机构、讨论题和成果。`,
  foundFor: (typed) => `“${typed}”的查找结果`,
  moreFound: (n) => `这是最近的${n}项。再加一个词可以缩小范围。`,
  rightNow: "现在",
  tooManyCities: (most) => `一次最多写${most}个城市。`,
  clocksBefore: "在此之前时钟会调整：",
  clocksChange: (city, day, minutes) => `${city}：${day}${minutes > 0 ? "拨快" : "拨慢"}${span(Math.abs(minutes))}`,
};

export const remind: typeof en.remind = {
  button: "提醒我",
  before: {
    "1w": "开始前1周",
    "1d": "开始前1天",
    "1h": "开始前1小时",
    "10m": "开始前10分钟",
    start: "开始时",
  },
  title: (webinar) => `提醒：${webinar}`,
  set: (webinar, when) => `届时会用私信提醒您：${webinar}。提醒时间：${when}`,
  follows: "如果改期，提醒时间会随之调整；如果取消，就不再提醒。",
  here: (webinar, when) => `届时会在这里提醒您：${webinar}。提醒时间：${when}`,
  stop: "不再提醒",
  again: "再试一次",
  stopped: (webinar) => `已取消提醒：${webinar}`,
  noneSet: "这场网络研讨会没有设置提醒。",
  over: (webinar) => `${webinar}：已经开始、结束或取消，无需提醒。`,
  noHour: (webinar) => `${webinar}：尚未记录几点开始，无法提醒。`,
  past: (before) => `“${before}”已经过了。还可以选择：`,
  closed: {
    discord: "您没有开放私信，因此没有设置提醒。请打开服务器菜单 → 隐私设置，允许私信，然后再试一次。",
    slack:
      "无法给您发私信，因此没有设置提醒。请工作区的管理员用新的清单（manifest）更新应用并重新安装（docs/slack.md），或允许此应用发消息，然后再试一次。",
    web: "在这里无法给您发私信，因此没有设置提醒。",
  },
  unsure: "刚才没能连接到您的私信，因此没有设置提醒。请再试一次。",
};

export const language: typeof en.language = {
  now: (language) => `现在用${language}回复您。`,
  posts: "公开发布的内容使用所在服务器或工作区的语言。",
  profile: "按个人资料",
  byProfile: "今后按个人资料中的语言回复您。",
};

export const speaker: typeof en.speaker = {
  on: (affiliation, day) => `${affiliation}（截至${day}）`,
  oneRole: (webinar, role) => `${webinar} · ${role}`,
  notFound: (typed) => `记录中没有与“${typed}”相符的姓名或所属机构。`,
  didYouMean: "您要找的是哪一位？",
  near: (typed) => `记录中没有叫“${typed}”的人。相近的姓名：`,
  otherScript: (typed) =>
    `记录中没有写作“${typed}”的姓名：姓名按公开发表时的写法，以拉丁字母记录。请试试拉丁字母拼写（例如拼音），或所属机构。`,
};

export const home: typeof en.home = {
  speaker: "查找人物",
  webinar: "其他网络研讨会",
  language: (language, place) => `显示语言：${language}；时区：${place}，按您偏好设置中的时区。`,
};

export const help: typeof en.help = {
  title: "在这里能做什么",
  intro: "回复只有您能看到；点“分享到这里”，就会发布给所有人。",
  howTo: "写法",
  options: "可填写的项目",
  required: "必填",
  optional: "可省略",
  whoMay: (rank) => `使用者：${rank}`,
  unknown: (typed) => `没有“${typed}”这个命令。`,
};
