import type { Wordings } from "./wordings.ts";

/** A discussion question of one webinar. The text is never cut: threads and buttons use the label, which is ours. */
export interface Question {
  readonly id: string;
  readonly webinar: string;
  readonly number: number;
  readonly label: Wordings;
  readonly text: Wordings;
  /** Milliseconds since 1970. */
  readonly closedAt: number | undefined;
  /** Left out of what is to come until somebody opens it or puts it back. */
  readonly skipped: boolean;
}
