import type { entries, importedEntities, people, services, teams } from "#db/schema";
import type { Noun } from "#lib/imports/entity-kinds";
import { emptyRow } from "#lib/imports/layout";
import type { KnownEntity, Row, Thing } from "#lib/imports/snapshot";

export function toServiceThing(row: typeof services.$inferSelect): Thing {
  return { noun: "service", id: row.id, slug: row.slug, key: `component:${row.slug}`, row: columnsOf("service", row) };
}

export function toTeamThing(row: typeof teams.$inferSelect): Thing {
  return { noun: "team", id: row.id, slug: row.slug, key: `group:${row.slug}`, row: columnsOf("team", row) };
}

export function toEntryThing(row: typeof entries.$inferSelect): Thing {
  return { noun: "entry", id: row.id, slug: row.slug, key: `${row.kind}:${row.slug}`, row: columnsOf("entry", row) };
}

/** A person is addressed by e-mail, or by handle without one; descriptors know people by handle. */
export function toPersonThing(row: typeof people.$inferSelect): Thing {
  const slug = row.email ?? row.handle ?? row.id;
  return { noun: "person", id: row.id, slug, key: `user:${row.handle ?? row.email}`, row: columnsOf("person", row) };
}

// Only the columns that an import reads and writes.
function columnsOf(noun: Noun, row: Row): Row {
  return Object.fromEntries(Object.keys(emptyRow(noun)).map((column) => [column, row[column]]));
}

export function toEntity(row: typeof importedEntities.$inferSelect): KnownEntity {
  const { reference, source, location, line, digest, fields, isAdopted } = row;
  const [noun, thingId] = thingOf(row);
  return {
    reference,
    source,
    location,
    line,
    digest,
    fields,
    noun,
    thingId,
    isAdopted,
    isVanished: row.vanishedAt !== null,
  };
}

function thingOf(row: typeof importedEntities.$inferSelect): [Noun, string] {
  if (row.serviceId) return ["service", row.serviceId];
  if (row.entryId) return ["entry", row.entryId];
  if (row.teamId) return ["team", row.teamId];
  return ["person", row.personId ?? ""];
}
