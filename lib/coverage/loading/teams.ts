import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { PersonFact, TeamFact } from "#lib/coverage/facts";
import { readInstant } from "#lib/coverage/loading/stored";
import { uuids } from "#lib/order";

/** A team without the service that it owns. */
export type LoadedTeam = Omit<TeamFact, "since">;

type Member = PersonFact & { isLead: boolean; canSignIn: boolean; since: string };
type Row = Omit<LoadedTeam, "members"> & { members: Member[] | null };

/** These teams with their active members and manager, by their ids. */
export async function loadTeams(ids: readonly string[]): Promise<Map<string, LoadedTeam>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<{ row: Row }>(sql`
    select json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'isLiving', t.retired_at is null,
      'manager', (select json_build_object('id', p.id, 'name', p.name) from people p
        where p.id = t.manager_id and p.deactivated_at is null),
      'members', (select json_agg(json_build_object('id', p.id, 'name', p.name, 'isLead', m.role = 'lead',
          'canSignIn', p.email is not null, 'since', m.starts_at) order by p.name, p.id)
        from memberships m join people p on p.id = m.person_id
        where m.team_id = t.id and m.ends_at is null and p.deactivated_at is null)) as row
    from teams t where t.id = any(${uuids(ids)})`);
  return new Map(rows.map(({ row }) => [row.id, { ...row, members: (row.members ?? []).map(readMember) }]));
}

const readMember = ({ since, ...member }: Member) => ({ ...member, since: readInstant(since) });

/** The ops team that takes what nobody else has; null where none was chosen. */
export async function findFallbackTeam(): Promise<string | null> {
  const [row] = await readRows<{ id: string | null }>(sql`select fallback_ops_team_id as id from installation`);
  return row?.id ?? null;
}
