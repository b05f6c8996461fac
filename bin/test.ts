import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Count } from "#bin/test/part";
import { parts, runs } from "#bin/test/parts";

/** Runs the named parts of the tests (all of them when none is named), every one even after a failure, and sums up. */
const [name = "all", ...filters] = process.argv.slice(2);
const names = runs[name];
if (!names) {
  console.error(`There is no part of the tests called ${name}: ${Object.keys(runs).join(", ")}.`);
  process.exit(1);
}

const reports = mkdtempSync(path.join(tmpdir(), "watchbill-reports-"));
const outcome: { name: string; count: Count; seconds: number }[] = [];
try {
  for (const part of names) {
    console.log(`\n== ${part}`);
    const began = performance.now();
    const count = await parts[part]({ report: path.join(reports, `${outcome.length}.json`), filters });
    outcome.push({ name: part, count, seconds: (performance.now() - began) / 1000 });
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

console.log("\n== outcome");
for (const { name, count, seconds } of outcome)
  console.log(`${name.padEnd(24)} ${count.passed} passed, ${count.failed} failed, ${seconds.toFixed(1)} s`);
const sum = (key: keyof Count) => outcome.reduce((total, { count }) => total + count[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
