import { disconnect } from "#lib/imports/apply-lists";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import { nounOf } from "#lib/imports/entity-kinds";
import { type EntityReference, partsOf } from "#lib/imports/entity-reference";
import { listsOf } from "#lib/imports/layout";
import type { KnownEntity } from "#lib/imports/snapshot";

export type Pruned = { retired: Draft[]; notes: { location: string; line: number; note: string }[] };

/**
 * Takes back what `gone` descriptors had made: services and entries are retired, teams too unless they still own
 * something or have teams beneath, memberships that nobody else states end. People stay as they are. What was here
 * before its descriptor is only let go.
 */
export function pruneEntities(catalog: CatalogDraft, gone: readonly KnownEntity[], at: Temporal.Instant): Pruned {
  const pruned: Pruned = { retired: [], notes: [] };
  for (const entity of gone) catalog.link({ ...entity, isVanished: true });
  // Teams come last: whether one still owns something shows only when its services are gone.
  const teamsLast = gone.toSorted((one, other) => Number(one.noun === "team") - Number(other.noun === "team"));
  for (const entity of teamsLast) {
    const thing = catalog.things.get(entity.thingId);
    if (!thing) continue;
    const note = (text: string) => pruned.notes.push({ location: entity.location, line: entity.line, note: text });
    if (entity.isAdopted || thing.noun === "team" || thing.noun === "person") dropStatements(catalog, entity, thing);
    if (entity.isAdopted) {
      catalog.unlink(entity);
      note(`${entity.reference} is no longer described; it was here before its descriptor and stays.`);
    } else if (thing.noun === "team" && isNeeded(catalog, thing)) {
      note(`${entity.reference} is no longer described, but stays: it still owns something or has teams beneath it.`);
    } else if (thing.noun !== "person" && !thing.row.retiredAt) {
      thing.row.retiredAt = at;
      pruned.retired.push(thing);
    }
  }
  return pruned;
}

function dropStatements(catalog: CatalogDraft, entity: KnownEntity, thing: Draft): void {
  for (const field of listsOf(thing.noun)) {
    for (const target of (entity.fields[field]?.value ?? []) as EntityReference[]) {
      const noun = nounOf(partsOf(target).kind);
      const found = noun && catalog.resolve(target, noun, { evenRetired: true });
      if (found) disconnect(catalog, thing, entity.reference, field, target, found);
    }
  }
}

function isNeeded(catalog: CatalogDraft, team: Draft): boolean {
  const columns = ["deliveryTeamId", "opsTeamId", "ownerTeamId", "parentId"];
  return catalog.things.values().some(({ row }) => !row.retiredAt && columns.some((column) => row[column] === team.id));
}
