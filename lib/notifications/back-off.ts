const minute = 60;
const waitSeconds = [10, 30, minute, 2 * minute];
const longestSeconds = 5 * minute;
const goesOnMinutes = 30;

/**
 * When a message that was due at `dueAt` is tried again after `attempts` tries that failed, the last at `at`; undefined
 * when half an hour of trying is over.
 */
export function nextTry(dueAt: Temporal.Instant, attempts: number, at: Temporal.Instant): Temporal.Instant | undefined {
  const next = at.add({ seconds: waitSeconds[attempts - 1] ?? longestSeconds });
  return Temporal.Instant.compare(next, dueAt.add({ minutes: goesOnMinutes })) <= 0 ? next : undefined;
}
