import { mergeTexts } from "#lib/documents/merge";
import { type ConflictingPart, MergeConflict } from "#lib/documents/merge-conflict";
import type { DocumentKind } from "#lib/documents/views";

type Words = { title: string; alertNames: string[]; body: string };

/**
 * Joins what one person made of `base` with what stands there by now, field by field: a title is one word of two, alert
 * names are a set that each adds to and takes from, a text merges by lines. Throws MergeConflict with both.
 */
export function mergeSave(kind: DocumentKind, revision: number, base: Words, yours: Words, theirs: Words): Words {
  const body = mergeTexts(base.body, yours.body, theirs.body);
  const title = mergeTitle(base.title, yours.title, theirs.title);
  const alertNames = mergeNames(base.alertNames, yours.alertNames, theirs.alertNames);
  const merged = { title: title ?? yours.title, alertNames, body: body.text };
  const conflicts: ConflictingPart[] = body.conflicts.map((conflict) => ({ field: "body", ...conflict }));
  if (title === undefined)
    conflicts.unshift({ field: "title", line: null, base: base.title, mine: yours.title, theirs: theirs.title });
  if (conflicts.length > 0) throw new MergeConflict(kind, { revision, theirs, yours, merged, conflicts });
  return merged;
}

/** Undefined where both chose another title. */
function mergeTitle(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : undefined;
}

/** In the order of theirs, with what was added here at the end. */
function mergeNames(base: string[], mine: string[], theirs: string[]): string[] {
  if (sameNames(theirs, base)) return mine;
  const added = mine.filter((name) => !base.includes(name) && !theirs.includes(name));
  const removed = base.filter((name) => !mine.includes(name));
  return [...theirs.filter((name) => !removed.includes(name)), ...added];
}

const sameNames = (one: string[], other: string[]) =>
  one.length === other.length && one.every((name, index) => name === other[index]);
