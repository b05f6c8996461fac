import { instantText } from "#components/ui/instant-text";

/** When somebody is away, in their zone: whole days by their names, anything else with its times. */
export function awayText({ from, to }: { from: string; to: string }, timeZone: string): string {
  const isWhole = [from, to].every((at) => instantText(at, timeZone, "time") === "00:00");
  if (!isWhole) return `${instantText(from, timeZone, "full")} – ${instantText(to, timeZone, "full")}`;
  const lastMoment = new Date(Date.parse(to) - 60_000).toISOString();
  const [first, last] = [instantText(from, timeZone, "day"), instantText(lastMoment, timeZone, "day")];
  return first === last ? first : `${first} – ${last}`;
}
