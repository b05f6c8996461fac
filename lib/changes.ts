import { isDeepStrictEqual } from "node:util";
import type { FieldChange } from "#lib/event-kinds";

/** The fields of `wanted` that are given and differ from `present`, as before and after. */
export function changesOf<Thing extends object>(present: Thing, wanted: Partial<Thing>): FieldChange[] {
  return Object.entries(wanted)
    .filter(([field, after]) => after !== undefined && !isDeepStrictEqual(present[field as keyof Thing], after))
    .map(([field, after]) => ({ field, before: present[field as keyof Thing], after }));
}

/** The same changes as an object to store. */
export function changedFields<Thing extends object>(changes: FieldChange[]): Partial<Thing> {
  return Object.fromEntries(changes.map(({ field, after }) => [field, after])) as Partial<Thing>;
}
