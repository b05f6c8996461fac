import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { runNext } from "#bin/start/next";
import { buildNightFiles } from "#bin/start/night-files";

const stamp = ".next/watchbill-source";

/** True when `.next` and `public/night` hold a production build of exactly these sources. */
export function isBuilt(): boolean {
  try {
    return existsSync("public/night/page.js") && readFileSync(stamp, "utf8") === sourceHash();
  } catch {
    return false;
  }
}

/** Makes a production build and notes of which sources. What it says goes to `output`, a file descriptor if it is a number. */
export async function build(output: "inherit" | number = "inherit"): Promise<void> {
  const source = sourceHash();
  const NIGHT_VERSION = await buildNightFiles();
  await runNext(["build"], { NIGHT_VERSION }, output);
  writeFileSync(stamp, source);
}

const sources = [
  "{app,components,lib,db,public}/**/*",
  "*.{ts,mjs}",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];
const notBuilt = [
  "public/night/**",
  "db/testing/**",
  "**/*.test.{ts,tsx}",
  "next-env.d.ts",
  "{vitest,playwright,drizzle}.config.ts",
];

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of globSync(sources, { exclude: notBuilt }).sort()) {
    if (!statSync(file).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
