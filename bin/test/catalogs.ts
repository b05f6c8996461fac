import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Part } from "#bin/test/part";

/** Catalogs that nobody here wrote, named in CATALOGS as PATH names folders: each must load, and load again in vain. */
export const foreignCatalogs = (process.env.CATALOGS ?? "").split(path.delimiter).filter(Boolean);

/** Imports every one of them twice, into one embedded database of its own. */
export const importTwice: Part = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "watchbill-catalogs-"));
  try {
    const complaints = foreignCatalogs.map((catalog) => complaint(catalog, folder));
    const failed = complaints.filter((text) => text !== undefined);
    return { passed: complaints.length - failed.length, failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function complaint(catalog: string, folder: string): string | undefined {
  const [first, second] = [load(catalog, folder), load(catalog, folder)];
  console.log(`${catalog}: ${first.summary} Again: ${second.summary}`);
  if (!first.counts || !second.counts) return `${catalog} could not be loaded:\n${first.output}${second.output}`;
  if (first.counts.created === 0) return `${catalog} brought nothing.`;
  if (second.counts.created + second.counts.changed > 0) return `${catalog} changed something when it came again.`;
  for (const { code, counts, rejections } of [first, second]) {
    const expected = counts?.rejected === 0 ? 0 : 1;
    if (code !== expected) return `${catalog} ended with exit code ${code} instead of ${expected}.`;
    if (rejections !== counts?.rejected) return `${catalog} has rejected documents without file, line or reason.`;
  }
  return undefined;
}

function load(catalog: string, folder: string) {
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const env = { ...process.env, INIT_CWD: process.cwd(), DATABASE_URL: "", WATCHBILL_DATA_DIR: folder };
  const run = spawnSync(process.execPath, [...flags, "bin/import.ts", catalog], { encoding: "utf8", env });
  const output = run.stdout + run.stderr;
  const [summary = "nothing.", created, changed, rejected] =
    /(\d+) created, (\d+) changed, \d+ left alone.*?, (\d+) rejected\./.exec(output) ?? [];
  return {
    code: run.status,
    output,
    summary,
    rejections: output.match(/^rejected +\S.*:\d+ +\(document \d+\) \S/gm)?.length ?? 0,
    counts: created ? { created: Number(created), changed: Number(changed), rejected: Number(rejected) } : undefined,
  };
}
