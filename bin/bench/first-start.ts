import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { copyFileSync, cpSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { atEnd } from "#bin/bench/cleanup";
import type { Limits } from "#bin/bench/limits";
import { inSeconds, percent, perSecond, type Row, scaled } from "#bin/bench/table";
import { freePort } from "#db/testing/postgres-server";

const target = 60_000;
const patience = 10 * target;

/** `npm start` in a fresh clone with its packages in place, from the command to a page that shows the demo people. */
export async function firstStartRow(limits: Limits): Promise<Row> {
  const clone = freshClone();
  const port = await freePort();
  const began = performance.now();
  const npm = spawn("npm", ["start"], {
    cwd: clone,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    env: { ...ordinaryEnvironment(), PORT: `${port}` },
  });
  atEnd(() => stopped(npm));
  let said = "";
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4_000);
    });
  }
  while (!(await showsTheDemo(port))) {
    if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}: ${said}`);
    if (performance.now() - began > patience) throw new Error(`npm start showed no page in time: ${said}`);
    await pause(200);
  }
  const took = performance.now() - began;
  await stopped(npm);
  return {
    what: "first npm start, without downloads",
    measured: inSeconds(took),
    target: inSeconds(target),
    limit: `${perSecond(limits.requests)} bare node:http`,
    ratio: percent(took / target),
    holds: took <= target / scaled(limits),
  };
}

/** The files that a clone would have, as they are now, and the installed packages, linked where that is possible. */
function freshClone(): string {
  const clone = mkdtempSync(path.join(tmpdir(), "watchbill-clone-"));
  atEnd(() => rmSync(clone, { recursive: true, force: true }));
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", list, { encoding: "utf8", maxBuffer: 64e6 }).split("\0").filter(Boolean);
  for (const file of files) {
    if (lstatSync(file, { throwIfNoEntry: false })) cpSync(file, path.join(clone, file), { recursive: true });
  }
  linkTree("node_modules", path.join(clone, "node_modules"));
  return clone;
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, copy);
    else if (entry.isSymbolicLink()) cpSync(source, copy, { verbatimSymlinks: true });
    else linkOrCopy(source, copy);
  }
}

function linkOrCopy(source: string, copy: string): void {
  try {
    linkSync(source, copy);
  } catch {
    copyFileSync(source, copy);
  }
}

async function showsTheDemo(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(5_000) });
    return (await answer.text()).includes("Ada Okafor");
  } catch {
    return false;
  }
}

/** What a person's shell has: nothing of the settings under which this bench runs. */
function ordinaryEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(?:DATABASE_URL|TEST_DATABASE_URL|WATCHBILL_|AUTH_|SMTP_|MAIL_|HOST$|NODE_ENV$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))) as NodeJS.ProcessEnv;
}

/** The group of processes that npm began; its members pass signals on to each other. */
async function stopped(npm: ChildProcess): Promise<void> {
  if (npm.exitCode !== null || npm.signalCode !== null || npm.pid === undefined) return;
  const group = -npm.pid;
  const ended = new Promise((resolve) => npm.once("exit", resolve));
  process.kill(group, "SIGTERM");
  await Promise.race([ended, pause(15_000).then(() => npm.exitCode === null && process.kill(group, "SIGKILL"))]);
}
