import { loadDemo } from "#bin/start/load-demo";
import { CannotRun, command, step } from "#bin/start/steps";
import { closeDatabase } from "#db/client";
import { prepareDatabase } from "#db/prepare";
import { now } from "#lib/clock";
import { environment } from "#lib/env";

await command(async () => {
  const { asDemo } = environment();
  try {
    const installation = await step("Bringing the database up to date", () => prepareDatabase(asDemo, now()));
    if (!installation.isEmpty)
      throw new CannotRun(
        "The database is not empty, and the demo organisation goes into an empty one only: npm run reset.",
      );
    await step("Loading the demo organisation", loadDemo);
  } finally {
    await closeDatabase();
  }
});
