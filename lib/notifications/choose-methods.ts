import { usableZone } from "#lib/notifications/usable-zone";

/** When a person wants a contact method to be used. */
export type MethodRule = {
  /** How long after the page. */
  afterMinutes: number;
  /** By this person's night or day, or whenever it is. */
  hours: "always" | "night" | "day";
  /** Its last message did not arrive, for good. */
  isFailing?: boolean;
};

/** A person's zone and waking hours, wall-clock times `HH:MM`; where they have not said, 06:00 to 22:00 in UTC. */
export type PersonClock = { timeZone: string | null; wakesAt: string | null; sleepsAt: string | null };

export type Chosen<Method> = { method: Method; dueAt: Temporal.Instant };

/**
 * Which of a person's methods, in their order, carry a page of `at`, and when each is due unless the page was answered
 * by then. Whatever the rules say, one is used at once: the first that they allow, or else the first.
 */
export function chooseMethods<Method extends MethodRule>(
  methods: readonly Method[],
  clock: PersonClock,
  at: Temporal.Instant,
): Chosen<Method>[] {
  const allowed = methods
    .map((method) => ({ method, dueAt: at.add({ minutes: method.afterMinutes }) }))
    .filter(({ method, dueAt }) => isWithinHours(method, clock, dueAt));
  if (allowed.some(({ method }) => method.afterMinutes === 0 && !method.isFailing)) return allowed;
  const rest = allowed.map(({ method }) => method);
  const first = firstWorking(rest) ?? firstWorking(methods) ?? rest[0] ?? methods[0];
  if (!first) return [];
  return [{ method: first, dueAt: at }, ...allowed.filter(({ method }) => method !== first)];
}

const firstWorking = <Method extends MethodRule>(methods: readonly Method[]): Method | undefined =>
  methods.find(({ isFailing }) => !isFailing);

const isWithinHours = ({ hours }: MethodRule, clock: PersonClock, at: Temporal.Instant): boolean =>
  hours === "always" || (hours === "night") === isNightOf(clock, at);

/** Whether this person sleeps at `at`, by what they have said of themselves. */
export function isNightOf({ timeZone, wakesAt, sleepsAt }: PersonClock, at: Temporal.Instant): boolean {
  const [wakes, sleeps] = [wakesAt ?? "06:00", sleepsAt ?? "22:00"];
  const time = at.toZonedDateTimeISO(usableZone(timeZone)).toPlainTime().toString({ smallestUnit: "minute" });
  return sleeps < wakes ? time >= sleeps && time < wakes : time >= sleeps || time < wakes;
}
