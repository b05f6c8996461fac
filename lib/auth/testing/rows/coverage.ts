import { insiders, type Rows } from "#lib/auth/testing/roles";
import { measureServices } from "#lib/coverage/measure-commands";

export const coverageRows: Rows = {
  "coverage/measure-commands.measureServices": {
    may: insiders,
    run: (viewer, { service }) => measureServices(viewer, { service: service.slug }),
  },
};
