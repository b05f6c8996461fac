import "server-only";
import { isDeepStrictEqual } from "node:util";
import { inTransaction, type Tx } from "#db/client";
import { installation } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changesOf } from "#lib/changes";
import { now } from "#lib/clock";
import type { OneLimit } from "#lib/coverage/limit-inputs";
import { shippedLimits } from "#lib/coverage/limit-words";
import { type CoverageLimits, readLimits } from "#lib/coverage/limits";
import { recordEvent } from "#lib/events";

/** Sets what coverage is measured against from the next measurement on; past ones stay as they are. Throws Forbidden. */
export function setCoverageLimits(viewer: Viewer, wanted: CoverageLimits, at = now()): Promise<void> {
  return change(viewer, () => wanted, at);
}

/** Sets one limit back to what Watchbill ships with. Throws Forbidden. */
export function resetCoverageLimit(viewer: Viewer, { limit }: OneLimit, at = now()): Promise<void> {
  return change(viewer, (present) => ({ ...present, [limit]: shippedLimits[limit] }), at);
}

function change(viewer: Viewer, next: (present: CoverageLimits) => CoverageLimits, at: Temporal.Instant) {
  return inTransaction(async (tx) => {
    authorize(viewer, "coverage:edit");
    const present = await lockLimits(tx);
    if (!present) return;
    const wanted = next(present);
    const changes = changesOf(present, wanted);
    if (changes.length === 0) return;
    await tx.update(installation).set({ coverageLimits: ownLimits(wanted) });
    await recordEvent(tx, viewer, at, { kind: "installation.coverage-limits-changed", changes, about: [] });
  });
}

async function lockLimits(tx: Tx): Promise<CoverageLimits | undefined> {
  const [row] = await tx.select({ limits: installation.coverageLimits }).from(installation).for("update");
  return row && readLimits(row.limits);
}

/** Only what differs is kept, so that what nobody set follows what ships. */
function ownLimits(wanted: CoverageLimits): Record<string, unknown> | null {
  const own = Object.entries(wanted).filter(
    ([name, value]) => !isDeepStrictEqual(value, shippedLimits[name as keyof CoverageLimits]),
  );
  return own.length > 0 ? Object.fromEntries(own) : null;
}
