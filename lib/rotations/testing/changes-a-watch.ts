import { closeDatabase, openDatabase } from "#db/client";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { ClaimInput, TakeOverInput } from "#lib/rotations/inputs";
import { claimCover } from "#lib/rotations/standing-in/cover-commands";
import { takeOver } from "#lib/rotations/standing-in/override-commands";

// One change of a watch by one person, as a server process of its own would make it:
// `claim PERSON-ID JSON` or `take PERSON-ID JSON`. Prints what came of it as one line of JSON.
const [change, personId = "", body = "{}"] = process.argv.slice(2);
await openDatabase();
const viewer = await findPersonViewer(personId, now(), now());
if (!viewer) throw new Error("Nobody is signed in.");

const outcome = await (change === "claim"
  ? claimCover(viewer, ClaimInput.parse(JSON.parse(body)))
  : takeOver(viewer, TakeOverInput.parse(JSON.parse(body)))
).then(
  () => ({ won: true }),
  (error: Error) => ({ won: false, error: error.constructor.name, message: error.message }),
);
process.stdout.write(`${JSON.stringify(outcome)}\n`);
await closeDatabase();
