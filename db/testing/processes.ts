import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

export type Running = {
  /** The lines it has printed so far. */
  lines: readonly string[];
  /** Resolves when it has printed `count` lines; throws when it ends before. */
  printed(count: number): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** How it ended, with everything it printed, also what was on its way when it died. */
  ended: Promise<Ended>;
};

/** Runs a script of this folder as `npm run` would, on `env` and on nothing else that concerns Watchbill. */
export function runScript(script: string, env: Record<string, string>, args: string[] = []): Running {
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const child = spawn(process.execPath, [...flags, script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", ...env } as NodeJS.ProcessEnv,
  });
  return watched(child);
}

function watched(child: ChildProcess): Running {
  const lines: string[] = [];
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  if (child.stdout) createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));

  // "close" comes after the pipes are empty, "exit" may come before.
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, stdout, stderr }));
  return {
    lines,
    ended,
    kill: (signal) => void child.kill(signal),
    async printed(count) {
      while (lines.length < count) {
        const end = await Promise.race([ended, child.stdout && once(child.stdout, "data")]);
        if (lines.length < count && end && "code" in end) throw new Error(`It ended too early: ${end.stderr}`);
      }
    },
  };
}
