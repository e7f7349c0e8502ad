/** A command as somebody would type it, option by option; what has to be there first; and a piece of the answer. */
export interface Example {
  readonly options?: Readonly<Record<string, string>>;
  readonly first?: readonly string[];
  readonly says: string;
}

const POSTED = '/announce now text:"Join us"';

/** One for each command of the menu. test/docs.test.ts runs them all, so that what docs/commands.md says is true. */
export const examples: Readonly<Record<string, Example>> = {
  "webinar next": { says: "Libraries as places of learning" },
  "webinar now": { says: "Nothing is on" },
  "webinar last": { says: "Partnership for education and beyond" },
  "webinar list": { options: { period: "2022" }, says: "3rd international webinar" },
  "webinar show": { options: { webinar: "3" }, says: "80 participants" },
  "webinar talk": { options: { talk: "liu", webinar: "3" }, says: "Dr. Jing Liu" },
  "webinar speakers": { options: { webinar: "3" }, says: "Hokkaido University" },
  "webinar questions": { options: { webinar: "3" }, says: "Will network governance build on trust" },
  "webinar search": { options: { words: "governance" }, says: "trust" },
  "webinar time": {
    options: { when: "2026-12-05 17:00 Tokyo", cities: "London, Bangkok" },
    says: "Bangkok · Sat 5 Dec 2026, 15:00",
  },
  "webinar language": { options: { language: "ja" }, says: "日本語" },
  "webinar remind": { options: { before: "1d" }, says: "Friday, 4 December 2026, 17:00 Tokyo" },
  "webinar outcomes": { options: { webinar: "3" }, says: "3rd international webinar" },
  "webinar help": { options: { command: "webinar show" }, says: "The programme of one webinar" },
  speaker: { options: { name: "liu" }, says: "Tohoku University" },
  "discuss queue": { says: "Who is missing" },
  "discuss post": { options: { question: "1" }, says: "Who does not come to the library yet" },
  "discuss schedule": { options: { when: "every monday 09:00 Tokyo, 2 times" }, says: "every Monday at 09:00 Tokyo" },
  "discuss close": {
    options: { question: "1" },
    first: ["/discuss post 1", "[Post question 1"],
    says: "closed",
  },
  "discuss skip": { options: { question: "2" }, says: "2 Quiet or lively · skipped" },
  "discuss add": { options: { text: "Who pays for it?", label: "Money" }, says: "Money" },
  "discuss edit": { options: { question: "2", label: "Quiet" }, says: "Quiet" },
  "discuss move": { options: { question: "2", to: "1" }, says: "1 Quiet or lively" },
  "discuss remove": { options: { question: "2" }, says: "Quiet or lively" },
  "discuss pause": { says: "resume" },
  "discuss resume": { first: ["/discuss pause"], says: "goes out at its time" },
  "announce list": { options: { days: "30" }, says: "30 days" },
  "announce schedule": {
    options: { text: "One week to go", when: "1w before" },
    says: "28 November 2026, 17:00 Tokyo",
  },
  "announce now": { options: { text: "We start in five minutes", where: "discord" }, says: "We start in five minutes" },
  "announce plan": { options: { steps: "1w, 1d, start" }, says: "Sat 28 Nov" },
  "announce draft": { options: { text: "Join us", webinar: "libraries" }, says: "Join us" },
  "announce preview": { options: { what: "join us" }, first: [POSTED, "[Post it now"], says: "Join us" },
  "announce edit": {
    options: { what: "join us", text: "Do join us" },
    first: [POSTED, "[Post it now"],
    says: "Do join us",
  },
  "announce snooze": {
    options: { what: "one week", when: "+1h" },
    first: ['/announce schedule text:"One week to go" when:"1w before"', "[Schedule"],
    says: "18:00 Tokyo",
  },
  "announce cancel": {
    options: { what: "one week" },
    first: ['/announce schedule text:"One week to go" when:"1w before"', "[Schedule"],
    says: "One week to go",
  },
  "announce withdraw": { options: { what: "join us" }, first: [POSTED, "[Post it now"], says: "Join us" },
  "announce templates": { says: "Templates" },
  "manage webinar create": {
    options: { title: "Schools by the sea", start: "2027-01-16 17:00 Tokyo" },
    says: "Schools by the sea",
  },
  "manage webinar edit": {
    options: { webinar: "libraries", title: "Libraries for everybody" },
    says: "Libraries for everybody",
  },
  "manage webinar publish": {
    first: ['/manage webinar create title:"Schools by the sea" start:"2027-01-16 17:00 Tokyo"'],
    says: "Schools by the sea",
  },
  "manage webinar reschedule": { options: { start: "2026-12-06 17:00 Tokyo" }, says: "6 December 2026" },
  "manage webinar cancel": { options: { webinar: "libraries" }, says: "Cancel Sample webinar?" },
  "manage talk add": {
    options: { speaker: "Dr. Ada Example", affiliation: "Harbour University (invented)", title: "Reading aloud" },
    says: "Reading aloud",
  },
  "manage talk edit": { options: { talk: "1", title: "Reading rooms" }, says: "Reading rooms" },
  "manage talk move": { options: { talk: "2", to: "1" }, says: "1 " },
  "manage talk remove": { options: { talk: "2" }, says: "A library on four wheels" },
  "rostrum doctor": { says: "Discord #announcements (announcements): I can post" },
  "rostrum setup": {
    options: { name: "Education network", zone: "Tokyo", strip: "London, Bangkok, Tokyo" },
    says: "The network is set up.",
  },
  "rostrum roles list": { says: "Ada" },
  "rostrum roles give": { options: { who: "@Mei", role: "organiser" }, says: "Mei" },
  "rostrum roles take": { options: { who: "@Mei" }, first: ["/rostrum roles give @Mei role:organiser"], says: "Mei" },
  "rostrum audit": { options: { webinar: "libraries" }, first: ["/discuss skip 2"], says: "Ada" },
};

/** What a time may look like: each is read by the program, and what it read stands beside it. */
export const moments: readonly (readonly [group: string, typed: readonly string[]])[] = [
  ["A day and an hour", ["2026-12-05 17:00 Tokyo", "2026-12-05 17:00 Europe/London", "2026/12/5 5pm", "12月5日 17時"]],
  ["Today or tomorrow", ["17:00", "today 18:00", "tomorrow 9am London", "明日9時", "พรุ่งนี้ 09:00"]],
  ["So long from now", ["+2d", "+90m", "in 1 week"]],
  ["Counted from the webinar", ["1w before", "15m before", "at start", "20m after start", "after end"]],
  [
    "Again and again",
    [
      "every monday 09:00 Tokyo, 4 times",
      "every weekday 08:30 for 2 weeks",
      "every 2 weeks on friday 15:00 London until 2027-01-31",
      "first thursday 17:00 London, 3 times",
      "毎週月曜 9時 4回",
      "0 9 * * 1 Asia/Tokyo, 4 times",
    ],
  ],
];
