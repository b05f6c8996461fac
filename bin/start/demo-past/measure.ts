import { needsAt, ownerAt, serviceAt, teamAt, withoutMembers } from "#bin/start/demo-past/owned";
import { expertsAt, pagedBy } from "#bin/start/demo-past/paged";
import { isLivingAt, type Past, readPast } from "#bin/start/demo-past/past";
import { newStamps } from "#bin/start/demo-past/stamps";
import { fallbackTeamOf, newWatches, reachAt, seatsAt, type WatchesAt } from "#bin/start/demo-past/watched";
import { newOutlines, type Outlines, writtenAt } from "#bin/start/demo-past/written";
import type { FoundOfService, Measure } from "#db/seed/demo/coverage";
import type { Draft } from "#db/seed/draft";
import { bitsOf, type Check, levelReached } from "#lib/coverage/checks";
import type { ServiceFacts, WatchFact } from "#lib/coverage/facts";
import { judge } from "#lib/coverage/judge";
import { backup, opsNow } from "#lib/coverage/judging/reachable";
import { type CoverageLimits, readLimits } from "#lib/coverage/limits";

type Service = Past["services"][number];
type Tools = { past: Past; watchOf: WatchesAt; outlines: Outlines; limits: CoverageLimits };
type Kept = { stamp: string; facts: ServiceFacts; checks: Check[] };

/**
 * Judges by the product's own rules how covered the services of a drafted organisation were at instants that follow each
 * other, from what was true and known of them then. What names and sentences say is what was shown on that day.
 */
export function measurePast(draft: Pick<Draft, "all">, stated: Record<string, unknown>): Measure {
  const past = readPast(draft);
  const tools = { past, watchOf: newWatches(past), outlines: newOutlines(), limits: readLimits(stated) };
  const [stampOf, kept] = [newStamps(past), new Map<string, Kept>()];
  return (at, isCoarse = false) =>
    past.services
      .filter((service) => isLivingAt(service, at))
      .map((service) => {
        const [stamp, held] = [stampOf(service.id, at), kept.get(service.id)];
        const isQuiet = held?.stamp === stamp;
        if (isQuiet && isCoarse) return foundOf(held);
        const found = isQuiet ? withPresentWatches(held, tools, at) : measured(service, stamp, tools, at);
        kept.set(service.id, found);
        return foundOf(found);
      });
}

function measured(service: Service, stamp: string, tools: Tools, at: Temporal.Instant): Kept {
  const facts = factsAt(service, tools, at);
  return { stamp, facts, checks: judge(facts, tools.limits, at) };
}

/** Only who stands a watch is otherwise on a day on which nothing happened. */
function withPresentWatches({ stamp, facts, checks }: Kept, { watchOf }: Tools, at: Temporal.Instant): Kept {
  const present = (watch: WatchFact | null) => watch && { ...watch, now: watchOf.now(watch.id, at) };
  const seats = { delivery: present(facts.delivery), backup: present(facts.backup), ops: present(facts.ops) };
  const anew = [backup(seats.backup, seats.delivery), opsNow({ ...seats, behindOps: facts.behindOps })];
  const found = checks.map((known) => anew.find(({ check }) => check === known.check) ?? known);
  return { stamp, facts: { ...facts, ...seats }, checks: found };
}

function factsAt(service: Service, { past, watchOf, outlines, limits }: Tools, at: Temporal.Instant): ServiceFacts {
  const { id } = service;
  const [team, opsTeam] = [ownerAt(past, id, "delivery", at), ownerAt(past, id, "ops", at)];
  const seats = seatsAt(past, id, at);
  const watch = (rotation: string | null) => (rotation === null ? null : watchOf.fact(rotation, at));
  const watches = { delivery: watch(seats.delivery), backup: watch(seats.backup), ops: watch(seats.ops) };
  const fallback = teamAt(past, fallbackTeamOf(past) ?? "", null, at);
  const behind = fallback && fallback.members.length > 0 ? fallback : opsTeam;
  return {
    ...watches,
    service: serviceAt(past, service, at),
    needs: needsAt(past, service, at),
    team,
    opsTeam: opsTeam && withoutMembers(opsTeam),
    behindOps: behind && { team: { slug: behind.slug, name: behind.name }, people: behind.members },
    reach: reachAt(
      past,
      Object.values(watches).flatMap((one) => one?.holdersOfMonth ?? []),
      at,
    ),
    ...writtenAt(past, outlines, id, at),
    ...pagedBy(past, id, limits.provenDays, at),
    experts: expertsAt(past, id, at),
  };
}

function foundOf({ facts: { service, team }, checks }: Kept): FoundOfService {
  const bits = bitsOf(checks);
  return { serviceId: service.id, deliveryTeamId: team?.id ?? null, level: levelReached(bits), ...bits, checks };
}
