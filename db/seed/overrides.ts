import { coverRequests, overrides } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, idOf, longAgo, named, type OverrideOrigin, record } from "#db/seed/history";
import { namedPerson, type Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";

export type Override = Row<typeof overrides>;
export type CoverRequest = Row<typeof coverRequests> & { rotation: Rotation; person: Person };

type By = { by?: Actor };
type Standing = { person: Person; from: Temporal.Instant; to: Temporal.Instant };
type OverrideFacts = By & Standing & { origin?: OverrideOrigin; instead?: Person; reason?: string };

/** `person` stands in over `[from, to)`: by themselves where it was taken, otherwise named by somebody. */
export function draftOverride(
  draft: Draft,
  rotation: Rotation,
  { origin = "named", instead, by, ...facts }: OverrideFacts,
  at = longAgo,
): Override {
  const actor = by ?? (origin === "taken" ? facts.person : fixtures);
  const override = addOverride(draft, rotation, { ...facts, origin, by: actor }, at);
  record(draft, at, actor, [rotation.id, rotation.teamId, facts.person.id, instead?.id], {
    kind: "override.made",
    ...standing(rotation, facts),
    instead: instead ? namedPerson(instead) : null,
    origin,
  });
  return override;
}

/** `person` asks who takes the span, and stays on watch until somebody does. */
export function draftCoverRequest(
  draft: Draft,
  rotation: Rotation,
  { person, from, to, reason, by = person }: By & Standing & { reason?: string },
  at = longAgo,
): CoverRequest {
  const row = {
    id: crypto.randomUUID(),
    rotationId: rotation.id,
    personId: person.id,
    startsAt: from,
    endsAt: to,
    reason: reason ?? null,
    createdAt: at,
    createdById: idOf(by),
    claimedById: null,
    claimedAt: null,
    withdrawnAt: null,
  };
  draft.add(coverRequests, row);
  const detail = standing(rotation, { person, from, to });
  record(draft, at, by, [rotation.id, rotation.teamId, person.id], { kind: "cover.asked", ...detail });
  return Object.assign(row, { rotation, person });
}

/** `by` covers for whoever asked, over the whole span. */
export function claimCoverRequest(draft: Draft, request: CoverRequest, { by }: { by: Person }, at = longAgo): Override {
  const { rotation, person, startsAt: from, endsAt: to } = request;
  draft.change(coverRequests, request, { claimedById: by.id, claimedAt: at });
  const facts = { person: by, from, to, origin: "claimed", coverRequestId: request.id, by } as const;
  const override = addOverride(draft, rotation, facts, at);
  const detail = { ...standing(rotation, { person, from, to }), by: namedPerson(by) };
  record(draft, at, by, [rotation.id, rotation.teamId, person.id, by.id], { kind: "cover.claimed", ...detail });
  return override;
}

export function withdrawCoverRequest(
  draft: Draft,
  request: CoverRequest,
  { by = request.person }: By = {},
  at = longAgo,
): void {
  const { rotation, person, startsAt: from, endsAt: to } = request;
  draft.change(coverRequests, request, { withdrawnAt: at });
  const detail = standing(rotation, { person, from, to });
  record(draft, at, by, [rotation.id, rotation.teamId, person.id], { kind: "cover.withdrawn", ...detail });
}

/** Two people change places: each stands the span that the other one held. */
export function swapShifts(
  draft: Draft,
  rotation: Rotation,
  { first, second, by = first.person }: By & { first: Standing; second: Standing },
  at = longAgo,
): [Override, Override] {
  const both = { origin: "swapped", swapId: crypto.randomUUID(), by } as const;
  const made: [Override, Override] = [
    addOverride(draft, rotation, { ...first, ...both, person: second.person }, at),
    addOverride(draft, rotation, { ...second, ...both, person: first.person }, at),
  ];
  record(draft, at, by, [rotation.id, rotation.teamId, first.person.id, second.person.id], {
    kind: "shifts.swapped",
    rotation: named(rotation),
    first: held(first),
    second: held(second),
  });
  return made;
}

type Made = Standing & { by: Actor; origin: OverrideOrigin; reason?: string; coverRequestId?: string; swapId?: string };

function addOverride(draft: Draft, rotation: Rotation, facts: Made, at: Temporal.Instant): Override {
  const override = {
    id: crypto.randomUUID(),
    rotationId: rotation.id,
    personId: facts.person.id,
    startsAt: facts.from,
    endsAt: facts.to,
    origin: facts.origin,
    coverRequestId: facts.coverRequestId ?? null,
    swapId: facts.swapId ?? null,
    reason: facts.reason ?? null,
    createdAt: at,
    createdById: idOf(facts.by),
  };
  draft.add(overrides, override);
  return override;
}

const held = ({ person, from, to }: Standing) => ({
  person: namedPerson(person),
  from: from.toString(),
  to: to.toString(),
});
const standing = (rotation: Rotation, span: Standing) => ({ rotation: named(rotation), ...held(span) });
