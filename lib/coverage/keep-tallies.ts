import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { checks, levels } from "#lib/coverage/checks";

const countsOf = (column: "met" | "not_met") =>
  sql.join(
    checks.map((_, bit) => sql.raw(`sum((c.${column} >> ${bit}) & 1)::int`)),
    sql`, `,
  );

const levelCounts = sql.join(
  [...levels, "all"].map((_, level) => sql.raw(`(count(*) filter (where c.level = ${level}))::int`)),
  sql`, `,
);

/** Counts for `day`, a date in UTC, what the snapshots that hold say of the living services of each delivery team. */
export async function keepTallies(tx: Tx, day: string): Promise<void> {
  await tx.execute(sql`delete from coverage_tallies where day = ${day}::date`);
  await tx.execute(sql`
    insert into coverage_tallies (id, day, team_id, services, levels, met, not_met)
    select gen_random_uuid(), ${day}::date, c.delivery_team_id, count(*)::int, array[${levelCounts}],
      array[${countsOf("met")}], array[${countsOf("not_met")}]
    from coverage_snapshots c join services s on s.id = c.service_id
    where c.ends_at is null and s.retired_at is null group by c.delivery_team_id`);
}
