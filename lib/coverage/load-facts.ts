import "server-only";
import { systemViewer } from "#lib/auth/policy";
import type { OwnerFact, ReachFact, ServiceFacts, TeamFact, WatchFact } from "#lib/coverage/facts";
import type { CoverageLimits } from "#lib/coverage/limits";
import { loadExperts } from "#lib/coverage/loading/experts";
import { loadPages } from "#lib/coverage/loading/pages";
import { type LoadedService, listServices } from "#lib/coverage/loading/services";
import { findFallbackTeam, type LoadedTeam, loadTeams } from "#lib/coverage/loading/teams";
import { loadWatchFacts } from "#lib/coverage/loading/watches";
import { loadWritten } from "#lib/coverage/loading/written";
import { listReach } from "#lib/notifications/reach-queries";
import { listSeatRotations, type SeatRow } from "#lib/rotations/seat-queries";

const reader = systemViewer("Watchbill");

/** What many services share, read once: made anew for every measurement, so that nothing of it grows old. */
export type Shared = {
  teams: Map<string, LoadedTeam>;
  watches: Map<string, WatchFact>;
  reach: Map<string, ReachFact>;
  fallbackTeamId: string | null | undefined;
};

export const newShared = (): Shared => ({
  ...{ teams: new Map(), watches: new Map(), reach: new Map(), fallbackTeamId: undefined },
});

/**
 * All that coverage is judged by of the living ones among these services, as it is at `at`; by their ids. A few
 * statements whatever their number: ask for some hundreds at once. Read outside of any transaction. Of no viewer:
 * whoever shows something of it asks the policy first.
 */
export async function loadFacts(
  serviceIds: readonly string[],
  limits: CoverageLimits,
  at: Temporal.Instant,
  shared = newShared(),
): Promise<Map<string, ServiceFacts>> {
  if (serviceIds.length === 0) return new Map();
  const [services, seats] = await Promise.all([listServices(serviceIds), listSeatRotations(reader, serviceIds)]);
  const ids = services.map(({ service }) => service.id);
  const seatsOf = new Map(seats.map((row) => [row.service, row]));
  await Promise.all([fillTeams(shared, services), fillWatches(shared, seats, at)]);
  await fillReach(shared, seats);
  const [written, experts, pages] = await Promise.all([
    loadWritten(ids, at),
    loadExperts(ids, at),
    loadPages(ids, limits.provenDays, at),
  ]);
  return new Map(
    services.map((loaded) => {
      const { id } = loaded.service;
      const known = { ...written(id), ...pages(id), experts: experts.get(id) ?? [] };
      return [id, { ...ownedFacts(loaded, seatsOf.get(id), shared), ...known }] as const;
    }),
  );
}

function ownedFacts({ service, needs, delivery, ops }: LoadedService, seats: SeatRow | undefined, shared: Shared) {
  const watchOf = (id: string | null = null) => (id === null ? null : (shared.watches.get(id) ?? null));
  const opsTeam = owner(ops, shared);
  return {
    service,
    needs,
    team: owner(delivery, shared),
    opsTeam: opsTeam && refOf(opsTeam),
    delivery: watchOf(seats?.delivery),
    backup: watchOf(seats?.backup),
    ops: watchOf(seats?.ops),
    behindOps: behindOps(opsTeam, shared),
    reach: shared.reach,
  };
}

function owner(owning: { teamId: string; since: Temporal.Instant | null } | null, { teams }: Shared): TeamFact | null {
  const team = owning && teams.get(owning.teamId);
  return team ? { ...team, since: owning.since } : null;
}

const refOf = ({ id, slug, name, isLiving, since }: TeamFact): OwnerFact => ({ id, slug, name, isLiving, since });

/** As the pager does where nobody stands an ops watch: the fallback ops team, or else the service's own. */
function behindOps(opsTeam: TeamFact | null, { teams, fallbackTeamId }: Shared): ServiceFacts["behindOps"] {
  const fallback = fallbackTeamId ? teams.get(fallbackTeamId) : undefined;
  const team = fallback && fallback.members.length > 0 ? fallback : opsTeam;
  return team && { team: { slug: team.slug, name: team.name }, people: team.members };
}

async function fillTeams(shared: Shared, services: readonly LoadedService[]): Promise<void> {
  shared.fallbackTeamId ??= await findFallbackTeam();
  const wanted = services.flatMap(({ delivery, ops }) => [delivery?.teamId, ops?.teamId]);
  await fill(shared.teams, [...wanted, shared.fallbackTeamId], loadTeams);
}

const fillWatches = ({ watches }: Shared, seats: readonly SeatRow[], at: Temporal.Instant) =>
  fill(
    watches,
    seats.flatMap(({ delivery, backup, ops }) => [delivery, backup, ops]),
    (ids) => loadWatchFacts(ids, at),
  );

function fillReach({ watches, reach }: Shared, seats: readonly SeatRow[]): Promise<void> {
  const rotations = new Set(seats.flatMap(({ delivery, backup, ops }) => [delivery, backup, ops]));
  const holders = [...rotations].flatMap((id) => (id === null ? [] : (watches.get(id)?.holdersOfMonth ?? [])));
  return fill(
    reach,
    holders.map(({ id }) => id),
    loadReach,
  );
}

async function loadReach(ids: readonly string[]): Promise<Map<string, ReachFact>> {
  const found = await listReach(reader, ids);
  return new Map(
    [...found].map(([id, { kinds, workedAt }]) => [
      id,
      { isVerified: kinds.length > 0, workedAt: workedAt === null ? null : Temporal.Instant.from(workedAt) },
    ]),
  );
}

async function fill<Thing>(
  known: Map<string, Thing>,
  wanted: readonly (string | null | undefined)[],
  load: (ids: readonly string[]) => Promise<Map<string, Thing>>,
): Promise<void> {
  const missing = new Set(wanted.filter((id) => typeof id === "string" && !known.has(id)) as string[]);
  if (missing.size === 0) return;
  for (const [id, thing] of await load([...missing])) known.set(id, thing);
}
