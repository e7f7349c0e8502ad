/** A clock change: when it is, and by how many minutes the clocks go forward (back: negative). */
export interface ClockChange {
  /** The first moment of the new time. */
  readonly at: Temporal.ZonedDateTime;
  readonly minutes: number;
}

/** Those of a zone between two moments, in order. A zone whose rules change for good counts, too: its clocks do. */
export const changesBetween = (zone: string, from: Temporal.Instant, to: Temporal.Instant): readonly ClockChange[] => {
  const changes: ClockChange[] = [];
  for (let at = from.toZonedDateTimeISO(zone).getTimeZoneTransition("next"); at !== null; ) {
    if (Temporal.Instant.compare(at.toInstant(), to) > 0) break;
    const before = at.subtract({ nanoseconds: 1 });
    changes.push({ at, minutes: (at.offsetNanoseconds - before.offsetNanoseconds) / 60e9 });
    at = at.getTimeZoneTransition("next");
  }
  return changes;
};
