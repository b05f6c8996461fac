import { point } from "#lib/imports/apply-links";
import { connect } from "#lib/imports/apply-lists";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import { linkOf } from "#lib/imports/layout";
import type { Dangling } from "#lib/imports/snapshot";

/**
 * Lets `thing`, which has just arrived, take its place wherever a descriptor has been waiting for it. What a person
 * has set in the meantime stays.
 */
export function heal(catalog: CatalogDraft, waiting: Dangling, thing: Draft): void {
  const entity = catalog.entities.get(waiting.reference);
  const speaker = entity && !entity.isVanished ? catalog.things.get(entity.thingId) : undefined;
  if (!speaker || speaker === thing) return;
  const link = linkOf(speaker.noun, waiting.field);
  if (!link) connect(catalog, speaker, waiting.reference, waiting.field, thing);
  else if (thing.noun !== link.to || (waiting.field === "opsTeam" && thing.row.kind !== "ops")) return;
  else if (speaker.row[link.column] === null && !makesLoop(catalog, speaker, link.column, thing))
    point(speaker, { field: waiting.field, ...link }, thing.id, undefined);
  catalog.settle(waiting);
}

/** Whether `thing` already lies beneath `speaker` in the same column. */
export function makesLoop(catalog: CatalogDraft, speaker: Draft, column: string, thing: Draft): boolean {
  const seen = new Set<string>();
  for (let at: Draft | undefined = thing; at && !seen.has(at.id); at = catalog.things.get(String(at.row[column]))) {
    if (at === speaker) return true;
    seen.add(at.id);
  }
  return false;
}
