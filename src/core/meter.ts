/** What is counted for whoever watches the machine. Labels are few and known before: never a name, a title or an id. */
export interface Meter {
  /** `calls` by command; `limits` by platform. */
  count(name: "calls" | "limits", labels: Readonly<Record<string, string>>): void;
  /** `lateness` of posts and `answers`, by platform. */
  measure(name: "lateness" | "answers", labels: Readonly<Record<string, string>>, seconds: number): void;
}

export const unmetered: Meter = { count: () => undefined, measure: () => undefined };
