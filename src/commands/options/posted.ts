import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { deliveriesBetween, deliveriesOf, pending, type Said } from "../../core/store/deliveries.ts";
import { listKept, readKept } from "../../core/store/kept.ts";
import { draftName } from "./draft.ts";

const DAY_MS = 86_400_000;
/** So far back and ahead people change what was announced. */
const AROUND_DAYS = 60;
const MOST = 300;
/** More than anybody prepares at once. */
const MOST_DRAFTS = 50;

interface Named {
  /** "announcement/…", "draft/…" */
  readonly what: string;
  readonly name: string;
}

interface Wanted {
  readonly kinds: readonly Said[];
  readonly drafts?: boolean;
  /** Only what has something still to go out. */
  readonly isPending?: boolean;
}

const drafts = async (tools: Tools): Promise<readonly (Named & { readonly label: string })[]> => {
  const named: (Named & { readonly label: string })[] = [];
  for (const one of await listKept(tools.trx, "draft", MOST_DRAFTS)) {
    const name = await draftName(one, tools);
    named.push({ what: `draft/${one.id}`, name, label: tools.voice.words.manage.draftNamed(name) });
  }
  return named;
};

/** Drafts, then what was lately posted or soon will be, each once, the latest first. */
const around = async ({ kinds, drafts: withDrafts, isPending }: Wanted, tools: Tools) => {
  const { trx, now, voice } = tools;
  const ms = now.epochMilliseconds;
  const span = { from: ms - AROUND_DAYS * DAY_MS, to: ms + AROUND_DAYS * DAY_MS, latest: true, limit: MOST, kinds };
  const rows = (await deliveriesBetween(trx, span)).filter(({ state }) => !isPending || pending.includes(state));
  const named: (Named & { readonly label: string })[] = withDrafts ? [...(await drafts(tools))] : [];
  for (const what of new Set(rows.map((row) => row.what))) {
    const name = await nameOf(trx, voice, what);
    named.push({ what, name, label: name });
  }
  return named;
};

/** What a button carries, however long ago or ahead it is. */
const isThere = async (what: string, { kinds, drafts: withDrafts }: Wanted, { trx }: Tools): Promise<boolean> => {
  const [kind, id] = splitWhat(what);
  if (kind === "draft") return withDrafts === true && (await readKept(trx, id))?.kind === "draft";
  return kinds.some((one) => one === kind) && (await deliveriesOf(trx, what)).length > 0;
};

/** One of what was announced, will be, or is drafted: by its beginning, or by what a button carries. */
export const whatOption = (wanted: Wanted) =>
  ({
    kind: "line",
    required: true,
    pick: "one",
    parse: async (raw: string, tools: Tools): Promise<string> => {
      if (await isThere(raw, wanted, tools)) return raw;
      // What is still to come is meant before what is not; of the latter the command says what can be done.
      const [found] = [
        ...bestMatches(raw, await around(wanted, tools), ({ name }) => [name]),
        ...(wanted.isPending
          ? bestMatches(raw, await around({ ...wanted, isPending: false }, tools), ({ name }) => [name])
          : []),
      ];
      if (found === undefined)
        throw new UserError((words) => words.correct.notFound(raw), {
          offer: (words) => [{ label: words.menu["announce list"].title, press: press("announce list") }],
        });
      return found.what;
    },
    suggest: async (typed: string, tools: Tools) =>
      bestMatches(typed, await around(wanted, tools), ({ name }) => [name]).map(({ what, label }) => ({
        label: toLabel(label),
        value: what,
      })),
  }) as const satisfies Option<string, true>;
