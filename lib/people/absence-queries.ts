import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { can, type Viewer } from "#lib/auth/policy";

/** When somebody is away, `[from, to)`; ISO instants. */
export type AbsenceView = { id: string; from: string; to: string; reason: string | null };

export type AbsencesView = {
  /** Present and coming ones, the first one first. */
  absences: AbsenceView[];
  canEdit: boolean;
  /** The viewer is the one who is away, and may erase why. */
  isSelf: boolean;
};

/** When a person is away from `at` on; undefined for whoever may not know. */
export async function findAbsences(
  viewer: Viewer,
  person: { id: string },
  at: Temporal.Instant,
): Promise<AbsencesView | undefined> {
  const [teams, absences] = await Promise.all([
    readRows<{ id: string }>(
      sql`select team_id as id from memberships where person_id = ${person.id}::uuid and ends_at is null`,
    ),
    readRows<AbsenceView>(sql`
      select id, to_json(starts_at) #>> '{}' as from, to_json(ends_at) #>> '{}' as to, reason from absences
      where person_id = ${person.id}::uuid and ends_at > ${at.toString()}::timestamptz order by starts_at limit 200`),
  ]);
  const resource = { personId: person.id, teamIds: teams.map(({ id }) => id) };
  const [canRead, canEdit] = [can(viewer, "absence:read", resource), can(viewer, "absence:edit", resource)];
  if (!canRead && !canEdit) return undefined;
  const isSelf = viewer.personId === person.id;
  // Whoever notes absences for others need not read why somebody is away.
  return { absences: absences.map((one) => (canRead ? one : { ...one, reason: null })), canEdit, isSelf };
}
