import { loadDemo } from "#bin/start/load-demo";
import { step } from "#bin/start/steps";
import { closeDatabase } from "#db/client";
import { type Installation, prepareDatabase } from "#db/prepare";
import { now } from "#lib/clock";
import { environment } from "#lib/env";

/** Brings the database up to date, fills an empty demo one, and lets go of it again. */
export async function prepare(): Promise<Installation> {
  const { asDemo } = environment();
  try {
    const installation = await step("Bringing the database up to date", () => prepareDatabase(asDemo, now()));
    if (installation.isDemo && installation.isEmpty) await step("Loading the demo organisation", loadDemo);
    return installation;
  } finally {
    await closeDatabase();
  }
}
