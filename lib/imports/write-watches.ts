import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client";
import { type ImportDifference, type ImportNote, type RejectedDocument, services } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { Conflict, Invalid, KnownError } from "#lib/errors";
import { applyEscalation, applyRotation } from "#lib/imports/apply-watch";
import { toRejectedDocument } from "#lib/imports/plan";
import { lineAt } from "#lib/imports/source-document";
import { faultAt, type WatchDocument } from "#lib/imports/watch-document";

/** What came of the descriptors of watches, to be added to what came of the others. */
export type WatchResult = {
  created: number;
  changed: number;
  unchanged: number;
  retired: number;
  rejected: RejectedDocument[];
  notes: ImportNote[];
  differences: ImportDifference[];
};

export const noWatches = (): WatchResult => ({
  ...{ created: 0, changed: 0, unchanged: 0, retired: 0 },
  ...{ rejected: [], notes: [], differences: [] },
});

/**
 * Applies rotations, then the escalation paths that name them, when everything else of the import is written; the
 * caller holds `lockDefaults`. Each stands by itself: what a bad one did is undone, and it is rejected.
 */
export async function writeWatches(
  tx: Tx,
  viewer: Viewer,
  watches: readonly (WatchDocument & { source: string })[],
  at: Temporal.Instant,
): Promise<WatchResult> {
  const result = noWatches();
  const first = new Map<string, WatchDocument>();
  await lockServicesOf(tx, watches);
  const pathsLast = watches.toSorted((one, other) => rank(one) - rank(other));
  for (const watch of pathsLast) {
    try {
      claim(first, watch);
      const apply = watch.kind === "Rotation" ? applyRotation : applyEscalation;
      const { outcome, note } = await tx.transaction((savepoint) => apply(savepoint, viewer, watch, at));
      result[outcome] += 1;
      const name = watch.kind === "Rotation" ? watch.body.name : watch.slug;
      if (outcome !== "unchanged") result.differences.push({ reference: watch.reference, name, outcome, changes: [] });
      if (note) result.notes.push({ source: watch.location, line: watch.line, note });
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      result.rejected.push(rejectionOf(watch, error));
    }
  }
  return result;
}

const rank = ({ kind }: WatchDocument) => (kind === "Rotation" ? 0 : 1);

/** Whoever sets a path by hand locks the service before its rotations; so does an import. */
async function lockServicesOf(tx: Tx, watches: readonly WatchDocument[]): Promise<void> {
  const slugs = watches.filter(({ kind }) => kind === "EscalationPath").map(({ slug }) => slug);
  if (slugs.length === 0) return;
  await tx
    .select({ id: services.id })
    .from(services)
    .where(inArray(services.slug, slugs))
    .orderBy(services.id)
    .for("update");
}

/** Of several descriptors of one run that speak of the same, the first is heard. Throws Conflict. */
function claim(first: Map<string, WatchDocument>, watch: WatchDocument): void {
  const key = `${watch.kind} ${watch.slug}`;
  const other = first.get(key);
  if (other) throw new Conflict(`${other.reference} is already described in ${other.location}, line ${other.line}.`);
  first.set(key, watch);
}

function rejectionOf(watch: WatchDocument, error: KnownError): RejectedDocument {
  const [fault] = error instanceof Invalid ? error.errors : [];
  const { reason, path } = fault?.path
    ? faultAt(fault.path.split("."), fault.message)
    : { reason: error.message, path: [] };
  return toRejectedDocument({ ...watch, line: lineAt(watch, path), reason });
}
