import type { CatalogDraft } from "#lib/imports/catalog-draft";
import type { EntityReference } from "#lib/imports/entity-reference";
import { needFields } from "#lib/imports/layout";

/** What the descriptor of `reference` says of `field`, as far as it is known and still there. */
export function statement(catalog: CatalogDraft, reference: EntityReference, field: string): unknown {
  const entity = catalog.entities.get(reference);
  return entity?.isVanished ? undefined : entity?.fields[field]?.value;
}

export function lists(catalog: CatalogDraft, reference: EntityReference, field: string): readonly string[] {
  return (statement(catalog, reference, field) ?? []) as string[];
}

/** Which of the two descriptors says that `from` needs `to`, if either does. */
export function whoStatesNeed(
  catalog: CatalogDraft,
  from: EntityReference,
  to: EntityReference,
): EntityReference | undefined {
  const fields = Object.entries(needFields);
  const states = (speaker: "from" | "to", self: EntityReference, other: EntityReference) =>
    fields.some(([field, need]) => need.speaker === speaker && lists(catalog, self, field).includes(other));
  if (states("from", from, to)) return from;
  return states("to", to, from) ? to : undefined;
}

/** Whether either descriptor says that the person belongs to the team. */
export function isMembershipStated(catalog: CatalogDraft, team: EntityReference, person: EntityReference): boolean {
  return lists(catalog, team, "members").includes(person) || lists(catalog, person, "memberOf").includes(team);
}
