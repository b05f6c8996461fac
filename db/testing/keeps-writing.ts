import { writeSync } from "node:fs";
import { inTransaction, openDatabase } from "#db/client";
import { createPerson, createTeam } from "#db/testing/factories";

// Writes a team and its people, with their history, in one transaction after another, and says which are confirmed.
// It goes on until it is killed.
await openDatabase();
for (;;) {
  const team = await inTransaction(async (tx) => {
    const lead = await createPerson(tx);
    const member = await createPerson(tx);
    return createTeam(tx, { lead, members: [member] });
  });
  writeSync(process.stdout.fd, `${team.id}\n`);
}
