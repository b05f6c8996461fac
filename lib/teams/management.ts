import "server-only";
import { eq, sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import { people } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { Forbidden, Invalid } from "#lib/errors";
import type { LockedTeam } from "#lib/teams/locks";

type Managed = { teamIds: string[]; personIds: string[] };

/**
 * Does `work` unless the viewer would manage somebody by it whom they do not manage now: nobody makes themselves
 * somebody's manager, administrators included. `team` is the team that changes, if it was there before. Throws Forbidden.
 */
export async function refusingOwnManagement<Result>(
  tx: Tx,
  viewer: Viewer,
  team: { id: string } | null,
  work: () => Promise<Result>,
): Promise<Result> {
  const { personId } = viewer;
  if (!personId) return work();
  const before = await findManaged(tx, personId);
  const result = await work();
  const after = await findManaged(tx, personId);
  const isNewTeam = team !== null && after.teamIds.includes(team.id) && !before.teamIds.includes(team.id);
  const known = new Set([personId, ...before.personIds]);
  if (isNewTeam || after.personIds.some((person) => !known.has(person))) {
    throw new Forbidden(
      "This would make you somebody's manager, and nobody can do that themselves: ask a lead or another administrator.",
    );
  }
  return result;
}

/** Refuses the viewer as the manager they choose in the field `path`, whoever is in the team. Throws Forbidden. */
export function refuseSelf(viewer: Viewer, manager: { id: string } | null): void {
  if (manager && manager.id === viewer.personId) {
    throw new Forbidden("Nobody can make themselves a manager: ask a lead or another administrator.");
  }
}

/** Throws Invalid when `parent` is `team` itself or lies beneath it. The hierarchy must be locked. */
export async function refuseLoop(tx: Tx, team: LockedTeam, parent: LockedTeam, path: string): Promise<void> {
  const above = await rowsOf<{ id: string }>(
    tx,
    sql`with recursive above(id, parent_id) as (
        select id, parent_id from teams where id = ${parent.id}
        union
        select teams.id, teams.parent_id from teams join above on teams.id = above.parent_id
      ) select id from above`,
  );
  if (!above.some(({ id }) => id === team.id)) return;
  const why = parent.id === team.id ? "A team cannot lie beneath itself." : `${parent.name} lies beneath ${team.name}.`;
  throw new Invalid(`${why} Choose another team above it.`, path);
}

/** A manager as events name them; the row may belong to somebody deactivated since. */
export async function findManager(tx: Tx, id: string | null) {
  if (!id) return null;
  const [person] = await tx.select().from(people).where(eq(people.id, id));
  return person ?? null;
}

async function findManaged(tx: Tx, personId: string): Promise<Managed> {
  const rows = await rowsOf<{ teamId: string; personIds: string[] }>(
    tx,
    // A retired team is nobody's: whoever brings it back would become the manager of its members.
    sql`with recursive managed(id) as (
        select id from teams where manager_id = ${personId} and retired_at is null
        union
        select teams.id from teams join managed on teams.parent_id = managed.id where teams.retired_at is null
      )
      select managed.id as "teamId", coalesce(json_agg(m.person_id) filter (where m.id is not null), '[]') as "personIds"
      from managed left join memberships m on m.team_id = managed.id and m.ends_at is null
      group by managed.id`,
  );
  return { teamIds: rows.map(({ teamId }) => teamId), personIds: rows.flatMap(({ personIds }) => personIds) };
}
