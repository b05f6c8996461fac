import { command, step } from "#bin/start/steps";
import { closeDatabase } from "#db/client";
import { prepareDatabase } from "#db/prepare";
import { now } from "#lib/clock";
import { environment } from "#lib/env";

await command(async () => {
  const { asDemo } = environment();
  try {
    await step("Bringing the database up to date", () => prepareDatabase(asDemo, now()));
  } finally {
    await closeDatabase();
  }
});
