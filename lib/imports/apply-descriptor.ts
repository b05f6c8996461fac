import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { ImportedField } from "#db/schema";
import type { Accepted } from "#lib/imports/accept";
import { applyLinks } from "#lib/imports/apply-links";
import type { CatalogDraft } from "#lib/imports/catalog-draft";
import type { Descriptor } from "#lib/imports/descriptor";
import { emptyRow, scalarsOf } from "#lib/imports/layout";
import { mergeField, remember } from "#lib/imports/merge-field";
import type { KnownEntity } from "#lib/imports/snapshot";

/**
 * Brings the thing's own fields and its links to single things to what the descriptor says, and remembers what it
 * said. Lists follow in a second pass, when every descriptor of the run has been heard.
 */
export function applyDescriptor(catalog: CatalogDraft, accepted: Accepted, source: string, at: Temporal.Instant): void {
  const { descriptor, thing, entity } = accepted;
  const digest = digestOf(descriptor);
  const fields =
    entity?.digest === digest && !entity.isVanished
      ? entity.fields
      : { ...mergeScalars(accepted, at), ...rememberRest(accepted) };
  const next: KnownEntity = {
    reference: descriptor.reference,
    source: descriptor.source ?? source,
    location: descriptor.location,
    line: descriptor.line,
    digest,
    fields: { ...fields },
    noun: thing.noun,
    thingId: thing.id,
    isAdopted: entity?.isAdopted ?? accepted.isAdopting,
    isVanished: false,
  };
  applyLinks(catalog, accepted, next, at);
  catalog.link(next);
}

function mergeScalars({ descriptor, thing, entity, isAdopting }: Accepted, at: Temporal.Instant) {
  const merged: Record<string, ImportedField> = {};
  const empty = emptyRow(thing.noun);
  for (const name of scalarsOf(thing.noun)) {
    const { value, field } = mergeField({
      before: entity?.fields[name],
      next: descriptor.fields[name],
      current: thing.row[name],
      unset: empty[name],
      isAdopting,
      at,
    });
    thing.row[name] = value;
    if (field) merged[name] = field;
  }
  return merged;
}

/** Everything else that the descriptor says: links, lists, and what only other parts of the portal read. */
function rememberRest({ descriptor, thing, entity }: Accepted): Record<string, ImportedField> {
  const rest = Object.entries(descriptor.fields).filter(([name]) => !scalarsOf(thing.noun).includes(name));
  return Object.fromEntries(
    rest.map(([name, field]) => {
      const before = entity?.fields[name];
      const isSame = before !== undefined && isDeepStrictEqual(before.value, field.value);
      return [name, remember(field, isSame ? before.replaced : undefined)];
    }),
  );
}

/** The same digest means that the descriptor says the same as last time. */
function digestOf({ fields }: Descriptor): string {
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
