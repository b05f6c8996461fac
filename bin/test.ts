import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CannotRun } from "#bin/start/steps";
import type { Outcome } from "#bin/test/part";
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

const outcomes: (Outcome & { name: string; seconds: number })[] = [];
for (const { name, run } of parts) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const outcome = await run({ report: path.join(reports, `${outcomes.length}.json`), filters }).catch(broken);
  outcomes.push({ name, ...outcome, seconds: (performance.now() - began) / 1000 });
}

// Whatever failed is named at the end again: that is all of a long log that some machines keep.
console.log("\n== outcome");
for (const { name, passed, failed, seconds } of outcomes) {
  console.log(`${name.padEnd(22)} ${passed} passed, ${failed.length} failed in ${seconds.toFixed(1)} s`);
  for (const what of failed) console.log(`  failed: ${what}`);
}

const failed = outcomes.reduce((sum, { failed }) => sum + failed.length, 0);
const passed = outcomes.reduce((sum, { passed }) => sum + passed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function broken(error: unknown): Outcome {
  console.error(error instanceof CannotRun ? error.message : error);
  return { passed: 0, failed: [error instanceof Error ? error.message : String(error)] };
}
