import { command, step } from "#bin/start/steps";
import { closeDatabase } from "#db/client";
import { DataFolderInUse } from "#db/data-folder";
import { prepareDatabase } from "#db/prepare";
import { now } from "#lib/clock";
import { environment } from "#lib/env";

await command(async () => {
  const { asDemo } = environment();
  try {
    await step("Bringing the database up to date", () => prepareDatabase(asDemo, now()));
  } catch (error) {
    if (!(error instanceof DataFolderInUse && error.server)) throw error;
    console.log(`  done before: the server at ${error.server.address} holds it and did so when it started`);
  } finally {
    await closeDatabase();
  }
});
