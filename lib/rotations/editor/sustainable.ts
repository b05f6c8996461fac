import type { Participant } from "#lib/rotations/editor/warnings";
import type { Roster, Span, Version } from "#lib/rotations/rotation";

/** Places whose layers have fewer people than a watch that never ends needs to be bearable: `needs` at each. */
export type TooFewWarning = { kind: "too-few"; needs: number; sites: { timeZone: string; people: number }[] };

/**
 * Google's “Site Reliability Engineering”, chapter “Being On-Call”: nobody spends more than a quarter of the time on
 * watch, and with a second in line that takes 8 people on one site, or 6 on each of two. https://sre.google/sre-book/being-on-call/
 */
const needed = { oneSite: 8, eachOfSeveral: 6 };

/** Layers whose clocks are no further apart than this are one site. */
const siteHours = 3;

/** Not asked of a rotation that stands watch for less than half of the time, such as one of office hours. */
export function tooFew(
  version: Version,
  { shifts }: Roster,
  span: Span,
  people: ReadonlyMap<string, Participant>,
): TooFewWarning[] {
  const watched = shifts.reduce((sum, { from, to }) => sum + hoursBetween(from, to), 0);
  if (watched < hoursBetween(span.from, span.to) / 2) return [];
  const sites = sitesOf(version).map(({ timeZone, participants }) => ({
    timeZone,
    people: participants.filter((person) => people.get(person)?.isActive !== false).length,
  }));
  const needs = sites.length === 1 ? needed.oneSite : needed.eachOfSeveral;
  const lacking = sites.filter((site) => site.people < needs);
  return lacking.length > 0 ? [{ kind: "too-few", needs, sites: lacking }] : [];
}

type Site = { timeZone: string; offsetHours: number; participants: string[] };

function sitesOf({ from, layers }: Version): Site[] {
  const sites: Site[] = [];
  for (const { timeZone, participants } of layers) {
    const offsetHours = from.toZonedDateTimeISO(timeZone).offsetNanoseconds / 3.6e12;
    const site = sites.find((known) => apart(known.offsetHours, offsetHours) <= siteHours);
    if (site) site.participants = [...new Set([...site.participants, ...participants])];
    else sites.push({ timeZone, offsetHours, participants: [...new Set(participants)] });
  }
  return sites;
}

/** Around the globe: Auckland and Honolulu are two hours apart on the clock, not twenty-two. */
function apart(one: number, other: number): number {
  const hours = Math.abs(one - other) % 24;
  return Math.min(hours, 24 - hours);
}

const hoursBetween = (from: Temporal.Instant, to: Temporal.Instant) => from.until(to).total("hours");
