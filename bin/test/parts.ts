import { build, isBuilt } from "#bin/start/build";
import { foreignCatalogs, importTwice } from "#bin/test/catalogs";
import { everyJourneyIsEveryday } from "#bin/test/everyday";
import { bin, check, type Part, run } from "#bin/test/part";
import { foreignPayloads, readPayloads } from "#bin/test/payloads";
import { journeys } from "#bin/test/playwright";
import { vitest } from "#bin/test/vitest";

type Named = { name: string; run: Part };

const checks: Named[] = [
  {
    name: "format and lint",
    run: check(() =>
      run(bin("biome"), ["ci", "--error-on-warnings", `--colors=${process.stdout.isTTY ? "force" : "off"}`, "."]),
    ),
  },
  {
    name: "types",
    run: check(
      () => run(bin("next"), ["typegen"]),
      () => run(bin("tsc"), ["--noEmit"]),
    ),
  },
  { name: "imports", run: check(() => run(bin("depcruise"), ["--config", ".dependency-cruiser.mjs", ...sources()])) },
  { name: "every journey at some size", run: everyJourneyIsEveryday },
];

const unit = { name: "unit", run: vitest(["unit", "components"]) };

const databases: Named[] = [
  { name: "database: PostgreSQL", run: vitest(["db", "db-alone"]) },
  { name: "database: PGlite", run: vitest(["pglite"]) },
];

const endToEnd: Named[] = [
  { name: "build", run: check(buildOnce) },
  { name: "journeys on a phone: PostgreSQL", run: journeys("postgres", ["phone"]) },
  { name: "journeys at a desk: PGlite", run: journeys("pglite", ["desktop"]) },
];

const catalogs: Named[] = foreignCatalogs.length > 0 ? [{ name: "foreign catalogs", run: importTwice }] : [];

const payloads: Named[] = foreignPayloads.length > 0 ? [{ name: "foreign payloads", run: readPayloads }] : [];

/** Zones with half-hour summer time, summer time at midnight, a skipped day, a quarter-hour offset, and none of it. */
const timeZones = ["UTC", "Australia/Lord_Howe", "America/Asuncion", "Pacific/Apia", "Asia/Kathmandu"];
const long = { WATCHBILL_LONG_RUN: "1" };

/** What `npm test` and its parts run, by the name that the npm script gives. */
export const runs: Record<string, Named[]> = {
  all: [...checks, unit, ...databases, ...catalogs, ...payloads, ...endToEnd],
  check: checks,
  unit: [unit],
  db: databases,
  e2e: endToEnd,
  catalogs,
  payloads,
  long: [
    ...timeZones.map((TZ) => ({ name: `unit in ${TZ}`, run: vitest(["unit", "components"], { ...long, TZ }) })),
    { name: "database: PostgreSQL", run: vitest(["db", "db-alone"], long) },
    { name: "database: PGlite", run: vitest(["pglite"], long) },
    { name: "build", run: check(buildOnce) },
    { name: "journeys: PostgreSQL", run: journeys("postgres", ["phone", "desktop"]) },
    { name: "journeys: PGlite", run: journeys("pglite", ["phone", "desktop"]) },
  ],
};

function sources(): string[] {
  return ["app", "components", "lib", "db", "bin", "e2e", "instrumentation.ts", "proxy.ts", "playwright.config.ts"];
}

async function buildOnce(): Promise<number> {
  if (!isBuilt()) await build();
  return 0;
}
