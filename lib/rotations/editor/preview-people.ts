import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { uuids } from "#lib/order";
import type { PreviewPeople } from "#lib/rotations/editor/preview-parts";
import type { Watch } from "#lib/rotations/rotation";

type Row =
  PreviewPeople extends ReadonlyMap<string, infer Person>
    ? Person & { id: string; inactive: { from: string; to: string | null }[] }
    : never;

/** People with these ids as a preview needs them, and when they were deactivated. Members are those of the team now. */
export async function findPreviewPeople(
  ids: readonly string[],
  teamId: string,
): Promise<{ people: PreviewPeople; inactive: Watch["inactive"] }> {
  const rows = await readRows<Row>(sql`
    select p.id, coalesce(p.email, p.handle) as address, p.name, p.email, p.time_zone as "timeZone",
      p.wakes_at as "wakesAt", p.sleeps_at as "sleepsAt", p.deactivated_at is null as "isActive",
      exists (select from memberships m where m.person_id = p.id and m.team_id = ${teamId}::uuid and m.ends_at is null)
        as "isMember",
      coalesce((select json_agg(json_build_object('from', d.starts_at, 'to', d.ends_at) order by d.starts_at)
        from deactivations d where d.person_id = p.id), '[]') as inactive
    from people p where p.id = any(${uuids([...new Set(ids)])})`);
  const inactive = rows.map(({ id, inactive }) => [id, inactive.map(spanOf)] as const);
  return {
    people: new Map(rows.map(({ inactive: _, ...person }) => [person.id, person])),
    inactive: new Map(inactive),
  };
}

const endless = Temporal.Instant.from("9999-12-31T00:00:00Z");

const spanOf = ({ from, to }: { from: string; to: string | null }) => ({
  from: Temporal.Instant.from(from),
  to: to === null ? endless : Temporal.Instant.from(to),
});
