import { administrators, type Rows } from "#lib/auth/testing/roles";
import { shippedLimits } from "#lib/coverage/limit-words";
import { resetCoverageLimit, setCoverageLimits } from "#lib/coverage/limits-commands";

export const coverageLimitsRows: Rows = {
  "coverage/limits-commands.setCoverageLimits": {
    may: administrators,
    run: (viewer) => setCoverageLimits(viewer, { ...shippedLimits, engageMinutes: 10 }),
  },
  "coverage/limits-commands.resetCoverageLimit": {
    may: administrators,
    run: (viewer) => resetCoverageLimit(viewer, { limit: "engageMinutes" }),
  },
};
