import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { runNext } from "#bin/start/next";

const stamp = ".next/watchbill-source";

/** True when `.next` holds a production build of exactly these sources. */
export function isBuilt(): boolean {
  try {
    return readFileSync(stamp, "utf8") === sourceHash();
  } catch {
    return false;
  }
}

/** Makes a production build and notes of which sources. What it says goes to `output`, a file descriptor if it is a number. */
export async function build(output: "inherit" | number = "inherit"): Promise<void> {
  const source = sourceHash();
  await runNext(["build"], output);
  writeFileSync(stamp, source);
}

const sources = [
  "{app,components,lib,db,public}/**/*",
  "*.{ts,mjs}",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];
const notBuilt = ["db/testing/**", "**/*.test.{ts,tsx}", "next-env.d.ts", "{vitest,playwright,drizzle}.config.ts"];

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of globSync(sources, { exclude: notBuilt }).sort()) {
    if (!statSync(file).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
