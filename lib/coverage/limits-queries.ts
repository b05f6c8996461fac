import "server-only";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { CoverageLimits } from "#lib/coverage/limits";
import { loadLimits } from "#lib/coverage/stored-limits";

/** What coverage is measured against; for everybody who reads what it found. Throws Forbidden. */
export function findLimits(viewer: Viewer): Promise<CoverageLimits> {
  authorize(viewer, "coverage:read");
  return loadLimits();
}
