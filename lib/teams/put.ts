import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { teams } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { requirePerson } from "#lib/people/locks";
import { createTeamIn, renameTeamIn, restoreTeamIn, setManagerIn } from "#lib/teams/commands";
import { editTeamIn } from "#lib/teams/edit";
import type { PutTeamInput } from "#lib/teams/inputs";
import { type LockedTeam, lockHierarchy, lockTeam } from "#lib/teams/locks";
import { findManager, refusingOwnManagement } from "#lib/teams/management";
import { setMembersIn } from "#lib/teams/member-commands";

/**
 * Creates the team `slug`, or makes it what `input` says, all or nothing; a field left out keeps its value, `members`
 * replaces who is in it, a retired team comes back. True when it was created. Throws Forbidden, Invalid, Conflict.
 */
export function putTeam(viewer: Viewer, slug: string, input: PutTeamInput, at = now()): Promise<boolean> {
  const { members, ...facts } = input;
  return inTransaction(async (tx) => {
    await lockHierarchy(tx);
    const [present] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.slug, slug));
    const team = present ? await lockTeam(tx, slug) : await createTeamIn(tx, viewer, { ...facts, slug }, at);
    await refusingOwnManagement(tx, viewer, present ? team : null, async () => {
      if (present) await replaceTeam(tx, viewer, team, facts, at);
      if (members) await setMembersIn(tx, viewer, team, members, at);
    });
    return !present;
  });
}

async function replaceTeam(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  { name, manager, ...facts }: Omit<PutTeamInput, "members">,
  at: Temporal.Instant,
): Promise<void> {
  await restoreTeamIn(tx, viewer, team, at);
  await renameTeamIn(tx, viewer, team, { name, slug: team.slug }, at);
  const renamed = { ...team, name };
  await editTeamIn(tx, viewer, renamed, facts, at);
  if (manager === undefined) return;
  const present = await findManager(tx, team.managerId);
  const isPresent = manager !== null && (present?.email === manager || present?.handle === manager);
  // Whoever manages it and was deactivated may be named again: the body is what a reader was shown.
  if (!isPresent)
    await setManagerIn(tx, viewer, renamed, manager ? await requirePerson(tx, manager, "manager") : null, at);
}
