/** How long what may last on Discord, milliseconds; tests divide it. */
export interface Patience {
  /** Discord drops an interaction that is not answered within 3 s (docs, receiving-and-responding); house.md defers at 2. */
  readonly deferMs: number;
  /** Suggestions cannot be put off: an empty list goes out well before the 3 s are over. */
  readonly suggestMs: number;
  /** Discord has named a time to wait: a first response is not tried again past this, nor an edit of it. */
  readonly respondMs: number;
  readonly editMs: number;
  /** delivery.md, T_req: one request to post. */
  readonly requestMs: number;
  /** A connection on which nothing came for so long, neither event nor heartbeat (every 41 s), is dead. */
  readonly silentMs: number;
  /** What discord.js itself may take to resume or to find its servers again (its own waits: up to 60 s for a greeting). */
  readonly resumeMs: number;
  /** Between attempts to connect anew, doubled each time up to the longest. */
  readonly againMs: number;
  readonly againMostMs: number;
  /** Between two new sessions: one in five seconds at most (docs topics/gateway, *Rate Limiting*: max_concurrency). */
  readonly startMs: number;
  readonly startMostMs: number;
  /** Leaving: how long Discord may take to say goodbye. */
  readonly closeMs: number;
}

export const PATIENCE: Patience = {
  deferMs: 2000,
  suggestMs: 2000,
  respondMs: 2800,
  editMs: 60_000,
  requestMs: 10_000,
  silentMs: 120_000,
  resumeMs: 90_000,
  againMs: 1000,
  againMostMs: 60_000,
  startMs: 5000,
  startMostMs: 600_000,
  closeMs: 1500,
};
