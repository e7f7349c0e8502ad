/** How long what may last on Slack, milliseconds; tests divide it. */
export interface Patience {
  /** From opening a connection to Slack's greeting: both take tens of milliseconds. */
  readonly greetMs: number;
  /** A connection on which nothing came for so long is dead: every 1.7 s a ping of ours is answered (socket-mode 3.1.0). */
  readonly silentMs: number;
  /** Between attempts to connect anew, doubled each time up to the longest; the first is made at once. */
  readonly againMs: number;
  readonly againMostMs: number;
  /** How long a connection may take to close before it is cut. socket-mode itself waits for 30 s. */
  readonly closeMs: number;
  /** Between two posts: one a second in a channel, several hundred a minute in a workspace (docs apis/web-api/rate-limits). */
  readonly placeMs: number;
  readonly spaceMs: number;
}

export const PATIENCE: Patience = {
  greetMs: 10_000,
  silentMs: 15_000,
  againMs: 1000,
  againMostMs: 30_000,
  closeMs: 1500,
  placeMs: 1000,
  spaceMs: 200,
};
