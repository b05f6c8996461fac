// Runs a command of this folder on the pinned Node, after installing what is missing.
// Everything here must run on the oldest Node that may start it: see "engines" in package.json.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Watchbill needs Node 20.9 or newer to start; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const { installWhatIsMissing } = await import("./ready/install.mjs");
const { runOnPinnedNode } = await import("./ready/run.mjs");

const [command, ...args] = process.argv.slice(2);
try {
  installWhatIsMissing();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
runOnPinnedNode(`bin/${command}.ts`, args);
