import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Parts of statements that more than one query of teams is made of. */

// `union` drops what was found already, so a loop among teams ends the walk instead of the server.
/** A table `managed(id)`, for `with recursive`: the teams with an active manager, their own or of a team above. */
export const withManaged = sql`managed(id) as (
  select t.id from teams t join people p on p.id = t.manager_id where p.deactivated_at is null
  union
  select t.id from teams t join managed on t.parent_id = managed.id)`;

/** A table `staff(team_id, people, leads)`: the active people of each team that has any; `condition` speaks of `m`. */
export const withStaff = (condition: SQL = sql`true`) => sql`staff as materialized (
  select m.team_id, count(*)::int as people, count(*) filter (where m.role = 'lead')::int as leads
  from memberships m join people p on p.id = m.person_id
  where m.ends_at is null and p.deactivated_at is null and ${condition} group by m.team_id)`;

/** A table `work(team_id, services)`: how many living services each team delivers or is the ops team of. */
export const withWork = sql`work as materialized (
  select team_id, count(*)::int as services from (
    select delivery_team_id as team_id from services where retired_at is null and delivery_team_id is not null
    union all
    select ops_team_id from services where retired_at is null and ops_team_id is distinct from delivery_team_id
  ) owned where team_id is not null group by team_id)`;

// `in` is looked up in a hash; `exists` would walk the other table again for every team.
const isAboveOthers = sql`t.id in (select parent_id from teams where parent_id is not null and retired_at is null)`;

/**
 * What the team `t` lacks, as `TeamGapKind`s; nothing where it is retired. Needs `managed` and `t` joined with
 * `staff`. Only what has people needs a lead and a channel, and only a team above others may do without people.
 */
export const teamGaps = sql`case when t.retired_at is not null then '{}'::text[] else array_remove(array[
  case when staff.people is null and not ${isAboveOthers} then 'members' end,
  case when staff.leads = 0 then 'lead' end,
  case when t.id not in (select id from managed) then 'manager' end,
  case when staff.people > 0 and coalesce(t.chat, '') !~ '\\S' then 'chat' end
], null) end`;
