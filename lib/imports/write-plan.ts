import "server-only";
import { and, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import {
  danglingReferences,
  dependencies,
  entries,
  importedEntities,
  memberships,
  ownerships,
  people,
  services,
  teams,
} from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { recordEvents } from "#lib/events";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import { changedColumns } from "#lib/imports/differences";
import { isOneOf } from "#lib/imports/load-snapshot";
import { planEvents } from "#lib/imports/plan-events";
import type { Dangling, KnownEntity, Snapshot } from "#lib/imports/snapshot";
import { updateThings } from "#lib/imports/write-things";

/** How many things have been written since the last call. */
export type Progress = (count: number) => void;

const chunkSize = 1_000;

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

async function writeThings(tx: Tx, catalog: CatalogDraft, at: Temporal.Instant, progress: Progress): Promise<void> {
  const all = [...catalog.things.values()];
  const of = (noun: Draft["noun"]) => all.filter((thing) => thing.noun === noun && !thing.before);
  const born = { createdAt: at, changedAt: at };
  // What a thing is part of may itself be new and further down: such columns are set afterwards.
  await insertChunks(of("person"), progress, (rows) =>
    tx.insert(people).values(rows.map(({ id, row }) => ({ ...row, id, createdAt: at }) as typeof people.$inferInsert)),
  );
  await insertChunks(of("team"), progress, (rows) =>
    tx
      .insert(teams)
      .values(
        rows.map(
          ({ id, slug, row }) => ({ ...row, parentId: null, id, slug, createdAt: at }) as typeof teams.$inferInsert,
        ),
      ),
  );
  await insertChunks(of("entry"), progress, (rows) =>
    tx
      .insert(entries)
      .values(
        rows.map(({ id, slug, row }) => ({ ...row, partOfId: null, id, slug, ...born }) as typeof entries.$inferInsert),
      ),
  );
  await insertChunks(of("service"), progress, (rows) =>
    tx
      .insert(services)
      .values(
        rows.map(
          ({ id, slug, row }) => ({ ...row, partOfId: null, id, slug, ...born }) as typeof services.$inferInsert,
        ),
      ),
  );
  const later = all.filter((thing) =>
    thing.before ? changedColumns(thing).length > 0 : (thing.row.parentId ?? thing.row.partOfId),
  );
  for (const chunk of chunksOf(later)) {
    await updateThings(tx, chunk, at);
    progress(chunk.filter(({ before }) => before).length);
  }
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
    for (const chunk of chunksOf(begun)) await tx.insert(ownerships).values(chunk);
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
  for (const chunk of chunksOf(begun)) {
    await tx
      .insert(memberships)
      .values(chunk.map(({ teamId, personId, role }) => ({ teamId, personId, role, startsAt: at })));
  }
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
      ...(isService(from) ? { fromServiceId: from } : { fromEntryId: from }),
      ...(isService(to) ? { toServiceId: to } : { toEntryId: to }),
      ...{ kind: "hard" as const, relation, source },
    }));
  for (const chunk of chunksOf(added)) await tx.insert(dependencies).values(chunk).onConflictDoNothing();
}

async function writeEntities(tx: Tx, catalog: CatalogDraft, before: Snapshot, at: Temporal.Instant): Promise<void> {
  const known = new Map(before.entities.map((entity) => [entity.reference, entity]));
  const forgotten = [...known.keys()].filter((reference) => !catalog.entities.has(reference));
  if (forgotten.length > 0) await tx.delete(importedEntities).where(isOneOf(importedEntities.reference, forgotten));
  const changed = [...catalog.entities.values()].filter((entity) => !isSameEntity(known.get(entity.reference), entity));
  for (const chunk of chunksOf(changed)) {
    await tx
      .insert(importedEntities)
      .values(chunk.map((entity) => toRow(entity, at)))
      .onConflictDoUpdate({ target: importedEntities.reference, set: excluded });
  }
}

const written = ["source", "location", "line", "digest", "fields", "isAdopted", "vanishedAt", "importedAt"] as const;
const ids = ["serviceId", "teamId", "personId", "entryId"] as const;
const excluded = Object.fromEntries(
  [...written, ...ids].map((column) => [
    column,
    sql.raw(`excluded.${column.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`),
  ]),
);

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

function toRow({ noun, thingId, isVanished, ...entity }: KnownEntity, at: Temporal.Instant) {
  return { ...entity, [`${noun}Id`]: thingId, vanishedAt: isVanished ? at : null, importedAt: at };
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
  for (const chunk of chunksOf(added.filter(isKnown)))
    await tx.insert(danglingReferences).values(chunk).onConflictDoNothing();
}

async function insertChunks(
  things: Draft[],
  progress: Progress,
  insert: (chunk: Draft[]) => Promise<unknown>,
): Promise<void> {
  for (const chunk of chunksOf(things)) {
    await insert(chunk);
    progress(chunk.length);
  }
}

function* chunksOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += chunkSize) yield items.slice(start, start + chunkSize);
}
