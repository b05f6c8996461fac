import type { Accepted } from "#lib/imports/accept";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import { nounOf } from "#lib/imports/entity-kinds";
import { type EntityReference, partsOf } from "#lib/imports/entity-reference";
import { listsOf, needFields } from "#lib/imports/layout";
import { isMembershipStated, statement, whoStatesNeed } from "#lib/imports/statements";

/**
 * Brings needs, memberships and children to what the descriptor says. Only what it newly says is added, and only
 * what it no longer says is dropped: what a person added or removed by hand stays.
 */
export function applyLists(catalog: CatalogDraft, { descriptor, thing, entity }: Accepted): void {
  const { reference } = descriptor;
  const heard = entity?.isVanished ? undefined : entity?.fields;
  for (const field of listsOf(thing.noun)) {
    const before = (heard?.[field]?.value ?? []) as EntityReference[];
    const wanted = (descriptor.fields[field]?.value ?? []) as EntityReference[];
    catalog.forgetLinks(reference, [field]);
    for (const target of wanted) {
      const wasDangling = catalog.wasDangling(reference, field, target);
      if (before.includes(target) && !wasDangling) continue;
      const found = resolveItem(catalog, target);
      if (found) connect(catalog, thing, reference, field, found);
      else catalog.leaveDangling(reference, field, target);
    }
    for (const target of before) {
      const found = wanted.includes(target) ? undefined : resolveItem(catalog, target, { evenRetired: true });
      if (found) disconnect(catalog, thing, reference, field, target, found);
    }
  }
}

function resolveItem(catalog: CatalogDraft, target: EntityReference, options = {}): Draft | undefined {
  const noun = nounOf(partsOf(target).kind);
  return noun && catalog.resolve(target, noun, options);
}

/** Does what one item of a list says: a need, a membership, or a child's parent. */
export function connect(
  catalog: CatalogDraft,
  thing: Draft,
  reference: EntityReference,
  field: string,
  target: Draft,
): void {
  const need = needFields[field];
  if (need) {
    if (target.noun !== "service" && target.noun !== "entry") return;
    const [from, to] = need.speaker === "from" ? [thing.id, target.id] : [target.id, thing.id];
    catalog.addEdge({ from, to, relation: need.relation, source: reference }, thing);
  } else if (field === "children") adoptChild(catalog, thing, target);
  else if (field === "members" && target.noun === "person") catalog.addMembership(thing, target, thing);
  else if (field === "memberOf" && target.noun === "team") catalog.addMembership(target, thing, thing);
}

// A child's own word about its parent wins over its parent's.
function adoptChild(catalog: CatalogDraft, parent: Draft, child: Draft): void {
  const entity = catalog.entityOf(child);
  const isStated = entity && statement(catalog, entity.reference, "parent") !== undefined;
  if (child.noun === "team" && child !== parent && !isStated) child.row.parentId ??= parent.id;
}

/** Takes back what one item of a list said, unless another descriptor says it too. */
export function disconnect(
  catalog: CatalogDraft,
  thing: Draft,
  reference: EntityReference,
  field: string,
  target: EntityReference,
  found: Draft,
): void {
  const need = needFields[field];
  if (need) {
    const isFrom = need.speaker === "from";
    const [from, to] = isFrom ? [thing.id, found.id] : [found.id, thing.id];
    const heir = isFrom ? whoStatesNeed(catalog, reference, target) : whoStatesNeed(catalog, target, reference);
    catalog.dropEdge(from, to, reference, heir, thing);
  } else if (field === "children") {
    const entity = catalog.entityOf(found);
    const isStated = entity && statement(catalog, entity.reference, "parent") !== undefined;
    if (found.row.parentId === thing.id && !isStated) found.row.parentId = null;
  } else {
    const [team, person] = field === "members" ? [reference, target] : [target, reference];
    if (isMembershipStated(catalog, team, person)) return;
    catalog.dropMembership(field === "members" ? thing : found, field === "members" ? found : thing, thing);
  }
}
