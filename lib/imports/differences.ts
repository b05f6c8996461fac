import { isDeepStrictEqual } from "node:util";
import type { ImportDifference } from "#db/schema";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import { linksOf } from "#lib/imports/layout";

export type Change = { field: string; before: unknown; after: unknown };

/** Whether the thing, its needs or its members come out other than they were. */
export function isChanged(thing: Draft): boolean {
  return thing.isTouched || changedColumns(thing).length > 0;
}

/** The columns in which the thing differs from what it was; all that say something for a new one. */
export function changedColumns({ before = {}, row }: Draft): string[] {
  return Object.keys(row).filter((column) => !isDeepStrictEqual(before[column] ?? null, row[column] ?? null));
}

/** What changes in the thing's own row, with links to other things by their addresses. */
export function changesOf(catalog: CatalogDraft, thing: Draft): Change[] {
  const { before = {}, row } = thing;
  const columns = new Map(linksOf(thing.noun).map(({ field, column }) => [column, field]));
  const shown = (column: string, value: unknown) =>
    columns.has(column) && value ? (catalog.things.get(String(value))?.slug ?? "another") : (value ?? null);
  return changedColumns(thing)
    .filter((column) => column !== "retiredAt")
    .map((column) => ({
      field: columns.get(column) ?? column,
      before: shown(column, before[column]),
      after: shown(column, row[column]),
    }));
}

/** Every thing that an import makes or changes, as a person reads it. */
export function differencesOf(catalog: CatalogDraft): ImportDifference[] {
  const relations = relationsBySpeaker(catalog);
  return [...catalog.things.values()].flatMap((thing) => {
    if (thing.before && !isChanged(thing) && !relations.has(thing.id)) return [];
    const entity = catalog.entityOf(thing);
    const changes = thing.before ? [...changesOf(catalog, thing), ...(relations.get(thing.id) ?? [])] : [];
    const outcome = outcomeOf(thing);
    if (outcome === "changed" && changes.length === 0) return [];
    return [{ reference: entity?.reference ?? thing.key, name: String(thing.row.name), outcome, changes }];
  });
}

function outcomeOf({ before, row }: Draft): ImportDifference["outcome"] {
  if (!before) return "created";
  if (Boolean(before.retiredAt) === Boolean(row.retiredAt)) return "changed";
  return row.retiredAt ? "retired" : "restored";
}

/** Needs that come or go, told of the thing that needs, and members, told of their team. */
function relationsBySpeaker(catalog: CatalogDraft): Map<string, Change[]> {
  const changes = new Map<string, Change[]>();
  const tell = (id: string, field: string, other: string, isAdded: boolean) => {
    const slug = catalog.things.get(other)?.slug ?? "another";
    const change = { field, before: isAdded ? null : slug, after: isAdded ? slug : null };
    changes.set(id, [...(changes.get(id) ?? []), change]);
  };
  for (const { from, to, was, isKept } of catalog.edges.values())
    if (Boolean(was) !== isKept) tell(from, "needs", to, isKept);
  for (const { teamId, personId, isNew, isKept } of catalog.memberships.values())
    if (isNew === isKept) tell(teamId, "member", personId, isKept);
  return changes;
}
