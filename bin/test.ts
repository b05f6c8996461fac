import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CannotRun } from "#bin/start/steps";
import type { Count } from "#bin/test/part";
import { runs } from "#bin/test/parts";

// Runs every part that was asked for, also after one has failed, and sums up in one line that machines read too.
// The settings of this folder's own server are none of the tests' business: each chooses its own.
for (const name of Object.keys(process.env))
  if (/^(AUTH_|WATCHBILL_|SMTP_|MAIL_|DATABASE_|PORT$|HOST$)/.test(name)) delete process.env[name];

const [name = "all", ...filters] = process.argv.slice(2);
const parts = runs[name];
if (!parts) {
  console.error(`There are no tests called ${name}, only ${Object.keys(runs).join(", ")}.`);
  process.exit(1);
}

const reports = mkdtempSync(path.join(tmpdir(), "watchbill-reports-"));
process.once("exit", () => rmSync(reports, { recursive: true, force: true }));

const outcome: { name: string; count: Count; seconds: number }[] = [];
for (const { name, run } of parts) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const count = await run({ report: path.join(reports, `${outcome.length}.json`), filters }).catch(broken);
  outcome.push({ name, count, seconds: (performance.now() - began) / 1000 });
}

console.log("\n== outcome");
for (const { name, count, seconds } of outcome)
  console.log(`${name.padEnd(22)} ${count.passed} passed, ${count.failed} failed in ${seconds.toFixed(1)} s`);

const failed = outcome.reduce((sum, { count }) => sum + count.failed, 0);
const passed = outcome.reduce((sum, { count }) => sum + count.passed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function broken(error: unknown): Count {
  console.error(error instanceof CannotRun ? error.message : error);
  return { passed: 0, failed: 1 };
}
