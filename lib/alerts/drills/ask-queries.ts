import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { findServiceSeats } from "#lib/rotations/seat-queries";
import type { SeatView } from "#lib/rotations/views";

/** Somebody who can be asked to play a drill; `watch` is the seat that they hold now, in words. */
export type Askable = { address: string; name: string; watch: string | null; team: string | null };

const most = 60;

/** Whom to ask to a drill of a service: those on watch now, then the rest of its delivery team, then of its ops team. */
export async function listAskable(viewer: Viewer, serviceId: string, at: Temporal.Instant): Promise<Askable[]> {
  authorize(viewer, "catalog:read");
  const [{ delivery, backup, ops }, members] = await Promise.all([
    findServiceSeats(viewer, serviceId, at),
    readRows<{ address: string; name: string; team: string }>(sql`
      select coalesce(x.email, x.handle) as address, x.name, t.name as team
      from services s join teams t on t.id in (s.delivery_team_id, s.ops_team_id)
        join memberships m on m.team_id = t.id and m.ends_at is null
        join people x on x.id = m.person_id and x.deactivated_at is null
      where s.id = ${serviceId}::uuid
      order by t.id is distinct from s.delivery_team_id, lower(x.name), x.id limit ${most}`),
  ]);
  const onWatch = [
    ...watching(delivery, "on the delivery watch now"),
    ...watching(backup, "backup now"),
    ...watching(ops, "on the ops watch now"),
  ];
  const all = [...onWatch, ...members.map((member) => ({ ...member, watch: null }))];
  const teams = new Map(members.map(({ address, team }) => [address, team]));
  const once = new Map(all.toReversed().map((one) => [one.address, one]));
  return [...new Set(all.map(({ address }) => address))].flatMap((address) => {
    const one = once.get(address);
    return one ? [{ ...one, team: teams.get(address) ?? null }] : [];
  });
}

const watching = (seat: SeatView | null, watch: string) =>
  seat?.person ? [{ address: seat.person.address, name: seat.person.name, watch }] : [];
