import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { memberships, people } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { type LockedPerson, lockPerson, namedPerson, requirePerson } from "#lib/people/locks";
import type { MemberInput, MemberRole, MemberWish, OneMember } from "#lib/teams/inputs";
import { type LockedTeam, lockTeam, namedTeam } from "#lib/teams/locks";
import { refusingOwnManagement } from "#lib/teams/management";
import { beginMembership, endMembership, findRole } from "#lib/teams/membership";

/** Takes a person into a team. Returns the team's slug. Throws NotFound, Forbidden, Invalid, Conflict. */
export function addMember(viewer: Viewer, input: MemberInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const team = await lockTeam(tx, input.team);
    authorize(viewer, "team:edit", { teamIds: [team.id] });
    refuseRetired(team);
    const person = await requirePerson(tx, input.person, "person");
    await refusingOwnManagement(tx, viewer, team, () => join(tx, viewer, team, person, input.role, "person", at));
    return team.slug;
  });
}

/** Makes a member a lead, or a lead a member. Throws NotFound, Forbidden, Conflict. */
export function changeRole(viewer: Viewer, input: MemberInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const team = await lockTeam(tx, input.team);
    authorize(viewer, "team:edit", { teamIds: [team.id] });
    refuseRetired(team);
    const person = await lockPerson(tx, input.person);
    const role = await findRole(tx, { teamId: team.id, personId: person.id });
    if (!role) throw new NotFound(`${person.name} is not in ${team.name}.`);
    if (role !== input.role) await takeRole(tx, viewer, team, person, input.role, at);
    return team.slug;
  });
}

/** Ends a membership; what it was stays in the history. Throws NotFound, Forbidden. */
export function removeMember(viewer: Viewer, input: OneMember, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const team = await lockTeam(tx, input.team);
    authorize(viewer, "team:edit", { teamIds: [team.id] });
    const person = await lockPerson(tx, input.person);
    if (!(await leave(tx, viewer, team, person, at))) throw new NotFound(`${person.name} is not in ${team.name}.`);
    return team.slug;
  });
}

/** Makes `wishes` the members of the team: joins, leaves and changes of role. True when anything changed. */
export async function setMembersIn(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  wishes: readonly MemberWish[],
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "team:edit", { teamIds: [team.id] });
  const present = await listMembers(tx, team);
  const wanted = new Map<string, { person: LockedPerson; role: MemberRole; path: string }>();
  for (const [index, { email, role }] of wishes.entries()) {
    const path = `members.${index}.email`;
    // Somebody who is in the team and was deactivated may be named: the list is what a reader was shown.
    const known = present.find(({ person }) => person.email === email || person.handle === email)?.person;
    const person = known ?? (await requirePerson(tx, email, path));
    if (wanted.has(person.id)) throw new Invalid(`${person.name} is named twice.`, path);
    wanted.set(person.id, { person, role, path });
  }
  const leavers = present.filter(({ person }) => !wanted.has(person.id));
  for (const { person } of leavers) await leave(tx, viewer, team, person, at);
  const roles = new Map(present.map(({ person, role }) => [person.id, role]));
  const others = [...wanted.values()].filter(({ person, role }) => roles.get(person.id) !== role);
  for (const { person, role, path } of others) {
    if (roles.has(person.id)) await takeRole(tx, viewer, team, person, role, at);
    else await join(tx, viewer, team, person, role, path, at);
  }
  return leavers.length + others.length > 0;
}

async function join(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  person: LockedPerson,
  role: MemberRole,
  path: string,
  at: Temporal.Instant,
): Promise<void> {
  await beginMembership(tx, { teamId: team.id, personId: person.id }, role, at, { name: person.name, path });
  await recordEvent(tx, viewer, at, {
    kind: "team.member-joined",
    team: namedTeam(team),
    member: namedPerson(person),
    role,
    about: [team.id, person.id],
  });
}

async function takeRole(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  person: LockedPerson,
  role: MemberRole,
  at: Temporal.Instant,
): Promise<void> {
  const ids = { teamId: team.id, personId: person.id };
  await endMembership(tx, ids, at);
  await beginMembership(tx, ids, role, at, { name: person.name, path: "role" });
  await recordEvent(tx, viewer, at, {
    kind: "team.role-changed",
    team: namedTeam(team),
    member: namedPerson(person),
    role,
    about: [team.id, person.id],
  });
}

async function leave(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  person: LockedPerson,
  at: Temporal.Instant,
): Promise<boolean> {
  if (!(await endMembership(tx, { teamId: team.id, personId: person.id }, at))) return false;
  await recordEvent(tx, viewer, at, {
    kind: "team.member-left",
    team: namedTeam(team),
    member: namedPerson(person),
    about: [team.id, person.id],
  });
  return true;
}

function listMembers(tx: Tx, team: LockedTeam): Promise<{ person: LockedPerson; role: MemberRole }[]> {
  return tx
    .select({ person: people, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.teamId, team.id), isNull(memberships.endsAt)));
}

function refuseRetired(team: LockedTeam): void {
  if (team.retiredAt) throw new Conflict(`${team.name} is retired: bring it back before changing who is in it.`);
}
