import { parseArgs } from "node:util";
import { alertRows } from "#bin/bench/alerts";
import { briefingRows } from "#bin/bench/briefing";
import { catalogRows, growthRows, measureMedians, measureRates } from "#bin/bench/catalog";
import { endAll, endOnSignals, isEnding } from "#bin/bench/cleanup";
import { snapshotRow } from "#bin/bench/coverage";
import { coveragePageRows } from "#bin/bench/coverage-pages";
import { documentRows } from "#bin/bench/documents";
import { firstStartRow } from "#bin/bench/first-start";
import { importRow } from "#bin/bench/import";
import { javascriptRows } from "#bin/bench/javascript";
import { type Limits, measureLimits } from "#bin/bench/limits";
import { watchMemory } from "#bin/bench/memory";
import { recordsRow } from "#bin/bench/records";
import { resolverRows } from "#bin/bench/resolver";
import { seatsRow, timelineRow } from "#bin/bench/rotations";
import { standardError, startServer } from "#bin/bench/server";
import { type Stage, stageOf } from "#bin/bench/stage";
import { perSecond, printTable, type Row } from "#bin/bench/table";
import { build, isBuilt } from "#bin/start/build";
import { CannotRun, command, step } from "#bin/start/steps";

const usage =
  "Use: npm run bench -- [--only catalog|growth|rotations|documents|briefing|records|coverage|alerts|javascript|import|start]… [--services N] [--json]";
const parts = [
  "catalog",
  "growth",
  "rotations",
  "documents",
  "briefing",
  "records",
  "coverage",
  "alerts",
  "javascript",
  "import",
  "start",
] as const;
type Part = (typeof parts)[number];
/** The parts that ask a running server. */
const served = [
  "catalog",
  "growth",
  "rotations",
  "documents",
  "briefing",
  "records",
  "coverage",
  "alerts",
  "javascript",
] as const;

await command(async () => {
  const { only, services, isJson } = readArguments();
  // The table is all that a program wants to read: what goes on is told beside it.
  if (isJson) console.log = console.error;
  endOnSignals();
  try {
    const rows = await measure(only, services);
    if (isJson) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    else printTable(rows);
    if (rows.some(({ holds }) => holds === false)) process.exitCode = 1;
  } catch (error) {
    // What was stopped by us fails because of that.
    if (!isEnding()) throw error;
  } finally {
    await endAll();
  }
});

async function measure(only: ReadonlySet<Part>, services: number): Promise<Row[]> {
  if (!isBuilt()) await step("Building this source", () => build(standardError));
  const size = { isWritten: only.has("documents") || only.has("briefing") };
  const stage = await step(`Making up ${services.toLocaleString("en")} services`, () => stageOf(services, size));
  const limitsNow = () => step("Measuring what this machine can do", () => measureLimits(stage));

  const limits = await limitsNow();
  const rows = limitRows(limits);
  if (only.has("rotations")) {
    rows.push(...(await step("Resolving a year of shifts", async () => resolverRows(limits))));
    rows.push(await step("Asking who is on call", () => seatsRow(stage, limits)));
  }
  if (only.has("coverage")) rows.push(await step("Measuring every service", () => snapshotRow(stage, limits)));
  if (served.some((part) => only.has(part))) rows.push(...(await serverRows(only, services, stage, limits)));
  // Minutes later the machine may be busier or idler, so what follows is judged by a limit of its own.
  if (only.has("import")) {
    const present = await limitsNow();
    rows.push(await step("Importing descriptors", () => importRow(services, present)));
  }
  if (only.has("start")) {
    const present = await limitsNow();
    rows.push(await step("Starting from a fresh clone", () => firstStartRow(present)));
  }
  return rows;
}

async function serverRows(only: ReadonlySet<Part>, services: number, stage: Stage, limits: Limits): Promise<Row[]> {
  const rows: Row[] = [];
  const server = await startServer(stage.url);
  if (only.has("javascript")) {
    rows.push(...(await step("Weighing the JavaScript of pages", () => javascriptRows(stage, server))));
  }
  if (only.has("catalog")) {
    const { result, row } = await step("Reading the catalog under load", () =>
      watchMemory(server, () => measureRates(stage, server)),
    );
    rows.push(...catalogRows(result, limits), row);
  }
  if (only.has("rotations")) {
    rows.push(await step("Opening a rotation", () => timelineRow(stage, server, limits)));
  }
  const { writings } = stage;
  if (writings && only.has("documents")) {
    rows.push(...(await step("Searching and reading", () => documentRows(stage, writings, server, limits))));
  }
  if (writings && only.has("briefing")) {
    rows.push(...(await step("Opening briefings", () => briefingRows(stage, writings, server, limits))));
  }
  if (only.has("records")) {
    rows.push(await step("Opening an ownership record", () => recordsRow(stage, server, limits)));
  }
  if (only.has("coverage")) {
    rows.push(...(await step("Opening coverage", () => coveragePageRows(stage, server, limits))));
  }
  if (only.has("alerts")) {
    rows.push(...(await step("Offering alerts", () => alertRows(stage, server, limits))));
  }
  const large = only.has("growth") && (await step("Reading the catalog", () => measureMedians(stage, server)));
  await server.stop();
  const size = { isWritten: writings !== undefined };
  if (large) rows.push(...growthRows(large, await mediansOfSmall(services, size)));
  return rows;
}

async function mediansOfSmall(services: number, size: { isWritten: boolean }) {
  const tenth = Math.max(1, Math.round(services / 10));
  const stage = await step(`Making up ${tenth.toLocaleString("en")} services`, () => stageOf(tenth, size));
  const server = await startServer(stage.url);
  return step("Reading the small catalog", () => measureMedians(stage, server)).finally(server.stop);
}

function limitRows({ requests, statements }: Limits): Row[] {
  const told = { target: "", limit: "", ratio: "" };
  return [
    { what: "the machine: bare node:http, 16 at a time", measured: perSecond(requests), ...told },
    { what: "the machine: single-row statements, 16 at a time", measured: perSecond(statements), ...told },
  ];
}

function readArguments(): { only: ReadonlySet<Part>; services: number; isJson: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string", multiple: true, default: [...parts] },
        services: { type: "string", default: "10000" },
        json: { type: "boolean", default: false },
      },
    });
    const only = values.only.flatMap((name) => name.split(","));
    const services = Number(values.services);
    if (!only.every(isPart)) throw new CannotRun(usage);
    if (!Number.isInteger(services) || services < 20 || services > 100_000) {
      throw new CannotRun("--services must be a number from 20 to 100000.");
    }
    return { only: new Set(only), services, isJson: values.json };
  } catch (error) {
    if (error instanceof TypeError) throw new CannotRun(`${error.message} ${usage}`, { cause: error });
    throw error;
  }
}

function isPart(name: string): name is Part {
  return (parts as readonly string[]).includes(name);
}
