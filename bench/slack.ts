import { createPerson } from "../test/support/slack/client.ts";
import { type LoopbackSlack, openLoopbackSlack } from "../test/support/slack/server.ts";
import { TEAM, TOKENS, type User } from "../test/support/slack/state.ts";
import { watchArrivals } from "./arrival.ts";
import { childFile, nodeFlags, startChild } from "./child.ts";
import { drift, interleave, percentile } from "./measure.ts";
import { type Figures, toDifference } from "./table.ts";

/** From the command's envelope leaving the server to the acknowledgement, and to the request at its response_url. */

interface Timing {
  readonly ack: number;
  readonly answer: number;
}
/** Of the sample in data/playground, which is the next webinar. */
const SAID = "Libraries as places of learning";

interface Side {
  readonly server: LoopbackSlack;
  ask(): Promise<Timing>;
  /** The last answer's body. */
  answer(): string;
}

const MEI: User = {
  id: "U0BENCH1",
  name: "Mei",
  administers: false,
  guest: false,
  team: TEAM.id,
  locale: "en-US",
  zone: "Europe/London",
};
const CHANNEL = "C0BENCH1";

const openSide = async (answered: () => number): Promise<Side> => {
  const server = await openLoopbackSlack();
  const { workspace, sockets } = server;
  workspace.users.set(MEI.id, MEI);
  const channel = { name: "discussion", private: false, member: true, archived: false, flags: {}, messages: [] };
  workspace.channels.set(CHANNEL, { id: CHANNEL, ...channel });
  let sent = Number.NaN;
  const deliver: typeof sockets.deliver = (...envelope) => {
    sent = performance.now();
    return sockets.deliver(...envelope);
  };
  const mei = createPerson({ ...server, sockets: { ...sockets, deliver } }, MEI);
  return {
    server,
    ask: async () => {
      await mei.type("/webinar next", CHANNEL);
      return { ack: sockets.acknowledged.at(-1) ?? Number.NaN, answer: answered() - sent };
    },
    answer: () => server.requests.findLast(({ method }) => method === "response_url")?.body ?? "",
  };
};

export const measureSlack = async (folder: string): Promise<Figures> => {
  const arrivals = watchArrivals(/^\/response\//u);
  const [ours, bare] = [await openSide(arrivals.last), await openSide(arrivals.last)];
  const access = ({ server: { url } }: Side) => ({ botToken: TOKENS.bot, appToken: TOKENS.app, apiUrl: url });
  const children = [
    startChild([
      ...nodeFlags(),
      childFile("ours.ts"),
      JSON.stringify({ database: `file:${folder}/slack.sqlite`, slack: access(ours) }),
    ]),
  ];
  await children[0]?.says("ready");
  await ours.ask();
  const { text, blocks } = JSON.parse(ours.answer()) as { readonly text: string; readonly blocks: unknown };
  children.push(
    startChild([childFile("bare.js"), JSON.stringify({ slack: { ...access(bare), answer: { text, blocks } } })]),
  );
  await children[1]?.says("ready");
  const found = await interleave({ ours: ours.ask, bare: bare.ask }, { warmUp: 60, rounds: 500, restMs: 4 });
  const sizes = [ours, bare].map((side) => Buffer.byteLength(side.answer()));
  const violations = [ours, bare].flatMap(({ server }) => server.violations);
  for (const child of children) await child.end();
  for (const { server } of [ours, bare]) await server.close();
  arrivals.close();
  if (![ours, bare].every((side) => side.answer().includes(SAID)))
    throw new Error("an answer is not the sample webinar");
  if (violations.length > 0) throw new Error(`Slack would refuse: ${violations[0]}`);
  const [a, b] = [found.ours, found.bare].map((timings) => timings.map(({ answer }) => answer)) as [number[], number[]];
  const at = (percent: number) => ({ ours: percentile(a, percent), bare: percentile(b, percent) });
  const ackAt = (percent: number) => ({
    ours: percentile(
      found.ours.map(({ ack }) => ack),
      percent,
    ),
    bare: percentile(
      found.bare.map(({ ack }) => ack),
      percent,
    ),
  });
  return {
    rows: [
      toDifference("Slack: envelope received → answer sent, p50", at(50), 3),
      toDifference("Slack: envelope received → answer sent, p99", at(99), 10),
      toDifference("Slack: envelope received → acknowledged, p50", ackAt(50)),
      toDifference("Slack: envelope received → acknowledged, p99", ackAt(99)),
    ],
    notes: [
      `Slack: ${a.length} of each, A B B A; the answers have ${sizes[0]} and ${sizes[1]} bytes. Medians of the four quarters of the run: ours ${drift(a)} ms, bare ${drift(b)} ms; slowest ${percentile(a, 100).toFixed(1)} and ${percentile(b, 100).toFixed(1)} ms. Who asks is known already: the first request of a person in a minute also waits for Slack's users.info.`,
    ],
  };
};
