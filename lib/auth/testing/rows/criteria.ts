import { db } from "#db/client";
import { managerTellings } from "#db/schema";
import { administrators, outsider, type Rows, unique, type World } from "#lib/auth/testing/roles";
import { now } from "#lib/clock";
import * as criteria from "#lib/records/criteria/commands";
import * as links from "#lib/records/criteria/link-commands";
import { lineKey } from "#lib/records/lines";

const expectation = (level = "Senior") => ({ level, text: "Stands in a rotation of a service they build." });
const newCriterion = (level?: string) => criteria.writeCriterion(outsider, expectation(level));

/** Whose record it is, and their manager, of whom they were told long ago. */
const themselves = ["member", "manager", "memberWriteToken"] as const;

async function pointOut({ delivery: { member, manager } }: World) {
  const told = { personId: member.id, managerId: manager.id, toldAt: now().subtract({ hours: 48 }) };
  await db().insert(managerTellings).values(told).onConflictDoNothing();
  return { criterion: await newCriterion(), person: member.email ?? "", line: lineKey("alert", crypto.randomUUID()) };
}

export const criteriaRows: Rows = {
  "records/criteria/commands.writeCriterion": {
    may: administrators,
    run: (viewer) => criteria.writeCriterion(viewer, expectation()),
  },
  "records/criteria/commands.editCriterion": {
    may: administrators,
    run: async (viewer) => {
      const criterion = await newCriterion();
      return criteria.editCriterion(viewer, { criterion, level: "Senior", text: "Keeps one runbook proven." });
    },
  },
  "records/criteria/commands.moveCriterion": {
    may: administrators,
    run: async (viewer) => criteria.moveCriterion(viewer, { criterion: await newCriterion(), direction: "up" }),
  },
  "records/criteria/commands.moveLevel": {
    may: administrators,
    run: async (viewer) => {
      const level = unique();
      await newCriterion(level);
      return criteria.moveLevel(viewer, { level, direction: "up" });
    },
  },
  "records/criteria/commands.retireCriterion": {
    may: administrators,
    run: async (viewer) => criteria.retireCriterion(viewer, { criterion: await newCriterion() }),
  },
  "records/criteria/commands.restoreCriterion": {
    may: administrators,
    run: async (viewer) => {
      const criterion = await newCriterion();
      await criteria.retireCriterion(outsider, { criterion });
      return criteria.restoreCriterion(viewer, { criterion });
    },
  },
  "records/criteria/link-commands.linkCriterion": {
    may: themselves,
    run: async (viewer, world) => links.linkCriterion(viewer, await pointOut(world)),
  },
  "records/criteria/link-commands.unlinkCriterion": {
    may: themselves,
    run: async (viewer, world) => links.unlinkCriterion(viewer, await pointOut(world)),
  },
};
