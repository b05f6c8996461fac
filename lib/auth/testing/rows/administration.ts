import * as administration from "#lib/administration/commands";
import { administrators, type Rows } from "#lib/auth/testing/roles";

export const administrationRows: Rows = {
  "administration/commands.chooseFallbackOps": {
    may: administrators,
    run: (viewer, { ops }) => administration.chooseFallbackOps(viewer, { team: ops.team.slug }),
  },
};
