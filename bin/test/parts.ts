import { build, isBuilt } from "#bin/start/build";
import { bin, check, type Part, run } from "#bin/test/part";
import { journeys } from "#bin/test/playwright";
import { vitest } from "#bin/test/vitest";

const long = { WATCHBILL_LONG_RUN: "1" };

/** Zones with half-hour summer time, summer time at midnight, a skipped day, a quarter-hour offset, and none of it. */
const timeZones = ["UTC", "Australia/Lord_Howe", "America/Asuncion", "Pacific/Apia", "Asia/Kathmandu"];

export const parts: Record<string, Part> = {
  "format and lint": check(() => run(bin("biome"), ["ci", "--error-on-warnings", "."])),
  types: check(
    () => run(bin("next"), ["typegen"]),
    () => run(bin("tsc"), ["--noEmit"]),
  ),
  imports: check(() => run(bin("depcruise"), ["--config", ".dependency-cruiser.mjs", "."])),
  unit: vitest(["unit", "components"]),
  "database: PostgreSQL": vitest(["db"]),
  "database: PGlite": vitest(["pglite"]),
  build: check(buildOnce),
  "journeys: PostgreSQL": journeys("postgres"),
  "journeys: PGlite": journeys("pglite"),
  "database, long": vitest(["db", "pglite"], long),
  ...Object.fromEntries(
    timeZones.map((zone) => [`unit, long, in ${zone}`, vitest(["unit", "components"], { ...long, TZ: zone })]),
  ),
};

const checks = ["format and lint", "types", "imports"];
const databases = ["database: PostgreSQL", "database: PGlite"];
const endToEnd = ["build", "journeys: PostgreSQL", "journeys: PGlite"];

/** What the npm scripts run. */
export const runs: Record<string, string[]> = {
  all: [...checks, "unit", ...databases, ...endToEnd],
  check: checks,
  unit: ["unit"],
  db: databases,
  e2e: endToEnd,
  long: [...timeZones.map((zone) => `unit, long, in ${zone}`), "database, long"],
};

async function buildOnce(): Promise<number> {
  if (isBuilt()) return 0;
  await build();
  return 0;
}
