import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** How many passed, and what failed, by name. */
export type Outcome = { passed: number; failed: string[] };

/** `report` is where the part may write what its runner says to machines; `filters` choose among its files. */
export type Context = { report: string; filters: string[] };
export type Part = (context: Context) => Promise<Outcome>;

export const bin = (name: string) => path.resolve("node_modules/.bin", name);

/** Runs a program to its end, its output shown, and gives its exit code. */
export function run(program: string, args: string[], env: Record<string, string | undefined> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** A part that is one check: it passes or fails as a whole. The steps run in turn until one fails. */
export function check(...steps: (() => Promise<number>)[]): Part {
  return async () => {
    for (const step of steps) if ((await step()) !== 0) return { passed: 0, failed: ["see above"] };
    return { passed: 1, failed: [] };
  };
}

/**
 * What the report says that a test runner wrote. One that failed outside of its tests has failed, and so has one that
 * ran no test, unless it `mayRunNone`.
 */
export function reported(
  report: string,
  exitCode: number,
  read: (report: unknown) => Outcome,
  { mayRunNone = false } = {},
): Outcome {
  const { passed, failed } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: [] };
  const failedElsewhere = failed.length === 0 && (exitCode !== 0 || (passed === 0 && !mayRunNone));
  return { passed, failed: failedElsewhere ? [`the runner itself, with exit code ${exitCode}`] : failed };
}
