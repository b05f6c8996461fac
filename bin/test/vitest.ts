import path from "node:path";
import { bin, type Outcome, type Part, reported, run } from "#bin/test/part";

type Report = {
  numPassedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs projects of vitest.config.ts. */
export function vitest(projects: string[], env: Record<string, string> = {}): Part {
  return async ({ report, filters }) => {
    const choice = projects.map((project) => `--project=${project}`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run(bin("vitest"), ["run", ...choice, ...reporters, ...filters], { NODE_ENV: "test", ...env });
    return reported(report, code, read);
  };
}

function read(report: unknown): Outcome {
  const { numPassedTests, testResults } = report as Report;
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(".", name);
    const tests = assertionResults.filter((assertion) => assertion.status === "failed");
    // A file that cannot be loaded holds no test that could fail.
    if (tests.length === 0) return status === "failed" ? [file] : [];
    return tests.map(({ fullName }) => `${file}: ${fullName}`);
  });
  return { passed: numPassedTests, failed };
}
