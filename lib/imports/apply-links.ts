import type { Accepted } from "#lib/imports/accept";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import type { Noun } from "#lib/imports/entity-kinds";
import { type EntityReference, partsOf } from "#lib/imports/entity-reference";
import { linksOf } from "#lib/imports/layout";
import { remember } from "#lib/imports/merge-field";
import type { KnownEntity } from "#lib/imports/snapshot";

export type Link = { field: string; column: string; to: Noun };

/** Brings owner, ops team, system, parent and the like to what the descriptor says, or leaves them dangling. */
export function applyLinks(catalog: CatalogDraft, accepted: Accepted, next: KnownEntity, at: Temporal.Instant): void {
  const { reference } = accepted.descriptor;
  catalog.forgetLinks(
    reference,
    linksOf(accepted.thing.noun).map(({ field }) => field),
  );
  for (const link of linksOf(accepted.thing.noun)) applyLink(catalog, accepted, next, link, at);
}

function applyLink(
  catalog: CatalogDraft,
  { descriptor, thing, entity, isAdopting }: Accepted,
  next: KnownEntity,
  link: Link,
  at: Temporal.Instant,
): void {
  const { reference } = descriptor;
  const before = entity?.fields[link.field]?.value as EntityReference | undefined;
  const wanted = descriptor.fields[link.field]?.value as EntityReference | undefined;
  const current = thing.row[link.column] as string | null;
  const wasDangling = before !== undefined && catalog.wasDangling(reference, link.field, before);
  const target = wanted ? resolveLink(catalog, wanted, link) : undefined;
  const isMissing = wanted !== undefined && !target;

  if (before === wanted && entity) {
    // The source says what it said: only what led nowhere until now may change anything.
    if (wasDangling && target && current === null) point(thing, link, target.id, undefined);
    if (wasDangling && isMissing) catalog.leaveDangling(reference, link.field, wanted);
    return;
  }

  const led = before && !wasDangling ? (catalog.resolve(before, link.to, { evenRetired: true })?.id ?? null) : null;
  const isByHand = current !== led && current !== null;
  if (wanted === undefined) {
    if (!isByHand) point(thing, link, null, undefined);
    return;
  }
  if (isAdopting && current !== null) return;
  if (isMissing && canArrive(wanted, link)) catalog.leaveDangling(reference, link.field, wanted);
  if (isByHand && current !== target?.id) {
    const replaced = { value: catalog.things.get(current)?.slug ?? current, at: at.toString() };
    next.fields[link.field] = remember({ value: wanted }, replaced);
  }
  point(thing, link, target?.id ?? null, isMissing ? wanted : undefined);
}

/** What the link leads to. An ops team must be of that kind; until it is, the reference stays dangling. */
export function resolveLink(catalog: CatalogDraft, reference: EntityReference, { field, to }: Link): Draft | undefined {
  const target = catalog.resolve(reference, to);
  return field === "opsTeam" && target?.row.kind !== "ops" ? undefined : target;
}

/** Sets the column, and for an owner what is shown in place of a team that is not there. */
export function point(
  thing: Draft,
  { field, column }: Link,
  id: string | null,
  missing: EntityReference | undefined,
): void {
  thing.row[column] = id;
  if (field === "owner") thing.row.ownerReference = missing ?? null;
}

/** A person never becomes the owning team, and neither does what is no reference. */
const canArrive = (reference: EntityReference, { to }: Link) => to !== "team" || partsOf(reference).kind === "group";
