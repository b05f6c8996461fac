import { db } from "#db/client";
import { createHeartbeat, createIntakeKey, createIntakeName, createMaintenance } from "#db/testing/factories";
import * as heartbeats from "#lib/alerts/heartbeats/commands";
import { putHeartbeat } from "#lib/alerts/heartbeats/put-commands";
import * as intakeKeys from "#lib/alerts/intake/intake-key-commands";
import * as intakeNames from "#lib/alerts/intake/intake-name-commands";
import * as maintenance from "#lib/alerts/maintenance/commands";
import { administrators, everyPerson, hours, insiders, type Rows, unique } from "#lib/auth/testing/roles";
import { recordChange } from "#lib/changes/commands";

/** Whoever may tell of something: people, senders, and tokens that may write. */
const senders = [...everyPerson, "intakeToken", "writeToken", "adminToken"] as const;

export const intakeRows: Rows = {
  "alerts/intake/intake-key-commands.makeIntakeKey": {
    may: insiders,
    run: (viewer, { service }) => intakeKeys.makeIntakeKey(viewer, { service: service.slug }),
  },
  "alerts/intake/intake-key-commands.revokeIntakeKey": {
    may: insiders,
    run: async (viewer, { service }) => {
      const { id } = await createIntakeKey(db(), service);
      return intakeKeys.revokeIntakeKey(viewer, { service: service.slug, key: id });
    },
  },
  "alerts/intake/intake-name-commands.setIntakeName": {
    may: administrators,
    run: (viewer, { service }) => intakeNames.setIntakeName(viewer, { name: unique(), service: service.slug }),
  },
  "alerts/intake/intake-name-commands.removeIntakeName": {
    may: administrators,
    run: async (viewer, { service }) => {
      const name = unique();
      await createIntakeName(db(), service, { name });
      return intakeNames.removeIntakeName(viewer, { name });
    },
  },
  "alerts/maintenance/commands.planMaintenance": {
    may: insiders,
    run: (viewer, { service }) => maintenance.planMaintenance(viewer, { service: service.slug, to: hours(0, 2).to }),
  },
  "alerts/maintenance/commands.endMaintenance": {
    may: insiders,
    run: async (viewer, { service }) => {
      const { id } = await createMaintenance(db(), service, { to: hours(0, 2).to });
      return maintenance.endMaintenance(viewer, { service: service.slug, maintenance: id });
    },
  },
  "alerts/heartbeats/put-commands.putHeartbeat": {
    may: insiders,
    run: (viewer, { service }) =>
      putHeartbeat(viewer, { service: service.slug, heartbeat: unique(), everySeconds: 60 }),
  },
  "alerts/heartbeats/commands.retireHeartbeat": {
    may: insiders,
    run: async (viewer, { service }) => {
      const { slug } = await createHeartbeat(db(), service);
      return heartbeats.retireHeartbeat(viewer, { service: service.slug, heartbeat: slug });
    },
  },
  "alerts/heartbeats/commands.beatHeart": {
    may: senders,
    run: async (viewer, { service }) => {
      const { slug } = await createHeartbeat(db(), service);
      return heartbeats.beatHeart(viewer, { service: service.slug, heartbeat: slug });
    },
  },
  "changes/commands.recordChange": {
    may: senders,
    run: (viewer, { service }) =>
      recordChange(viewer, { service: service.slug, kind: "deploy", summary: "Version 4.17" }),
  },
};
