import "server-only";
import { and, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { danglingReferences, dependencies, importedEntities, memberships, ownerships, services } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { recordEvents } from "#lib/events";
import { chunksOf, insertRows } from "#lib/imports/bulk-rows";
import type { CatalogDraft } from "#lib/imports/catalog-draft";
import { isOneOf } from "#lib/imports/load-snapshot";
import { planEvents } from "#lib/imports/plan-events";
import type { Dangling, KnownEntity, Snapshot } from "#lib/imports/snapshot";
import { type Progress, writeThings } from "#lib/imports/write-things";

/** Writes what differs between `before` and the draft, with its events, in the caller's transaction. */
export async function writePlan(
  tx: Tx,
  viewer: Viewer,
  { catalog, before }: { catalog: CatalogDraft; before: Snapshot },
  at: Temporal.Instant,
  progress: Progress = () => undefined,
): Promise<void> {
  await writeThings(tx, catalog, at, progress);
  await writeOwnerships(tx, catalog, at);
  await writeMemberships(tx, catalog, at);
  await writeNeeds(tx, catalog);
  await writeEntities(tx, catalog, before, at);
  await writeDangling(tx, catalog);
  await recordEvents(tx, viewer, at, planEvents(catalog));
}

/** The spans of ownership follow the owners on the services' rows, as everywhere. */
async function writeOwnerships(tx: Tx, catalog: CatalogDraft, at: Temporal.Instant): Promise<void> {
  for (const [role, column] of [["delivery", "deliveryTeamId"] as const, ["ops", "opsTeamId"] as const]) {
    const changed = [...catalog.things.values()].filter(
      ({ noun, before, row }) => noun === "service" && (before?.[column] ?? null) !== row[column],
    );
    const ended = changed.filter(({ before }) => before?.[column]).map(({ id }) => id);
    if (ended.length > 0) {
      const isPresent = and(isOneOf(ownerships.serviceId, ended, "uuid"), isNull(ownerships.endsAt));
      await tx
        .update(ownerships)
        .set({ endsAt: at })
        .where(and(isPresent, sql`${ownerships.role} = ${role}`));
    }
    const begun = changed.flatMap(({ id, row }) => {
      const teamId = row[column];
      return typeof teamId === "string" ? [{ serviceId: id, teamId, role, startsAt: at }] : [];
    });
    await insertRows(tx, ownerships, begun.map(withId));
  }
}

async function writeMemberships(tx: Tx, catalog: CatalogDraft, at: Temporal.Instant): Promise<void> {
  const all = [...catalog.memberships.values()];
  for (const { teamId, personId } of all.filter(({ isNew, isKept }) => !isNew && !isKept)) {
    const isThis = sql`${memberships.teamId} = ${teamId} and ${memberships.personId} = ${personId}`;
    await tx
      .update(memberships)
      .set({ endsAt: at })
      .where(and(isThis, isNull(memberships.endsAt)));
  }
  const begun = all.filter(({ isNew, isKept }) => isNew && isKept);
  await insertRows(
    tx,
    memberships,
    begun.map(({ teamId, personId, role }) => withId({ teamId, personId, role, startsAt: at })),
  );
}

async function writeNeeds(tx: Tx, catalog: CatalogDraft): Promise<void> {
  const all = [...catalog.edges.values()];
  const dropped = all.filter(({ was, isKept }) => was && !isKept);
  for (const { from, to } of dropped) {
    await tx.delete(dependencies).where(sql`${dependencies.fromId} = ${from} and ${dependencies.toId} = ${to}`);
  }
  for (const { from, to, source } of all.filter(
    ({ was, isKept, source: now }) => was && isKept && was.source !== now,
  )) {
    const isThis = sql`${dependencies.fromId} = ${from} and ${dependencies.toId} = ${to}`;
    await tx.update(dependencies).set({ source }).where(isThis);
  }
  const isService = (id: string) => catalog.things.get(id)?.noun === "service";
  const added = all
    .filter(({ was, isKept }) => !was && isKept)
    .map(({ from, to, relation, source }) => ({
      fromServiceId: isService(from) ? from : null,
      fromEntryId: isService(from) ? null : from,
      toServiceId: isService(to) ? to : null,
      toEntryId: isService(to) ? null : to,
      ...{ kind: "hard", relation, source },
    }));
  await insertRows(tx, dependencies, added.map(withId), sql`on conflict do nothing`);
  const needy = [...new Set(added.flatMap(({ fromServiceId }) => fromServiceId ?? []))];
  if (needy.length > 0)
    await tx
      .update(services)
      .set({ needsNothingSince: null })
      .where(and(isOneOf(services.id, needy, "uuid"), isNotNull(services.needsNothingSince)));
}

async function writeEntities(tx: Tx, catalog: CatalogDraft, before: Snapshot, at: Temporal.Instant): Promise<void> {
  const known = new Map(before.entities.map((entity) => [entity.reference, entity]));
  const forgotten = [...known.keys()].filter((reference) => !catalog.entities.has(reference));
  if (forgotten.length > 0) await tx.delete(importedEntities).where(isOneOf(importedEntities.reference, forgotten));
  const changed = [...catalog.entities.values()].filter((entity) => !isSameEntity(known.get(entity.reference), entity));
  const rows = changed.map((entity) => toRow(entity, at));
  await insertRows(tx, importedEntities, rows, sql`on conflict (reference) do update set ${excluded}`);
}

const rewritten = [
  ...["source", "location", "line", "digest", "fields", "is_adopted", "vanished_at", "imported_at"],
  ...["service_id", "team_id", "person_id", "entry_id"],
];
const excluded = sql.raw(rewritten.map((column) => `${column} = excluded.${column}`).join(", "));

function isSameEntity(one: KnownEntity | undefined, other: KnownEntity): boolean {
  return (
    one === other ||
    (one !== undefined &&
      one.digest === other.digest &&
      one.location === other.location &&
      one.line === other.line &&
      one.source === other.source &&
      one.thingId === other.thingId &&
      one.isVanished === other.isVanished)
  );
}

function toRow({ noun, thingId, isVanished, ...entity }: KnownEntity, at: Temporal.Instant): object {
  const links = { serviceId: null, teamId: null, personId: null, entryId: null, [`${noun}Id`]: thingId };
  return { ...entity, ...links, vanishedAt: isVanished ? at : null, importedAt: at };
}

async function writeDangling(tx: Tx, catalog: CatalogDraft): Promise<void> {
  const { added, removed } = catalog.danglingChanges();
  for (const chunk of chunksOf(removed)) {
    const gone = sql`(${danglingReferences.reference}, ${danglingReferences.field}, ${danglingReferences.target}) in
      (select r.reference, r.field, r.target from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb)
        as r(reference text, field text, target text))`;
    await tx.delete(danglingReferences).where(gone);
  }
  const isKnown = ({ reference }: Dangling) => catalog.entities.has(reference);
  await insertRows(tx, danglingReferences, added.filter(isKnown), sql`on conflict do nothing`);
}

const withId = <Row extends object>(row: Row) => ({ id: crypto.randomUUID(), ...row });
