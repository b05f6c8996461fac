import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import path from "node:path";
import { getHeapStatistics } from "node:v8";
import { CannotRun } from "#bin/start/steps";

const program = path.resolve("node_modules/next/dist/bin/next");

/** Where a command of Next.js writes what it says: to this process's output, or to the file descriptor named. */
type Output = "inherit" | number;

/** Runs a command of Next.js to its end. Throws when it fails. */
export function runNext(args: string[], env: Record<string, string>, output: Output = "inherit"): Promise<void> {
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = ["inherit", output, "inherit"];
    const child = spawn(process.execPath, [program, ...args], { stdio, env: { ...process.env, ...env } });
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      code === 0 ? resolve() : reject(new CannotRun(`next ${args[0]} ended with ${signal ?? `exit code ${code}`}.`)),
    );
  });
}

/**
 * Starts a server of Next.js that lives no longer than this process. It has a process group of its own, so that
 * a signal reaches it once, through `passSignalsTo`, however many of its ancestors the sender meant.
 */
export function startNext(args: string[], env: Record<string, string>, output: Output = "inherit"): ChildProcess {
  const options = [...(args[0] === "start" ? heapOptions() : []), "--import", path.resolve("bin/start/leash.mjs")];
  return spawn(process.execPath, [...options, program, ...args], {
    stdio: ["ignore", output, "inherit", "ipc"],
    detached: true,
    env: { ...process.env, ...env },
  });
}

/** Enough for the largest import. Where it may grow further, the engine hardly collects what a page leaves behind. */
const heapMebibytes = 1_536;

/** What an operator or a smaller machine allows stays as it is. */
function heapOptions(): string[] {
  const isLarger = getHeapStatistics().heap_size_limit > heapMebibytes * 2 ** 20;
  const isChosen = /max[-_]old[-_]space|max[-_]heap/.test(process.env.NODE_OPTIONS ?? "");
  return isLarger && !isChosen ? [`--max-old-space-size=${heapMebibytes}`] : [];
}

/** Passes the first signal on; another one, a second or more later, tells the server to end at once. */
export function passSignalsTo(child: ChildProcess): void {
  let passedOn = Number.NEGATIVE_INFINITY;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (performance.now() - passedOn < 1_000) return;
      passedOn = performance.now();
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    });
  }
}

/** Waits for the end of `child` and ends this process in the same way. */
export function endWith(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      process.exitCode = signal ? 1 : (code ?? 1);
      resolve();
    });
  });
}
