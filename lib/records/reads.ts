import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import type { Viewer } from "#lib/auth/policy";
import { type Admitted, findRecordRight } from "#lib/records/right";

/** How a record was opened: on its page, as a file, or by a program of the reader's. */
export type ReadWay = "screen" | "export" | "api";

/**
 * Opens the record of the person at this address for `viewer`, or undefined for whoever may not read it. What
 * somebody else opens is noted, for the person to see, before anything of it is read: without the note, no record.
 */
export function admitReader(
  viewer: Viewer,
  address: string,
  way: ReadWay,
  at: Temporal.Instant,
): Promise<Admitted | undefined> {
  return inTransaction(async (tx) => {
    const admitted = await findRecordRight(viewer, address, at, tx);
    if (admitted && admitted.right.kind !== "self") await noteRead(tx, viewer, admitted, way, at);
    return admitted;
  });
}

/** Once an hour for the same reader, right and way: to turn a page, or look at another span, is no other reading. */
async function noteRead(
  tx: Tx,
  { personId: readerId }: Viewer,
  { person, right }: Admitted,
  way: ReadWay,
  at: Temporal.Instant,
): Promise<void> {
  const teamId = right.kind === "manager" ? right.team.id : null;
  const instant = sql`${at.toString()}::timestamptz`;
  await tx.execute(sql`
    insert into record_reads (person_id, reader_id, "right", team_id, way, at)
    select ${person.id}::uuid, ${readerId}::uuid, ${right.kind}, ${teamId}::uuid, ${way}, ${instant}
    where not exists (select from record_reads where person_id = ${person.id}::uuid and reader_id = ${readerId}::uuid
      and "right" = ${right.kind} and team_id is not distinct from ${teamId}::uuid and way = ${way}
      and at > ${instant} - interval '1 hour')`);
}
