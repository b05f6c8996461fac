import { parseArgs } from "node:util";
import { printResult } from "#bin/import/report";
import { throughServer } from "#bin/import/through-server";
import { CannotRun, command } from "#bin/start/steps";
import { closeDatabase } from "#db/client";
import { DataFolderInUse } from "#db/data-folder";
import { prepareDatabase } from "#db/prepare";
import { systemViewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { environment } from "#lib/env";
import { importCatalog } from "#lib/imports/commands";
import { NoSuchRoot, type ReadRoots, readRoots } from "#lib/imports/read-roots";
import type { ImportResult } from "#lib/imports/result";

const usage = "Use: npm run import -- <file, folder or URL>… [--dry-run] [--prune] [--source NAME]";
type Wish = { roots: string[]; dryRun: boolean; prune: boolean; source?: string };

// 0 when every document was read, 1 when some were rejected, 2 when it could not run.
let exitCode = 2;
await command(async () => {
  const wish = readArguments();
  const read = await readAll(wish);
  const result = await load(read, wish);
  printResult(result, wish);
  exitCode = result.rejected.length > 0 ? 1 : 0;
});
process.exitCode = exitCode;

function readArguments(): Wish {
  try {
    const flag = { type: "boolean", default: false } as const;
    const options = { "dry-run": flag, prune: flag, source: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 0) throw new CannotRun(usage);
    return { roots: positionals, dryRun: values["dry-run"], prune: values.prune, source: values.source };
  } catch (error) {
    // What parseArgs throws says which argument it did not understand.
    if (error instanceof TypeError) throw new CannotRun(`${error.message} ${usage}`, { cause: error });
    throw error;
  }
}

async function readAll({ roots, source }: Wish): Promise<ReadRoots> {
  try {
    // npm runs scripts in the folder of the package; paths are meant from where npm itself was started.
    const cwd = process.env.INIT_CWD ?? process.cwd();
    const read = await readRoots(roots, { cwd, source, progress: (files) => say(`Reading: ${files} files`) });
    say();
    const passedOver = read.passedOver > 0 ? `, passing over ${read.passedOver} without descriptors` : "";
    console.log(`Read ${read.documents.length} documents from ${read.files} files${passedOver}.`);
    return read;
  } catch (error) {
    if (error instanceof NoSuchRoot) throw new CannotRun(error.message, { cause: error });
    throw error;
  }
}

async function load({ documents, source }: ReadRoots, { dryRun, prune }: Wish): Promise<ImportResult> {
  try {
    say(`Loading ${documents.length} documents`);
    await prepareDatabase(environment().asDemo, now());
    return await importCatalog(systemViewer("Command line"), documents, { source, dryRun, prune });
  } catch (error) {
    if (!(error instanceof DataFolderInUse && error.server)) throw error;
    return await throughServer(error.server, { documents, source, dryRun, prune });
  } finally {
    say();
    await closeDatabase();
  }
}

/** One line of progress, which the next one replaces; only where somebody is watching. */
function say(text = ""): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}
