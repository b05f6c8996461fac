import { globSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { testDatabase } from "#db/testing/test-database";
import { newWorld, type Role, type Rows, roles, viewerFor } from "#lib/auth/testing/roles";
import { administrationRows } from "#lib/auth/testing/rows/administration";
import { alertHandlingRows } from "#lib/auth/testing/rows/alert-handling";
import { alertsRows } from "#lib/auth/testing/rows/alerts";
import { authRows } from "#lib/auth/testing/rows/auth";
import { coverageRows } from "#lib/auth/testing/rows/coverage";
import { coverageLimitsRows } from "#lib/auth/testing/rows/coverage-limits";
import { criteriaRows } from "#lib/auth/testing/rows/criteria";
import { documentsRows } from "#lib/auth/testing/rows/documents";
import { drillsRows } from "#lib/auth/testing/rows/drills";
import { importsRows } from "#lib/auth/testing/rows/imports";
import { intakeRows } from "#lib/auth/testing/rows/intake";
import { notificationsRows } from "#lib/auth/testing/rows/notifications";
import { peopleRows } from "#lib/auth/testing/rows/people";
import { recordsRows } from "#lib/auth/testing/rows/records";
import { rotationsRows } from "#lib/auth/testing/rows/rotations";
import { servicesRows } from "#lib/auth/testing/rows/services";
import { signaturesRows } from "#lib/auth/testing/rows/signatures";
import { standingInRows } from "#lib/auth/testing/rows/standing-in";
import { teamsRows } from "#lib/auth/testing/rows/teams";
import { Forbidden, NotFound } from "#lib/errors";

testDatabase();

// Codes and links are signed with it.
vi.stubEnv("AUTH_SECRET", "a secret of this test alone, long enough");

/** Each command, who may run it, and a run that fails for nobody else's reason. */
const rows: Rows = {
  ...servicesRows,
  ...teamsRows,
  ...rotationsRows,
  ...standingInRows,
  ...peopleRows,
  ...authRows,
  ...documentsRows,
  ...signaturesRows,
  ...alertsRows,
  ...alertHandlingRows,
  ...intakeRows,
  ...notificationsRows,
  ...importsRows,
  ...administrationRows,
  ...coverageLimitsRows,
  ...criteriaRows,
  ...coverageRows,
  ...drillsRows,
  ...recordsRows,
};

describe("each command lets in exactly whom the roles table names", () => {
  test.each(Object.entries(rows))("%s", async (_name, { may, run }) => {
    // Whoever is refused leaves the world as it was, so that one serves all of them.
    const shared = await newWorld();
    const admitted: Role[] = [];
    for (const role of roles) {
      const world = may.includes(role) ? await newWorld() : shared;
      if (await isLetIn(run(await viewerFor(world, role), world))) admitted.push(role);
    }
    expect(admitted).toEqual(roles.filter((role) => may.includes(role)));
  });
});

function isLetIn(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    (error) => {
      if (error instanceof Forbidden || error instanceof NotFound) return false;
      throw error;
    },
  );
}

test("every exported command has a row in the roles table", () => {
  const commands = globSync("lib/**/*.ts", { exclude: ["**/*.test.ts"] })
    .filter((file) => /(^|[/-])(commands|put)\.ts$/.test(file))
    .flatMap((file) => exportedFunctions(file).map((name) => `${file.slice(4, -3)}.${name}`));
  expect(commands.filter((name) => !rows[name])).toEqual([]);
  expect(Object.keys(rows).filter((name) => !commands.includes(name))).toEqual([]);
});

function exportedFunctions(file: string): string[] {
  // What takes a transaction is a part of a command, not one by itself.
  return [...readFileSync(file, "utf8").matchAll(/^export (?:async )?function (\w+)\((?!\s*tx: Tx)/gm)].map(
    ([, name]) => name as string,
  );
}
