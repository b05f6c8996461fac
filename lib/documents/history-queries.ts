import "server-only";
import type { Viewer } from "#lib/auth/policy";
import type { Part } from "#lib/cursor";
import { findRevision, listRevisions } from "#lib/documents/revision-queries";
import type { RevisionItem, RevisionView } from "#lib/documents/views";
import { Invalid } from "#lib/errors";

type Value = string | string[] | undefined;

/** A part of the revisions, as an address asks for it; a place that is not known any more is its beginning. */
export async function listRevisionsFrom(
  viewer: Viewer,
  documentId: string,
  cursor: Value,
): Promise<{ part: Part<RevisionItem>; isLater: boolean }> {
  const asked = cursor?.toString() || undefined;
  try {
    return { part: await listRevisions(viewer, documentId, { cursor: asked }), isLater: asked !== undefined };
  } catch (error) {
    if (!(error instanceof Invalid) || asked === undefined) throw error;
    return { part: await listRevisions(viewer, documentId), isLater: false };
  }
}

/** The two revisions that an address wants compared, the older first; undefined when it names no two that are there. */
export async function findComparison(
  viewer: Viewer,
  documentId: string,
  before: Value,
  after: Value,
): Promise<{ before: RevisionView; after: RevisionView } | undefined> {
  const [from, to] = [numberOf(before), numberOf(after)].toSorted((one, other) => one - other);
  if (!from || !to || from === to) return undefined;
  const [older, newer] = await Promise.all([
    findRevision(viewer, documentId, from),
    findRevision(viewer, documentId, to),
  ]);
  return older && newer && { before: older, after: newer };
}

const numberOf = (value: Value) => (/^[1-9]\d{0,8}$/.test(value?.toString() ?? "") ? Number(value) : 0);
