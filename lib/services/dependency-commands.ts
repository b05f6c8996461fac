import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { dependencies, entries, services } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import type { DependencyInput, OneService, RemoveDependencyInput } from "#lib/services/inputs";
import { type LockedService, lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";
import { listed } from "#lib/teams/words";

type Strength = "hard" | "soft";
type Wish = { service: string; kind: Strength };

/** Says that a service needs another, or changes how much. Returns the service's slug. Throws NotFound, Forbidden, Invalid. */
export function addDependency(viewer: Viewer, input: DependencyInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "service:edit", teamsOf(service));
    await need(tx, viewer, service, { service: input.needs, kind: input.kind }, "needs", at);
    return service.slug;
  });
}

/** Says that a service no longer needs what the dependency leads to. Throws NotFound, Forbidden. */
export function removeDependency(viewer: Viewer, input: RemoveDependencyInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "service:edit", teamsOf(service));
    const present = await listNeeds(tx, service);
    const edge = present.find(({ id }) => id === input.dependency);
    if (!edge) throw new NotFound("This dependency is not there any more.");
    await forget(tx, viewer, service, edge, at);
    return service.slug;
  });
}

/**
 * Says that a service needs nothing else, which otherwise nobody could tell from what was never noted. It holds until
 * something is noted that it needs. Returns its slug. Throws NotFound, Forbidden, Conflict while it needs something.
 */
export function stateNeedsNothing(viewer: Viewer, input: OneService, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "service:edit", teamsOf(service));
    if (service.needsNothingSince) return service.slug;
    const present = await listNeeds(tx, service);
    if (present.length > 0)
      throw new Conflict(`${service.name} needs ${listed(present.map(({ needs }) => needs))}: take that away first.`);
    await tx.update(services).set({ needsNothingSince: at }).where(eq(services.id, service.id));
    await recordNeedsNothing(tx, viewer, service, "service.needs-nothing-stated", at);
    return service.slug;
  });
}

/** Takes that back. Returns the service's slug. Throws NotFound, Forbidden. */
export function withdrawNeedsNothing(viewer: Viewer, input: OneService, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "service:edit", teamsOf(service));
    if (!service.needsNothingSince) return service.slug;
    await tx.update(services).set({ needsNothingSince: null }).where(eq(services.id, service.id));
    await recordNeedsNothing(tx, viewer, service, "service.needs-nothing-withdrawn", at);
    return service.slug;
  });
}

const recordNeedsNothing = (
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  kind: "service.needs-nothing-stated" | "service.needs-nothing-withdrawn",
  at: Temporal.Instant,
) => recordEvent(tx, viewer, at, { kind, service: named(service), about: [service.id] });

/** Makes `wishes` the services that this one needs; what it needs of entries stays. True when anything changed. */
export async function setDependenciesIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  wishes: readonly Wish[],
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "service:edit", teamsOf(service));
  const wanted = new Set(wishes.map((wish) => wish.service));
  const present = (await listNeeds(tx, service)).filter((edge) => !edge.entryKind);
  const superfluous = present.filter((edge) => !wanted.has(edge.needs.slug));
  for (const edge of superfluous) await forget(tx, viewer, service, edge, at);
  let changed = superfluous.length > 0;
  for (const [index, wish] of wishes.entries()) {
    changed = (await need(tx, viewer, service, wish, `dependsOn.${index}.service`, at)) || changed;
  }
  return changed;
}

async function need(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  wish: Wish,
  path: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const [needed] = await tx
    .select({ id: services.id, slug: services.slug, name: services.name })
    .from(services)
    .where(and(eq(services.slug, wish.service), isNull(services.retiredAt)));
  if (!needed) throw new Invalid(`There is no service “${wish.service}”.`, path);
  if (needed.id === service.id) throw new Invalid("A service cannot need itself.", path);
  const [present] = await tx
    .select({ kind: dependencies.kind })
    .from(dependencies)
    .where(and(eq(dependencies.fromId, service.id), eq(dependencies.toId, needed.id)));
  if (present?.kind === wish.kind) return false;
  await tx
    .insert(dependencies)
    .values({ fromServiceId: service.id, toServiceId: needed.id, kind: wish.kind })
    .onConflictDoUpdate({ target: [dependencies.fromId, dependencies.toId], set: { kind: wish.kind, source: null } });
  if (service.needsNothingSince)
    await tx.update(services).set({ needsNothingSince: null }).where(eq(services.id, service.id));
  await recordEvent(tx, viewer, at, {
    kind: "service.dependency-added",
    service: named(service),
    needs: named(needed),
    strength: wish.kind,
    about: [service.id, needed.id],
  });
  return true;
}

type Edge = { id: string; toId: string; kind: Strength; entryKind: string | undefined; needs: Named };

async function listNeeds(tx: Tx, service: LockedService): Promise<Edge[]> {
  const rows = await tx
    .select({
      id: dependencies.id,
      toId: dependencies.toId,
      kind: dependencies.kind,
      service: { slug: services.slug, name: services.name },
      entry: { slug: entries.slug, name: entries.name, kind: entries.kind },
    })
    .from(dependencies)
    .leftJoin(services, eq(services.id, dependencies.toServiceId))
    .leftJoin(entries, eq(entries.id, dependencies.toEntryId))
    .where(eq(dependencies.fromId, service.id));
  return rows.map(({ service: needed, entry, ...edge }) => ({
    ...edge,
    entryKind: entry?.kind,
    needs: named((needed ?? entry) as Named),
  }));
}

async function forget(tx: Tx, viewer: Viewer, service: LockedService, edge: Edge, at: Temporal.Instant): Promise<void> {
  await tx.delete(dependencies).where(eq(dependencies.id, edge.id));
  await recordEvent(tx, viewer, at, {
    kind: "service.dependency-removed",
    service: named(service),
    needs: edge.needs,
    needsKind: edge.entryKind,
    strength: edge.kind,
    about: [service.id, edge.toId],
  });
}
