import { raiseDemoAlert } from "#lib/alerts/demo/demo-commands";
import { putRule, retireRule } from "#lib/alerts/rules/rule-commands";
import { systemViewer } from "#lib/auth/policy";
import { insiders, type Rows, unique } from "#lib/auth/testing/roles";

export const alertsRows: Rows = {
  // Tests do not run in demo mode, and nobody makes alerts up elsewhere.
  "alerts/demo/demo-commands.raiseDemoAlert": { may: [], run: (viewer) => raiseDemoAlert(viewer) },
  "alerts/rules/rule-commands.putRule": {
    may: insiders,
    run: (viewer, { service }) => putRule(viewer, { service: service.slug, name: unique() }),
  },
  "alerts/rules/rule-commands.retireRule": {
    may: insiders,
    run: async (viewer, { service }) => {
      const rule = { service: service.slug, name: unique() };
      await putRule(systemViewer("A test"), rule);
      return retireRule(viewer, rule);
    },
  },
};
