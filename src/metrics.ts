import { Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from "prom-client";
import type { Platform } from "./core/bot/platform.ts";
import { countByState } from "./core/store/counts.ts";
import type { Store } from "./core/store/database.ts";
import type { Tally } from "./tally.ts";

/** What GET /metrics says, in Prometheus' format. Numbers only: no name, no title, no id. Loaded when it is first asked for. */

interface Given {
  readonly version: string;
  readonly tally: Tally;
  readonly stores: () => readonly Store[];
  readonly platforms: () => readonly Platform[];
}

const STATES = ["connected", "connecting", "stopped"] as const;

type Labels = Readonly<Record<string, string>>;
const labelsOf = (key: string): Labels => JSON.parse(key) as Labels;

const addCounters = (registers: Registry[], tally: Tally): void => {
  const add = (of: "calls" | "limits", name: string, help: string, labelNames: string[]): void => {
    new Counter({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const [key, n] of tally.counts.get(of) ?? []) this.inc(labelsOf(key), n);
      },
    });
  };
  add("calls", "rostrum_calls_total", "What was asked, by platform and command", ["platform", "command"]);
  add("limits", "rostrum_rate_limits_total", "How often a platform told a post to wait", ["platform"]);
};

/** Kept in the tally since the start: prom-client's own can only be filled by observing. */
const histogram = (tally: Tally, { of, name, help }: { of: string; name: string; help: string }) => ({
  name,
  get: async () => ({
    name,
    help,
    type: "histogram",
    aggregator: "sum",
    values: [...(tally.spreads.get(of) ?? [])].flatMap(([key, { bounds, counts, sum }]) => {
      const labels = labelsOf(key);
      return [
        ...counts.map((value, n) => ({
          metricName: `${name}_bucket`,
          labels: { ...labels, le: bounds[n] ?? "+Inf" },
          value,
        })),
        { metricName: `${name}_sum`, labels, value: sum },
        { metricName: `${name}_count`, labels, value: counts.at(-1) ?? 0 },
      ];
    }),
  }),
});

const addGauges = (registers: Registry[], { version, stores, platforms }: Given): void => {
  new Gauge({ name: "rostrum_info", help: "The program's version", labelNames: ["version"], registers }).set(
    { version },
    1,
  );
  new Gauge({
    name: "rostrum_deliveries",
    help: "Deliveries in the database, by platform and state",
    labelNames: ["platform", "state"],
    registers,
    async collect() {
      this.reset();
      for (const store of stores())
        for (const { platform, state, n } of await store.transact(countByState)) this.inc({ platform, state }, n);
    },
  });
  new Gauge({
    name: "rostrum_platform",
    help: "1 for the state that the connection to a platform is in",
    labelNames: ["platform", "state"],
    registers,
    collect() {
      this.reset();
      for (const platform of platforms())
        for (const state of STATES) this.set({ platform: platform.name, state }, platform.state() === state ? 1 : 0);
    },
  });
};

export const createMetrics = (given: Given): (() => Promise<{ readonly text: string; readonly type: string }>) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addCounters([registry], given.tally);
  addGauges([registry], given);
  for (const one of [
    { of: "lateness", name: "rostrum_post_lateness_seconds", help: "How long after their time posts were out" },
    { of: "answers", name: "rostrum_answer_seconds", help: "How long answers took here, by platform" },
  ])
    registry.registerMetric(histogram(given.tally, one) as unknown as Metric);
  return async () => ({ text: await registry.metrics(), type: registry.contentType });
};
