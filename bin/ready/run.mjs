import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pinnedNode, root } from "./install.mjs";

/** Runs `script` with the conditions of the server, passes signals on, and ends as it ends. */
export function runOnPinnedNode(script, args) {
  const settings = isTest(script) ? [] : settingFiles().map((file) => `--env-file=${file}`);
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", ...settings];
  const bin = path.join(root, "node_modules/.bin");
  const child = spawn(pinnedNode, [...flags, path.join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });

  const isTerminal = process.stdin.isTTY === true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends Ctrl-C to the child as well; a second one would mean "at once".
    process.on(signal, () => (signal === "SIGINT" && isTerminal) || child.kill(signal));
  }
  child.on("error", (error) => {
    console.error(`${script} did not start: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** What is set in the environment wins over both, as with Next.js. */
function settingFiles() {
  return [".env", ".env.local"].filter((file) => existsSync(path.join(root, file)));
}

/** Tests choose their settings themselves: what is set for this folder is none of their business. */
function isTest(script) {
  return /\/(test|bench)\.ts$/.test(script);
}
