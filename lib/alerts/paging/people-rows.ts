import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { Pageable } from "#lib/alerts/paging/steps";
import { textArray } from "#lib/order";
import type { SeatView } from "#lib/rotations/views";

/** People `x` of a statement as JSON of `{ id, named }`, in the order of their names. */
export const peopleAs = sql`coalesce(json_agg(json_build_object('id', x.id,
  'named', json_build_object('slug', coalesce(x.email, x.handle), 'name', x.name)) order by x.name, x.id), '[]')`;

/** Of memberships `m` and people `x`: those who are in the team now, and can be asked. */
export const isMember = sql`x.deactivated_at is null and m.ends_at is null`;

/** Who stands these watches, by address. */
export async function loadSeatPeople(seats: readonly (SeatView | null)[]): Promise<Map<string, Pageable>> {
  const addresses = [...new Set(seats.flatMap((seat) => seat?.person?.address ?? []))];
  if (addresses.length === 0) return new Map();
  const wanted = sql`${textArray(addresses)}::text[]`;
  const [row] = await readRows<{ people: Pageable[] }>(sql`
    select ${peopleAs} as people from people x where x.email = any(${wanted}) or x.handle = any(${wanted})`);
  return new Map((row?.people ?? []).map((person) => [person.named.slug, person]));
}
