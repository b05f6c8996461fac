import {
  alertReviews,
  alertRules,
  alerts,
  contactMethods,
  deactivations,
  dependencies,
  documentReviews,
  documentRevisions,
  documents,
  drills,
  entries,
  escalationPaths,
  events,
  experts,
  memberships,
  notifications,
  overrides,
  ownerships,
  people,
  rotations,
  rotationVersions,
  services,
  signatureMatches,
  stepMarks,
  teams,
} from "#db/schema";
import type { Draft } from "#db/seed/draft";

/** All that was made up of an organisation, from which follows what was true of it at an instant. */
export function readPast(draft: Pick<Draft, "all">) {
  const happened = draft.all(events);
  return {
    alerts: draft.all(alerts),
    alertReviews: Map.groupBy(draft.all(alertReviews), ({ alertId }) => alertId),
    rules: Map.groupBy(draft.all(alertRules), ({ serviceId }) => serviceId),
    methods: Map.groupBy(draft.all(contactMethods), ({ personId }) => personId),
    sent: Map.groupBy(draft.all(notifications), ({ methodId }) => methodId),
    deactivations: Map.groupBy(draft.all(deactivations), ({ personId }) => personId),
    dependencies: Map.groupBy(draft.all(dependencies), ({ fromServiceId }) => fromServiceId),
    documents: Map.groupBy(draft.all(documents), ({ serviceId }) => serviceId),
    documentReviews: Map.groupBy(draft.all(documentReviews), ({ documentId }) => documentId),
    revisions: Map.groupBy(draft.all(documentRevisions), ({ documentId }) => documentId),
    marks: Map.groupBy(draft.all(stepMarks), ({ documentId }) => documentId),
    drills: draft.all(drills),
    entries: new Map(draft.all(entries).map((entry) => [entry.id, entry])),
    paths: new Map(draft.all(escalationPaths).map((path) => [path.serviceId, path])),
    /** By what they are about first: the thing to which they happened. */
    events: Map.groupBy(happened, ({ about }) => about[0] ?? ""),
    experts: Map.groupBy(draft.all(experts), ({ serviceId }) => serviceId),
    memberships: Map.groupBy(draft.all(memberships), ({ teamId }) => teamId),
    overrides: Map.groupBy(draft.all(overrides), ({ rotationId }) => rotationId),
    ownerships: Map.groupBy(draft.all(ownerships), ({ serviceId }) => serviceId),
    people: new Map(draft.all(people).map((person) => [person.id, person])),
    rotations: draft.all(rotations),
    versions: Map.groupBy(draft.all(rotationVersions), ({ rotationId }) => rotationId),
    services: draft.all(services),
    matches: new Set(draft.all(signatureMatches).map(({ alertId }) => alertId)),
    teams: new Map(draft.all(teams).map((team) => [team.id, team])),
  };
}

export type Past = ReturnType<typeof readPast>;

type Instant = Temporal.Instant;
/** In milliseconds, which is what everything in the demo counts in: this is asked a million times. */
export const isBy = (one: Instant | null, at: Instant): one is Instant =>
  one !== null && one.epochMilliseconds <= at.epochMilliseconds;

/** Whether a span `[startsAt, endsAt)` holds at `at`. */
export const holdsAt = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant | null }, at: Instant): boolean =>
  isBy(startsAt, at) && !isBy(endsAt, at);

/** Whether a thing was there at `at`. */
export const isLivingAt = (thing: { createdAt: Instant; retiredAt: Instant | null }, at: Instant): boolean =>
  isBy(thing.createdAt, at) && !isBy(thing.retiredAt, at);

/** Those of `things` that were there by `at`, the newest last. */
export const upTo = <Thing extends { at: Instant }>(things: readonly Thing[] | undefined, at: Instant): Thing[] =>
  (things ?? [])
    .filter((thing) => isBy(thing.at, at))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));

export const isActiveAt = ({ deactivations }: Past, personId: string, at: Instant): boolean =>
  !(deactivations.get(personId) ?? []).some((span) => holdsAt(span, at));

/** What happened to a thing after `at`, the first first. */
export const eventsAfter = ({ events }: Past, id: string, at: Instant) =>
  (events.get(id) ?? [])
    .filter((event) => !isBy(event.at, at))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));

type Ref = { slug: string; name: string };

/** How a thing was called at `at`, and its address then. */
export function refAt<Thing extends Ref & { id: string }>(past: Past, thing: Thing, at: Instant): Ref & { id: string } {
  const renamed = eventsAfter(past, thing.id, at).find(({ kind }) => kind.endsWith(".renamed"));
  const { slug, name } = (renamed?.detail.before as Ref | undefined) ?? thing;
  return { id: thing.id, slug, name };
}
