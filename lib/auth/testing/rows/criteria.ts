import { administrators, outsider, type Rows, unique } from "#lib/auth/testing/roles";
import * as criteria from "#lib/records/criteria/commands";

const expectation = (level = "Senior") => ({ level, text: "Stands in a rotation of a service they build." });
const newCriterion = (level?: string) => criteria.writeCriterion(outsider, expectation(level));

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
};
