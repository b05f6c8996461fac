import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { memberships, people } from "#db/schema";
import { type Action, authorize, can, type Viewer } from "#lib/auth/policy";
import { Forbidden, Invalid } from "#lib/errors";
import { type LockedPerson, requirePerson } from "#lib/people/locks";
import type { LockedRotation } from "#lib/rotations/locks";

/** What somebody must be allowed to do it for themselves, and for somebody else. */
type Rights = { own: Action; others: Action };

/**
 * Whom a command is about: the person at `address`, or the viewer where nobody is named. Throws Forbidden unless the
 * viewer may do it for that person, Invalid naming `person` when there is no such active person.
 */
export async function personConcerned(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  address: string | undefined,
  { own, others }: Rights,
): Promise<LockedPerson> {
  const teamIds = [rotation.teamId];
  if (address === undefined) {
    authorize(viewer, own, { teamIds, personId: viewer.personId });
    return viewerThemselves(tx, viewer);
  }
  const person = await requirePerson(tx, address, "person");
  const resource = { teamIds, personId: person.id };
  if (person.id !== viewer.personId || !can(viewer, own, resource)) authorize(viewer, others, resource);
  return person;
}

async function viewerThemselves(tx: Tx, { personId }: Viewer): Promise<LockedPerson> {
  if (personId === null) throw new Invalid("Name the person whom it is about.", "person");
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  if (!person || person.deactivatedAt) throw new Forbidden("Whoever is deactivated stands no watch.");
  return person;
}

/** Whether the person is in the team that the rotation belongs to. */
export async function isInTeam(tx: Tx, { teamId }: LockedRotation, personId: string): Promise<boolean> {
  const isMember = and(eq(memberships.teamId, teamId), eq(memberships.personId, personId), isNull(memberships.endsAt));
  const [membership] = await tx.select({ id: memberships.id }).from(memberships).where(isMember);
  return membership !== undefined;
}
