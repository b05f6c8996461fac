import { isDeepStrictEqual } from "node:util";
import type { ImportedField } from "#db/schema";
import type { Field } from "#lib/imports/entity-kinds";

type Merge = {
  /** What the source said last time, if it spoke of this field. */
  before: ImportedField | undefined;
  /** What it says now. */
  next: Field | undefined;
  /** What the thing has now, and what it has when nobody has said anything. */
  current: unknown;
  unset: unknown;
  /** The thing was here before its descriptor, which is read for the first time. */
  isAdopting: boolean;
  at: Temporal.Instant;
};

/** What the thing is to have, and what is remembered of the source; nothing is remembered of a field it leaves out. */
export type Merged = { value: unknown; field: ImportedField | undefined };

/**
 * The rule of imported fields: what a person wrote stays until the source changes that field; then the source wins
 * and the hand-made value is remembered as replaced. A field that the source no longer has keeps what a person wrote.
 */
export function mergeField({ before, next, current, unset, isAdopting, at }: Merge): Merged {
  const isUnset = isDeepStrictEqual(current, unset);
  const isByHand = before ? !isDeepStrictEqual(current, before.value) : !isUnset;
  if (!next) return { value: before && !isByHand ? unset : current, field: undefined };
  if (before && isDeepStrictEqual(before.value, next.value))
    return { value: current, field: remember(next, before.replaced) };
  if (isAdopting && !isUnset) return { value: current, field: remember(next) };
  const isReplaced = isByHand && !isUnset && !isDeepStrictEqual(current, next.value);
  return {
    value: next.value,
    field: remember(next, isReplaced ? { value: current, at: at.toString() } : undefined),
  };
}

/** Whether two values of a field are the same; objects are compared by what they hold. */
export const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(one, other);

/** A field as it is remembered. */
export function remember({ value, written }: Field, replaced?: ImportedField["replaced"]): ImportedField {
  return { value, ...(written !== undefined && { written }), ...(replaced && { replaced }) };
}
