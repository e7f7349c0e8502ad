import type { Identity } from "./client.ts";
import type { Tenancy } from "./tenancy.ts";

/** One workspace, by the token that the environment gives. What ends it stops the platform. */
export const createOne = (given: {
  readonly botToken: string;
  readonly identify: () => Promise<Identity>;
  readonly refused: () => void;
}): Tenancy => {
  let identity: Identity | undefined;
  return {
    start: async () => {
      identity = await given.identify();
    },
    stop: () => undefined,
    // Whatever reaches the app was sent to its one installation, from a shared channel, too.
    find: async () => identity,
    of: async (space) => (identity?.team === space ? identity : undefined),
    // No request to a place of another workspace, whatever a row says.
    tokenOf: async (space) => ((identity?.team ?? space) === space ? given.botToken : undefined),
    refuse: given.refused,
    end: async (_envelope, { bots }) => {
      if (bots === undefined || bots.includes(identity?.user)) given.refused();
    },
  };
};
