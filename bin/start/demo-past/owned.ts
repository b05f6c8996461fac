import { eventsAfter, holdsAt, isActiveAt, isBy, type Past, refAt } from "#bin/start/demo-past/past";
import type { OwnerFact, PersonFact, ServiceFact, ServiceFacts, TeamFact } from "#lib/coverage/facts";

type Instant = Temporal.Instant;
type Service = Past["services"][number];
type FieldChange = { field: string; before: unknown };

/** What was stated of a service at `at`: what was edited since is turned back. */
export function serviceAt(past: Past, service: Service, at: Instant): ServiceFact {
  const since = eventsAfter(past, service.id, at);
  const before = since
    .toReversed()
    .flatMap(({ kind, detail }) => (kind === "service.edited" ? (detail.changes as FieldChange[]) : []))
    .map((change) => [change.field, change.before]);
  const { tier, customerFacing, lifecycle, ownerReference, needsNothingSince, createdAt } = {
    ...service,
    ...(Object.fromEntries(before) as Partial<Service>),
  };
  const known = { tier, customerFacing, lifecycle, ownerReference, createdAt, changedAt: changedBy(past, service, at) };
  return {
    ...refAt(past, service, at),
    ...known,
    needsNothingSince: isBy(needsNothingSince, at) ? needsNothingSince : null,
  };
}

const kindsOfChange = ["created", "edited", "renamed", "transferred"].map((what) => `service.${what}`);

function changedBy({ events }: Past, { id, createdAt }: Service, at: Instant): Instant {
  const changes = (events.get(id) ?? []).filter(
    (event) => isBy(event.at, at) && [...kindsOfChange, "escalation.changed"].includes(event.kind),
  );
  return changes.reduce((last, change) => (isBy(last, change.at) ? change.at : last), createdAt);
}

/** What a service was drawn to need at `at`, by name. */
export function needsAt(past: Past, { id }: Service, at: Instant): ServiceFacts["needs"] {
  const drawn = (past.events.get(id) ?? []).filter(
    ({ kind, at: when }) => kind === "service.dependency-added" && isBy(when, at),
  );
  const needed = new Set(drawn.map(({ about }) => about[1]));
  const services = new Map(past.services.map((service) => [service.id, service]));
  return (past.dependencies.get(id) ?? [])
    .flatMap(({ toServiceId, toEntryId }) => {
      const thing = services.get(toServiceId ?? "") ?? past.entries.get(toEntryId ?? "");
      return thing && needed.has(thing.id) ? [{ name: refAt(past, thing, at).name }] : [];
    })
    .toSorted((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
}

/** The team that had a role for a service at `at`. */
export function ownerAt(past: Past, serviceId: string, role: "delivery" | "ops", at: Instant): TeamFact | null {
  const owning = (past.ownerships.get(serviceId) ?? []).find((span) => span.role === role && holdsAt(span, at));
  return owning ? teamAt(past, owning.teamId, owning.startsAt, at) : null;
}

export const withoutMembers = ({ id, slug, name, isLiving, since }: TeamFact): OwnerFact => ({
  ...{ id, slug, name, isLiving, since },
});

export function teamAt(past: Past, teamId: string, since: Instant | null, at: Instant): TeamFact | null {
  const team = past.teams.get(teamId);
  if (!team) return null;
  const members = (past.memberships.get(teamId) ?? [])
    .filter((membership) => holdsAt(membership, at) && isActiveAt(past, membership.personId, at))
    .flatMap(({ personId, role, startsAt }) => {
      const person = past.people.get(personId);
      const facts = { isLead: role === "lead", canSignIn: person?.email != null, since: startsAt };
      return person ? [{ id: personId, name: person.name, ...facts }] : [];
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const ref = refAt(past, team, at);
  return { ...ref, isLiving: !isBy(team.retiredAt, at), since, members, manager: managerAt(past, team, at) };
}

function managerAt(
  past: Past,
  { id, managerId }: { id: string; managerId: string | null },
  at: Instant,
): PersonFact | null {
  const changed = eventsAfter(past, id, at).find(({ kind }) => kind === "team.manager-changed");
  const before = changed && (changed.detail.from as { slug: string } | null)?.slug;
  const person = changed
    ? [...past.people.values()].find(({ email }) => email === before)
    : past.people.get(managerId ?? "");
  return person && isActiveAt(past, person.id, at) ? { id: person.id, name: person.name } : null;
}
