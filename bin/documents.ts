import path from "node:path";
import { parseArgs } from "node:util";
import { NotAnExport, readFolderFiles, writeExport } from "#bin/documents/folder";
import { printDocumentResult } from "#bin/documents/report";
import { exportThroughServer, importThroughServer } from "#bin/documents/through-server";
import { CannotRun, command } from "#bin/start/steps";
import { closeDatabase } from "#db/client";
import { DataFolderInUse, type LocalServer } from "#db/data-folder";
import { prepareDatabase } from "#db/prepare";
import { systemViewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { exportDocuments } from "#lib/documents/exchange/export-queries";
import { importDocuments } from "#lib/documents/exchange/import-commands";
import { environment } from "#lib/env";
import { KnownError } from "#lib/errors";

const usage =
  "Use: npm run documents -- import <folder> [--service SLUG] [--source NAME] [--dry-run], or npm run documents -- export <folder>";
const viewer = systemViewer("Command line");

// 0 when every file was read, 1 when some were rejected or in conflict, 2 when it could not run.
let exitCode = 2;
await command(async () => {
  const { verb, folder, ...wish } = readArguments();
  exitCode = verb === "export" ? await writeAll(folder) : await loadAll(folder, wish);
});
process.exitCode = exitCode;

function readArguments() {
  try {
    const text = { type: "string" } as const;
    const options = { "dry-run": { type: "boolean", default: false }, service: text, source: text } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [verb, given] = positionals;
    if ((verb !== "import" && verb !== "export") || !given || positionals.length > 2) throw new CannotRun(usage);
    // npm runs scripts in the folder of the package; paths are meant from where npm itself was started.
    const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
    const { service, source = path.basename(folder) } = values;
    return { verb, folder, service, source, dryRun: values["dry-run"] };
  } catch (error) {
    // What parseArgs throws says which argument it did not understand.
    if (error instanceof TypeError) throw new CannotRun(`${error.message} ${usage}`, { cause: error });
    throw error;
  }
}

type Wish = { service: string | undefined; source: string; dryRun: boolean };

async function loadAll(folder: string, wish: Wish): Promise<number> {
  const files = await orCannotRun(() => readFolderFiles(folder));
  const result = await inDatabase(
    () => importDocuments(viewer, { ...wish, files }),
    (server) => importThroughServer(server, files, wish),
  );
  printDocumentResult(result, wish.dryRun);
  return result.rejected.length + result.conflicts.length > 0 ? 1 : 0;
}

async function writeAll(folder: string): Promise<number> {
  const files = await inDatabase(() => exportDocuments(viewer), exportThroughServer);
  await orCannotRun(() => writeExport(folder, files));
  console.log(`Wrote ${files.length} files to ${folder}.`);
  return 0;
}

async function inDatabase<Result>(
  here: () => Promise<Result>,
  there: (server: LocalServer) => Promise<Result>,
): Promise<Result> {
  try {
    await prepareDatabase(environment().asDemo, now());
    return await here();
  } catch (error) {
    if (error instanceof DataFolderInUse && error.server) return await there(error.server);
    if (error instanceof KnownError) throw new CannotRun(error.message, { cause: error });
    throw error;
  } finally {
    await closeDatabase();
  }
}

async function orCannotRun<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotAnExport) throw new CannotRun(error.message, { cause: error });
    throw error;
  }
}
