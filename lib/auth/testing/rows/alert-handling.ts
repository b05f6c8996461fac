import { db } from "#db/client";
import { createAlert, createDocument } from "#db/testing/factories";
import * as commands from "#lib/alerts/commands";
import { bringIn, pageOps } from "#lib/alerts/help-commands";
import { markAlertStep } from "#lib/alerts/mark-commands";
import { systemViewer } from "#lib/auth/policy";
import { everyPerson, insiders, type Rows, type World } from "#lib/auth/testing/roles";
import { now } from "#lib/clock";

/** Whoever is of the service's teams, and what only people do. */
const handlers = ["member", "lead", "opsMember", "administrator", "memberWriteToken"] as const;

const raised = async ({ service }: World) => ({ alert: (await createAlert(db(), { service }, now())).id });

async function resolved(world: World) {
  const { alert } = await raised(world);
  await commands.resolveAlert(systemViewer("A test"), { alert });
  return { alert };
}

export const alertHandlingRows: Rows = {
  "alerts/commands.acknowledgeAlert": {
    may: handlers,
    run: async (viewer, world) => commands.acknowledgeAlert(viewer, await raised(world)),
  },
  "alerts/commands.handOver": {
    may: handlers,
    run: async (viewer, world) =>
      commands.handOver(viewer, { ...(await raised(world)), to: world.newcomer.email as string }),
  },
  "alerts/commands.noteAlert": {
    may: handlers,
    run: async (viewer, world) => commands.noteAlert(viewer, { ...(await raised(world)), words: "Looking." }),
  },
  "alerts/commands.resolveAlert": {
    may: insiders,
    run: async (viewer, world) => commands.resolveAlert(viewer, await raised(world)),
  },
  "alerts/commands.reopenAlert": {
    may: handlers,
    run: async (viewer, world) => commands.reopenAlert(viewer, await resolved(world)),
  },
  "alerts/commands.reviewAlert": {
    may: everyPerson,
    run: async (viewer, world) => commands.reviewAlert(viewer, await resolved(world)),
  },
  "alerts/help-commands.pageOps": {
    may: [...everyPerson, "writeToken", "adminToken"],
    run: async (viewer, world) => pageOps(viewer, await raised(world)),
  },
  "alerts/help-commands.bringIn": {
    may: everyPerson,
    run: async (viewer, world) => bringIn(viewer, { ...(await raised(world)), person: world.newcomer.email as string }),
  },
  "alerts/mark-commands.markAlertStep": {
    may: everyPerson,
    run: async (viewer, world) => {
      const { kind, slug } = await createDocument(db(), { service: world.service });
      return markAlertStep(viewer, {
        ...(await raised(world)),
        ...{ kind, service: world.service.slug, slug, revision: 1 },
        ...{ anchor: "mitigation-1", verdict: "worked", idempotencyKey: crypto.randomUUID() },
      });
    },
  },
};
