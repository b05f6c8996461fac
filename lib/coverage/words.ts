import { listed } from "#lib/teams/words";

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** The day in UTC, with its year: `2 Nov 2026`. It says the same whenever it is read. */
export const dayOf = (at: Temporal.Instant): string => days.format(at.epochMilliseconds).replace("Sept", "Sep");

/** `1 person`, `3 people`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Names in a sentence with the verb that goes with them: `Ada stands`, `Ada and Lin stand`. */
export function doing(people: readonly { name: string }[], one: string, many: string): string {
  return `${listed(people)} ${people.length === 1 ? one : many}`;
}

/** Days of 24 hours, which is how long something counts. */
export const daysBefore = (at: Temporal.Instant, count: number): Temporal.Instant => at.subtract({ hours: 24 * count });
