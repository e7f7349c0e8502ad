import { createPerson } from "../test/support/discord/client.ts";
import { type LoopbackDiscord, openLoopbackDiscord } from "../test/support/discord/server.ts";
import { addChannel, addGuild, type Member, newId } from "../test/support/discord/state.ts";
import { watchArrivals } from "./arrival.ts";
import { childFile, nodeFlags, startChild } from "./child.ts";
import { drift, interleave, percentile } from "./measure.ts";
import { type Figures, toDifference } from "./table.ts";

/** From the interaction's frame leaving the server to its answer's request arriving there. */

const CALLBACK = /\/interactions\/\d+\/[^/]+\/callback(?:\?|$)/u;

/** Of the sample in data/playground, which is the next webinar. */
const SAID = "Libraries as places of learning";

interface Side {
  readonly server: LoopbackDiscord;
  readonly guild: string;
  /** Asks once; milliseconds to the answer. */
  ask(): Promise<number>;
  /** The last answer's body. */
  answer(): string;
}

/** A server with one member who asks. Each of the two bots has its own, of the same making. */
const openSide = async (answered: () => number): Promise<Side> => {
  const server = await openLoopbackDiscord({ identifyMs: 0 });
  const guild = addGuild(server.state, "Bench");
  const channel = addChannel(server.state, { guild: guild.id, name: "discussion", type: 0 });
  const member: Member = { id: newId(), name: "Mei", bot: false, locale: "en-US", roles: [] };
  guild.members.set(member.id, member);
  let sent = Number.NaN;
  const dispatch: typeof server.gateway.dispatch = (event, data) => {
    sent = performance.now();
    server.gateway.dispatch(event, data);
  };
  const mei = createPerson({ ...server, gateway: { ...server.gateway, dispatch } }, guild.id, { member });
  return {
    server,
    guild: guild.id,
    ask: async () => {
      await mei.type("/webinar next", channel.id);
      return answered() - sent;
    },
    answer: () => server.requests.findLast(({ path }) => CALLBACK.test(path))?.raw ?? "",
  };
};

/** Discord's clients take a command only once it is registered, so a bare bot's server is told of ours. */
const copyMenu = (from: Side, to: Side): void => {
  to.server.state.commands = from.server.state.commands;
};

export const measureDiscord = async (folder: string): Promise<Figures> => {
  const arrivals = watchArrivals(CALLBACK);
  const [ours, bare] = [await openSide(arrivals.last), await openSide(arrivals.last)];
  const access = ({ server: { state, url }, guild }: Side) => ({ token: state.token, apiUrl: url, guild });
  const children = [
    startChild([
      ...nodeFlags(),
      childFile("ours.ts"),
      JSON.stringify({ database: `file:${folder}/discord.sqlite`, discord: access(ours) }),
    ]),
  ];
  await children[0]?.says("ready");
  await ours.ask();
  const { data } = JSON.parse(ours.answer()) as { readonly data: { readonly components: unknown } };
  children.push(
    startChild([childFile("bare.js"), JSON.stringify({ discord: { ...access(bare), components: data.components } })]),
  );
  await children[1]?.says("ready");
  copyMenu(ours, bare);
  const found = await interleave({ ours: ours.ask, bare: bare.ask }, { warmUp: 60, rounds: 500, restMs: 4 });
  const sizes = [ours, bare].map((side) => Buffer.byteLength(side.answer()));
  const violations = [ours, bare].flatMap(({ server }) => server.violations);
  for (const child of children) await child.end();
  for (const { server } of [ours, bare]) await server.close();
  arrivals.close();
  if (![ours, bare].every((side) => side.answer().includes(SAID)))
    throw new Error("an answer is not the sample webinar");
  if (violations.length > 0) throw new Error(`Discord would refuse: ${violations[0]}`);
  const at = (percent: number) => ({ ours: percentile(found.ours, percent), bare: percentile(found.bare, percent) });
  return {
    rows: [
      toDifference("Discord: interaction received → answer sent, p50", at(50), 3),
      toDifference("Discord: interaction received → answer sent, p99", at(99), 10),
    ],
    notes: [
      `Discord: ${found.ours.length} of each, A B B A; the answers have ${sizes[0]} and ${sizes[1]} bytes. Medians of the four quarters of the run: ours ${drift(found.ours)} ms, bare ${drift(found.bare)} ms; slowest ${percentile(found.ours, 100).toFixed(1)} and ${percentile(found.bare, 100).toFixed(1)} ms.`,
    ],
  };
};
