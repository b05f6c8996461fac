import "server-only";
import { sql } from "drizzle-orm";

/** Parts of statements that more than one query of teams is made of. Each speaks of the team `t`. */

// `union` drops what was found already, so a loop among teams ends the walk instead of the server.
/** A table `managed(id)`, for `with recursive`: the teams with an active manager, their own or of a team above. */
export const withManaged = sql`managed(id) as (
  select t.id from teams t join people p on p.id = t.manager_id where p.deactivated_at is null
  union
  select t.id from teams t join managed on t.parent_id = managed.id)`;

const isActive = sql`m.team_id = t.id and m.ends_at is null and p.deactivated_at is null`;
const members = sql`from memberships m join people p on p.id = m.person_id where ${isActive}`;
/** Only what has people needs a lead and a channel; only a team above others may do without people. */
const hasMembers = sql`exists (select ${members})`;
const hasLead = sql`exists (select ${members} and m.role = 'lead')`;
const isAboveOthers = sql`exists (select from teams child where child.parent_id = t.id and child.retired_at is null)`;

/** What a team lacks, as `TeamGapKind`s; nothing where it is retired. Needs `withManaged`. */
export const teamGaps = sql`case when t.retired_at is not null then '{}'::text[] else array_remove(array[
  case when not ${hasMembers} and not ${isAboveOthers} then 'members' end,
  case when ${hasMembers} and not ${hasLead} then 'lead' end,
  case when not exists (select from managed where managed.id = t.id) then 'manager' end,
  case when ${hasMembers} and coalesce(t.chat, '') !~ '\\S' then 'chat' end
], null) end`;
