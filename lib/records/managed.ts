import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Every person with every manager of theirs, as a list of common table expressions: `managed(person_id, manager_id,
 * team)`, where `team` names the manager's team nearest to the person. `among` narrows whose memberships count, as `m`.
 */
export const managedAs = (among: SQL = sql`true`) => sql`
  -- A loop among teams ends the walk by its depth.
  above(team_id, id, depth) as (
    select id, id, 0 from teams where retired_at is null
    union all
    select above.team_id, t.parent_id, above.depth + 1 from above join teams t on t.id = above.id
    where t.parent_id is not null and above.depth < 30
  ),
  managed as materialized (
    select distinct on (m.person_id, t.manager_id) m.person_id, t.manager_id, t.name as team
    from memberships m join above on above.team_id = m.team_id join teams t on t.id = above.id
      join people b on b.id = t.manager_id
    where m.ends_at is null and t.manager_id <> m.person_id and b.deactivated_at is null and ${among}
    order by m.person_id, t.manager_id, above.depth, lower(t.name)
  )`;
