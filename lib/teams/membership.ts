import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Tx, violatedConstraint } from "#db/client";
import { memberships } from "#db/schema";
import { Conflict } from "#lib/errors";
import type { MemberRole } from "#lib/teams/inputs";

type Ids = { teamId: string; personId: string };

/**
 * Opens a span of membership from `at` on, or from the end of the span before where another replica's clock was ahead.
 * Throws Conflict, naming the field `path`, when the person is in the team already.
 */
export async function beginMembership(
  tx: Tx,
  { teamId, personId }: Ids,
  role: MemberRole,
  at: Temporal.Instant,
  { name, path }: { name: string; path: string },
): Promise<void> {
  const startsAt = sql`greatest(${at.toString()}::timestamptz, (
    select max(ends_at) from memberships where team_id = ${teamId} and person_id = ${personId}))`;
  await tx
    .insert(memberships)
    .values({ teamId, personId, role, startsAt })
    .catch((error: unknown) => {
      if (violatedConstraint(error) === "memberships_of_a_person_in_a_team_do_not_overlap")
        throw new Conflict(`${name} is in the team already.`, path);
      throw error;
    });
}

/** Ends the open span at `at`, or where it began if that is later. False when there was none. */
export async function endMembership(tx: Tx, { teamId, personId }: Ids, at: Temporal.Instant): Promise<boolean> {
  const ended = await tx
    .update(memberships)
    .set({ endsAt: sql`greatest(${at.toString()}::timestamptz, ${memberships.startsAt})` })
    .where(and(eq(memberships.teamId, teamId), eq(memberships.personId, personId), isNull(memberships.endsAt)))
    .returning({ id: memberships.id });
  return ended.length > 0;
}

/** The role in which the person is in the team now, or undefined. */
export async function findRole(tx: Tx, { teamId, personId }: Ids): Promise<MemberRole | undefined> {
  const [open] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.teamId, teamId), eq(memberships.personId, personId), isNull(memberships.endsAt)));
  return open?.role;
}
