import { bin, type Count, counted, type Part, run } from "#bin/test/part";

type Report = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** Runs the journeys against the production build, on the named kind of database. */
export function journeys(database: "postgres" | "pglite"): Part {
  return async ({ report, filters }) => {
    const code = await run(bin("playwright"), ["test", "--reporter=list,json", ...filters], {
      E2E_DATABASE: database,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return counted(report, code, read);
  };
}

function read(report: unknown): Count {
  const { stats, errors } = report as Report;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
