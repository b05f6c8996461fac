import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { atEnd } from "#bin/bench/cleanup";
import type { Limits } from "#bin/bench/limits";
import { emptyDatabase } from "#bin/bench/stage";
import { inSeconds, percent, perSecond, type Row, scaled } from "#bin/bench/table";
import { chance, pick, serviceName, slugOf, teamName } from "#db/seed/names";

const documentsAFile = 100;

/** `npm run import` of so many descriptors into an empty database, from the start of the process to its end. */
export async function importRow(count: number, limits: Limits): Promise<Row> {
  const folder = mkdtempSync(path.join(tmpdir(), "watchbill-descriptors-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  writeDescriptors(folder, count);
  const url = await emptyDatabase();

  const began = performance.now();
  await runImport(folder, url);
  const took = performance.now() - began;
  const slower = scaled(limits);
  const most = Math.max(5_000, 20_000 * (count / 10_000));
  return {
    what: `import of ${count.toLocaleString("en")} descriptors`,
    measured: inSeconds(took),
    target: inSeconds(most),
    limit: `${perSecond(limits.requests)} bare node:http`,
    ratio: percent(took / most),
    holds: took <= most / slower,
  };
}

/** One group for ten descriptors, one system for forty, the rest components with owners, systems and needs. */
function writeDescriptors(folder: string, count: number): void {
  const random = chance(count);
  const groups = Array.from({ length: Math.ceil(count / 10) }, (_, index) => `${slugOf(teamName(random))}-${index}`);
  const systems = Array.from({ length: Math.ceil(count / 40) }, (_, index) => `system-${index}`);
  const components = Array.from(
    { length: count - groups.length - systems.length },
    (_, index) => `${slugOf(serviceName(random))}-${index}`,
  );
  const documents = [
    ...groups.map((name) => entity("Group", name, ["type: team", "children: []"])),
    ...systems.map((name) => entity("System", name, [`owner: ${pick(groups, random)}`])),
    ...components.map((name) =>
      entity("Component", name, [
        ...["type: service", "lifecycle: production"],
        ...[`owner: ${pick(groups, random)}`, `system: ${pick(systems, random)}`],
        `dependsOn: [${[0, 1, 2].map(() => `component:${pick(components, random)}`).join(", ")}]`,
      ]),
    ),
  ];
  for (let start = 0; start < documents.length; start += documentsAFile) {
    const text = documents.slice(start, start + documentsAFile).join("---\n");
    writeFileSync(path.join(folder, `catalog-${start}.yaml`), text);
  }
}

function entity(kind: string, name: string, spec: string[]): string {
  const about = `  name: ${name}\n  description: What ${name} is for, in a sentence of ordinary length.\n`;
  const annotations = '  annotations:\n    watchbill.dev/tier: "2"\n    backstage.io/techdocs-ref: dir:.\n';
  const lines = spec.map((line) => `  ${line}\n`).join("");
  return `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n${about}${annotations}spec:\n${lines}`;
}

function runImport(folder: string, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, path.resolve("bin/import.ts"), folder], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DATABASE_URL: url, WATCHBILL_DEMO: "1" },
    });
    atEnd(() => void child.kill());
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-2_000);
      });
    }
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The import ended with ${code}: ${said}`)),
    );
  });
}
