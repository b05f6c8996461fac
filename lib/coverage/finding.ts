import type { findingKinds } from "#db/schema";
import type { ServiceFacts, WatchFact } from "#lib/coverage/facts";
import type { CoverageLimits } from "#lib/coverage/limits";
import { hoursOf, loadWeeks } from "#lib/coverage/watch-fact";
import { counted, dayOf } from "#lib/coverage/words";
import type { Span } from "#lib/rotations/rotation";
import { joinedSpans } from "#lib/rotations/spans";
import { listed } from "#lib/teams/words";

/** Something that asks for a conversation or for work, beside the checks. Ids of what it is about; null: of no such thing. */
export type Finding = {
  kind: (typeof findingKinds)[number];
  teamId: string | null;
  serviceId: string | null;
  rotationId: string | null;
  personId: string | null;
  says: string;
  /** When what it speaks of begins and ends. */
  span: { from: Temporal.Instant | null; to: Temporal.Instant | null };
};

const about = { teamId: null, serviceId: null, rotationId: null, personId: null, span: { from: null, to: null } };

/** A service that nobody owns, or that only one person knows. */
export function serviceFindings({ service, team, experts }: ServiceFacts): Finding[] {
  const ofService = { ...about, serviceId: service.id, teamId: team?.id ?? null };
  const found: Finding[] = [];
  if (!team?.isLiving) {
    const named = service.ownerReference === null ? "" : `: its descriptor names ${service.ownerReference}`;
    found.push({ ...ofService, kind: "unowned-service", says: `Nobody delivers ${service.name}${named}.` });
  }
  const [only, ...others] = experts;
  if (only && others.length === 0)
    found.push({ ...ofService, kind: "single-expert", says: `Only ${only.name} is known to know ${service.name}.` });
  return found;
}

/** A rotation that fills a seat of some service, and has too few people or a gap to come. */
export function watchFindings(watch: WatchFact, { smallestRotation }: CoverageLimits): Finding[] {
  if (!watch.isResolved) return [];
  const ofRotation = { ...about, rotationId: watch.id, teamId: watch.teamId };
  const found: Finding[] = [];
  const { holdersOfQuarter: holders } = watch;
  if (holders.length < smallestRotation) {
    const says =
      holders.length === 0
        ? `Nobody stands ${watch.name} within the next 90 days.`
        : `${watch.name} is stood by ${counted(holders.length, "person", "people")}: ${listed(holders)}. With fewer than ${smallestRotation} a watch comes round too often.`;
    found.push({ ...ofRotation, kind: "small-rotation", says });
  }
  const [gap] = watch.gaps;
  if (gap && holders.length > 0) {
    const more = watch.gaps.length > 1 ? ", and later again" : "";
    const says = `Nobody stands ${watch.name} on ${dayOf(gap.from)}${more}.`;
    found.push({ ...ofRotation, kind: "coming-gap", says, span: gap });
  }
  return found;
}

/** What somebody holds by themselves, for a conversation with those who manage one of their teams. */
export type Burden = { personId: string; says: string; span: Finding["span"] };

/** So many services that only one person knows are a burden. */
const manyServices = 3;

/** People who stood watch for too much of their time, in whatever rotations, or who alone know several services. */
export function burdens(
  watches: Iterable<WatchFact>,
  services: Iterable<Pick<ServiceFacts, "service" | "experts">>,
  { shareOnWatch }: CoverageLimits,
): Burden[] {
  return [...burdensOfWatches(watches, Math.round(shareOnWatch * 100)), ...burdensOfKnowledge(services)];
}

function burdensOfWatches(watches: Iterable<WatchFact>, percent: number): Burden[] {
  const stood = new Map<
    string,
    { name: string; spans: Span[]; rotations: { name: string }[]; end: Temporal.Instant }
  >();
  for (const { name, load } of watches)
    for (const person of load.stood) {
      if (person.spans.length === 0) continue;
      const known = stood.get(person.id) ?? { name: person.name, spans: [], rotations: [], end: load.span.to };
      known.spans.push(...person.spans);
      known.rotations.push({ name });
      stood.set(person.id, known);
    }
  const allHours = loadWeeks * 7 * 24;
  return [...stood].flatMap(([personId, { name, spans, rotations, end }]) => {
    const share = Math.round((hoursOf(joinedSpans(spans)) / allHours) * 100);
    if (share <= percent) return [];
    const weeks = `the ${loadWeeks} weeks before ${dayOf(end)}`;
    const says = `${name} stood watch for ${share} % of ${weeks}, in ${listed(rotations)}: more than ${percent} %.`;
    return [{ personId, says, span: { from: end.subtract({ hours: allHours }), to: end } }];
  });
}

function burdensOfKnowledge(services: Iterable<Pick<ServiceFacts, "service" | "experts">>): Burden[] {
  const alone = new Map<string, { name: string; services: { name: string }[] }>();
  for (const { service, experts } of services) {
    const [only, ...others] = experts;
    if (!only || others.length > 0) continue;
    const known = alone.get(only.id) ?? { name: only.name, services: [] };
    known.services.push({ name: service.name });
    alone.set(only.id, known);
  }
  return [...alone].flatMap(([personId, { name, services: known }]) => {
    if (known.length < manyServices) return [];
    const says = `${name} alone is known to know ${listed(known)}.`;
    return [{ personId, says, span: { from: null, to: null } }];
  });
}
