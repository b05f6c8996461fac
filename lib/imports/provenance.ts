import "server-only";
import { eq, or } from "drizzle-orm";
import { db } from "#db/client";
import { danglingReferences, entries, importedEntities, people, services, teams } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Noun } from "#lib/imports/entity-kinds";
import { addressOf } from "#lib/imports/entity-reference";
import { linksOf, scalarsOf } from "#lib/imports/layout";
import { isSame } from "#lib/imports/merge-field";
import { toEntity, toEntryThing, toPersonThing, toServiceThing, toTeamThing } from "#lib/imports/rows";
import type { KnownEntity, Row } from "#lib/imports/snapshot";

/** Where one field of an imported thing comes from. Values of links are entity references. */
export type FieldOrigin = {
  field: string;
  value: unknown;
  /** The descriptor's own word, where `value` is our reading of it. */
  written: unknown;
  /** What the thing has now differs from what the source says: a person changed it, and it stays until the source does. */
  isEditedByHand: boolean;
  /** The hand-made value that a later change of the source replaced, and when (ISO 8601). */
  replaced: { value: unknown; at: string } | null;
};

export type Provenance = {
  reference: string;
  source: string;
  location: string;
  line: number;
  importedAt: string;
  /** The thing was here before its descriptor. */
  isAdopted: boolean;
  /** The descriptor is gone from its source since then (ISO 8601). */
  vanishedAt: string | null;
  fields: FieldOrigin[];
  /** What the descriptor refers to and nobody knows here; `target` is kind and address, `group:ghosts`. */
  dangling: { field: string; target: string }[];
};

/** Where a service, team, person or entry comes from, field by field; undefined for one that nobody imported. */
export async function findProvenance(viewer: Viewer, thingId: string): Promise<Provenance | undefined> {
  authorize(viewer, "catalog:read");
  const { serviceId, teamId, personId, entryId } = importedEntities;
  const [row] = await db()
    .select()
    .from(importedEntities)
    .where(or(...[serviceId, teamId, personId, entryId].map((column) => eq(column, thingId))));
  if (!row) return undefined;
  const entity = toEntity(row);
  const { field, target } = danglingReferences;
  const [dangling, present] = await Promise.all([
    db().select({ field, target }).from(danglingReferences).where(eq(danglingReferences.reference, row.reference)),
    findRow(entity.noun, thingId),
  ]);
  return {
    ...{ reference: row.reference, source: row.source, location: row.location, line: row.line },
    ...{ importedAt: row.importedAt.toString(), isAdopted: row.isAdopted },
    vanishedAt: row.vanishedAt?.toString() ?? null,
    fields: present ? originsOf(entity, present, dangling, await findEnds(entity.noun, present)) : [],
    dangling,
  };
}

type Ends = Map<string, string[]>;

function originsOf(entity: KnownEntity, row: Row, dangling: Provenance["dangling"], ends: Ends): FieldOrigin[] {
  const scalars = scalarsOf(entity.noun);
  const links = linksOf(entity.noun);
  return Object.entries(entity.fields).flatMap(([field, { value, written, replaced }]): FieldOrigin[] => {
    const link = links.find((one) => one.field === field);
    if (!link && !scalars.includes(field)) return [];
    const isWaiting = dangling.some((one) => one.field === field);
    const isOther = link ? !isLed(String(value), row[link.column], ends, isWaiting) : !isSame(row[field], value);
    return [{ field, value, written: written ?? null, isEditedByHand: isOther, replaced: replaced ?? null }];
  });
}

/** Whether the link leads where the reference says, or nowhere because that is not here. */
function isLed(reference: string, id: unknown, ends: Ends, isWaiting: boolean): boolean {
  if (id === null) return isWaiting || !reference.startsWith("group:");
  const names = ends.get(String(id)) ?? [];
  return names.includes(reference) || names.includes(addressOf(reference));
}

async function findRow(noun: Noun, id: string): Promise<Row | undefined> {
  switch (noun) {
    case "service":
      return (await db().select().from(services).where(eq(services.id, id))).map(toServiceThing)[0]?.row;
    case "team":
      return (await db().select().from(teams).where(eq(teams.id, id))).map(toTeamThing)[0]?.row;
    case "entry":
      return (await db().select().from(entries).where(eq(entries.id, id))).map(toEntryThing)[0]?.row;
    case "person":
      return (await db().select().from(people).where(eq(people.id, id))).map(toPersonThing)[0]?.row;
  }
}

/** Everything that the thing's links lead to, each with the references and addresses by which it is known. */
async function findEnds(noun: Noun, row: Row): Promise<Ends> {
  const ends = linksOf(noun).flatMap(({ column, to }) =>
    typeof row[column] === "string" ? [[row[column], to] as const] : [],
  );
  return new Map(await Promise.all(ends.map(async ([id, to]) => [id, await findNames(id, to)] as const)));
}

async function findNames(id: string, noun: Noun): Promise<string[]> {
  const { reference, serviceId, teamId, entryId } = importedEntities;
  const isBehind = or(...[serviceId, teamId, entryId].map((column) => eq(column, id)));
  const references = await db().select({ reference }).from(importedEntities).where(isBehind);
  return [...references.map((one) => one.reference), ...(await findAddress(id, noun))];
}

async function findAddress(id: string, noun: Noun): Promise<string[]> {
  if (noun === "team")
    return (await db().select().from(teams).where(eq(teams.id, id))).map((row) => toTeamThing(row).key);
  if (noun === "service")
    return (await db().select().from(services).where(eq(services.id, id))).map((row) => toServiceThing(row).key);
  return (await db().select().from(entries).where(eq(entries.id, id))).map((row) => toEntryThing(row).key);
}
