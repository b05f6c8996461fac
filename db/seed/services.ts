import { experts, formerAddresses, ownerships, services, stars } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, changesOf, fixtures, longAgo, named, record } from "#db/seed/history";
import { serviceName, slugOf, uniqueName } from "#db/seed/names";
import { namedPerson, type Person } from "#db/seed/people";
import type { Team } from "#db/seed/teams";

export type OwnershipRole = "delivery" | "ops";
type Ownership = Row<typeof ownerships> & { team: Team };
/** A service with the open span of each of its owners. */
export type Service = Row<typeof services> & {
  owners: { delivery?: Ownership | undefined; ops?: Ownership | undefined };
};

type By = { by?: Actor };
type Computed = "createdAt" | "changedAt" | "deliveryTeamId" | "opsTeamId" | "systemId" | "partOfId";
type ServiceRow = Omit<Row<typeof services>, Computed>;
type ServiceFacts = Partial<ServiceRow> &
  By & {
    team?: Team | null;
    opsTeam?: Team | null;
    system?: { id: string };
    partOf?: { id: string };
  };

/** A service about which everything is known but its owners, unless `facts` say otherwise. */
export function draftService(draft: Draft, { by = fixtures, ...facts }: ServiceFacts = {}, at = longAgo): Service {
  const { team, opsTeam, system, partOf, ...columns } = facts;
  const name = facts.name ?? uniqueName(serviceName);
  const slug = facts.slug ?? slugOf(name);
  const row = {
    id: crypto.randomUUID(),
    name,
    description: `${name} does what its name says.`,
    type: "service",
    tier: 2,
    lifecycle: "production" as const,
    customerFacing: true,
    repository: `https://code.harbour.example/shop/${slug}`,
    links: [],
    needsNothingSince: null,
    ownerReference: null,
    retiredAt: null,
    ...columns,
    slug,
    deliveryTeamId: null,
    opsTeamId: null,
    systemId: system?.id ?? null,
    partOfId: partOf?.id ?? null,
    createdAt: at,
    changedAt: at,
  };
  draft.add(services, row);
  const service: Service = Object.assign(row, { owners: {} });
  const about = [service.id, team?.id, opsTeam?.id];
  record(draft, at, by, about, { kind: "service.created", service: named(service) });
  if (team) changeOwnership(draft, service, "delivery", team, at);
  if (opsTeam) changeOwnership(draft, service, "ops", opsTeam, at);
  return service;
}

type Transfer = By & { to: Team | null; role?: OwnershipRole };

/** Gives the service to another team, or to nobody, from `at` on. */
export function transferService(
  draft: Draft,
  service: Service,
  { to, role = "delivery", by = fixtures }: Transfer,
  at = longAgo,
): void {
  const from = service.owners[role]?.team ?? null;
  changeOwnership(draft, service, role, to, at);
  const detail = { role, from: from && named(from), to: to && named(to) };
  const about = [service.id, from?.id, to?.id];
  record(draft, at, by, about, { kind: "service.transferred", service: named(service), ...detail });
}

/** The present owner on the service and the span in its history, always together. */
function changeOwnership(
  draft: Draft,
  service: Service,
  role: OwnershipRole,
  team: Team | null,
  at: Temporal.Instant,
): void {
  const before = service.owners[role];
  if (before) draft.change(ownerships, before, { endsAt: at });
  service.owners[role] = team ? beginOwnership(draft, service, role, team, at) : undefined;
  const owner = role === "delivery" ? { deliveryTeamId: team?.id ?? null } : { opsTeamId: team?.id ?? null };
  const healed = role === "delivery" && team ? { ownerReference: null } : {};
  draft.change(services, service, { ...owner, ...healed, changedAt: at });
}

function beginOwnership(
  draft: Draft,
  service: Service,
  role: OwnershipRole,
  team: Team,
  at: Temporal.Instant,
): Ownership {
  const span = { id: crypto.randomUUID(), serviceId: service.id, teamId: team.id, role, startsAt: at, endsAt: null };
  draft.add(ownerships, span);
  return Object.assign(span, { team });
}

export function editService(
  draft: Draft,
  service: Service,
  { by = fixtures, ...patch }: Partial<ServiceRow> & By,
  at = longAgo,
): void {
  const changes = changesOf<Partial<ServiceRow>>(service, patch);
  draft.change(services, service, { ...patch, changedAt: at });
  record(draft, at, by, [service.id], { kind: "service.edited", service: named(service), changes });
}

type Renaming = By & { name: string; slug?: string };

/** The address before keeps leading to the service. */
export function renameService(
  draft: Draft,
  service: Service,
  { name, slug = slugOf(name), by = fixtures }: Renaming,
  at = longAgo,
): void {
  const before = named(service);
  draft.change(services, service, { name, slug, changedAt: at });
  if (slug !== before.slug)
    draft.add(formerAddresses, { noun: "service", address: before.slug, thing: service.id, leftAt: at });
  record(draft, at, by, [service.id], { kind: "service.renamed", service: { slug, name }, before });
}

export function retireService(draft: Draft, service: Service, { by = fixtures }: By = {}, at = longAgo): void {
  draft.change(services, service, { retiredAt: at, changedAt: at });
  record(draft, at, by, [service.id], { kind: "service.retired", service: named(service) });
}

type Expertise = By & { person: Person; note?: string };

export function declareExpert(
  draft: Draft,
  service: Service,
  { person, note, by = person }: Expertise,
  at = longAgo,
): void {
  draft.add(experts, { serviceId: service.id, personId: person.id, note: note ?? null, declaredAt: at });
  const detail = { kind: "service.expert-declared", service: named(service), expert: namedPerson(person) } as const;
  record(draft, at, by, [service.id, person.id], detail);
}

export function starService(draft: Draft, service: Service, { person }: { person: Person }, at = longAgo): void {
  draft.add(stars, { personId: person.id, serviceId: service.id, starredAt: at });
}
