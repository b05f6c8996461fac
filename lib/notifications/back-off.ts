const minute = 60;
const waitSeconds = [10, 30, minute, 2 * minute];
const longestSeconds = 5 * minute;
const goesOnMinutes = 30;
/** A code is good for a quarter of an hour. */
const codeMinutes = 10;

type Tried = { kind: string; dueAt: Temporal.Instant; attempts: number };

/**
 * When a message that was due at `dueAt` is tried again after `attempts` tries that failed, the last at `at`; undefined
 * when half an hour of trying is over, or what it carries would come too late.
 */
export function nextTry({ kind, dueAt, attempts }: Tried, at: Temporal.Instant): Temporal.Instant | undefined {
  const next = at.add({ seconds: waitSeconds[attempts - 1] ?? longestSeconds });
  return Temporal.Instant.compare(
    next,
    dueAt.add({ minutes: kind === "verification" ? codeMinutes : goesOnMinutes }),
  ) <= 0
    ? next
    : undefined;
}
