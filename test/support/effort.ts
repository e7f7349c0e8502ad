import { performance } from "node:perf_hooks";

/** What something takes, whatever else the machine does meanwhile. */
export const beginEffort = () => {
  const loop = performance.eventLoopUtilization();
  const cpu = process.cpuUsage();
  return {
    /** How long this process had nothing to do but wait for timers and sockets. */
    waitedMs: (): number => performance.eventLoopUtilization(loop).idle,
    /** How long it computed. */
    computedMs: (): number => {
      const { user, system } = process.cpuUsage(cpu);
      return (user + system) / 1000;
    },
  };
};
