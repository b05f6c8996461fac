import { spawn } from "node:child_process";
import path from "node:path";
import { pinnedNode, root } from "./install.mjs";

/** Runs `script` with the conditions of the server, passes signals on, and ends as it ends. */
export function runOnPinnedNode(script, args) {
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const child = spawn(pinnedNode, [...flags, path.join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
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
