import { bin, type Count, counted, type Part, run } from "#bin/test/part";

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Runs projects of vitest.config.ts. */
export function vitest(projects: string[], env: Record<string, string> = {}): Part {
  return async ({ report, filters }) => {
    const choice = projects.map((project) => `--project=${project}`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run(bin("vitest"), ["run", ...choice, ...reporters, ...filters], { NODE_ENV: "test", ...env });
    return counted(report, code, read);
  };
}

function read(report: unknown): Count {
  const { numPassedTests, numFailedTests, testResults } = report as Report;
  // A file that cannot be loaded holds no test that could fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}
