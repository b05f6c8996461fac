import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import { inTransaction, type Tx, violatedConstraint } from "#db/client";
import { rotations, services, teams } from "#db/schema";
import { leaveAddress } from "#lib/addresses";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { healReferences } from "#lib/imports/references";
import { type LockedPerson, namedPerson, requirePerson } from "#lib/people/locks";
import { slugify } from "#lib/slugs";
import { editTeamIn } from "#lib/teams/edit";
import type { CreateTeamInput, EditTeamInput, OneTeam, RenameTeamInput, SetManagerInput } from "#lib/teams/inputs";
import { type LockedTeam, lockHierarchy, lockTeam, namedTeam, requireTeam } from "#lib/teams/locks";
import { findManager, refuseSelf, refusingOwnManagement } from "#lib/teams/management";
import { listed } from "#lib/teams/words";

/** Creates a team and returns its slug. Throws Invalid, Forbidden, Conflict. */
export function createTeam(viewer: Viewer, input: CreateTeamInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => (await createTeamIn(tx, viewer, input, at)).slug);
}

export async function createTeamIn(
  tx: Tx,
  viewer: Viewer,
  input: CreateTeamInput,
  at: Temporal.Instant,
): Promise<LockedTeam> {
  authorize(viewer, "team:create");
  const { name, slug = slugify(name), parent: above, manager: managing, ...facts } = input;
  if (!slug) throw new Invalid("Give it an address: its name has no Latin letters or digits.", "slug");
  const parent = await requireTeam(tx, above, "parent");
  const manager = managing ? await requirePerson(tx, managing, "manager") : null;

  return refusingOwnManagement(tx, viewer, null, async () => {
    const [team] = await tx
      .insert(teams)
      .values({ ...facts, name, slug, parentId: parent?.id ?? null, createdAt: at })
      .returning()
      .catch(refuseTakenSlug(slug));
    if (!team) throw new Error("The database returned no team.");
    await recordEvent(tx, viewer, at, { kind: "team.created", team: namedTeam(team), about: [team.id, parent?.id] });
    if (manager) await setManagerIn(tx, viewer, team, manager, at);
    await healReferences(tx, viewer, `group:${slug}`, { teamId: team.id }, at);
    return { ...team, managerId: manager?.id ?? null };
  });
}

/** Changes what is said of a team; fields left out stay. Returns its slug. Throws NotFound, Forbidden, Invalid, Conflict. */
export function editTeam(viewer: Viewer, { team: slug, ...facts }: EditTeamInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    if (facts.parent !== undefined) await lockHierarchy(tx);
    const team = await lockTeam(tx, slug);
    await editTeamIn(tx, viewer, team, facts, at);
    return team.slug;
  });
}

/** Gives a team another name and address; the old address leads to the new one. Throws NotFound, Forbidden, Conflict. */
export function renameTeam(viewer: Viewer, input: RenameTeamInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const team = await lockTeam(tx, input.team);
    await renameTeamIn(tx, viewer, team, input, at);
    return input.slug;
  });
}

export async function renameTeamIn(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  { name, slug }: { name: string; slug: string },
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "team:edit", { teamIds: [team.id] });
  if (name === team.name && slug === team.slug) return false;
  await tx.update(teams).set({ name, slug }).where(eq(teams.id, team.id)).catch(refuseTakenSlug(slug));
  if (slug !== team.slug) await leaveAddress(tx, "team", team.id, team.slug, slug, at);
  await recordEvent(tx, viewer, at, {
    kind: "team.renamed",
    team: { slug, name },
    before: namedTeam(team),
    about: [team.id],
  });
  return true;
}

/** Names the team's manager, or nobody. Nobody can name themselves. Throws NotFound, Forbidden, Invalid. */
export function setManager(viewer: Viewer, input: SetManagerInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const team = await lockTeam(tx, input.team);
    const manager = input.manager ? await requirePerson(tx, input.manager, "manager") : null;
    await setManagerIn(tx, viewer, team, manager, at);
    return team.slug;
  });
}

export async function setManagerIn(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  manager: LockedPerson | null,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "team:edit", { teamIds: [team.id] });
  if (team.managerId === (manager?.id ?? null)) return false;
  refuseSelf(viewer, manager);
  const before = await findManager(tx, team.managerId);
  await tx
    .update(teams)
    .set({ managerId: manager?.id ?? null })
    .where(eq(teams.id, team.id));
  await recordEvent(tx, viewer, at, {
    kind: "team.manager-changed",
    team: namedTeam(team),
    from: before && namedPerson(before),
    to: manager && namedPerson(manager),
    about: [team.id, before?.id, manager?.id],
  });
  return true;
}

/**
 * Takes a team out of use. Its members stay on record, so that it can come back as it was. Refused, with the list,
 * while it owns services, has rotations or other teams lie beneath it. Throws NotFound, Forbidden, Conflict.
 */
export function retireTeam(viewer: Viewer, input: OneTeam, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const team = await lockTeam(tx, input.team);
    authorize(viewer, "team:retire");
    if (team.retiredAt) return team.slug;
    await refuseWhileNeeded(tx, team);
    await setRetired(tx, viewer, team, at, at);
    return team.slug;
  });
}

/** Brings a retired team back as it was. Throws NotFound, Forbidden, Conflict. */
export function restoreTeam(viewer: Viewer, input: OneTeam, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const team = await lockTeam(tx, input.team);
    await restoreTeamIn(tx, viewer, team, at);
    return team.slug;
  });
}

export async function restoreTeamIn(tx: Tx, viewer: Viewer, team: LockedTeam, at: Temporal.Instant): Promise<boolean> {
  if (!team.retiredAt) return false;
  authorize(viewer, "team:retire");
  const [parent] = team.parentId ? await tx.select().from(teams).where(eq(teams.id, team.parentId)).for("share") : [];
  if (parent?.retiredAt) throw new Conflict(`${parent.name}, the team above it, is retired: bring that back first.`);
  await refusingOwnManagement(tx, viewer, team, () => setRetired(tx, viewer, team, null, at));
  return true;
}

async function setRetired(
  tx: Tx,
  viewer: Viewer,
  team: LockedTeam,
  retiredAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Promise<void> {
  await tx.update(teams).set({ retiredAt }).where(eq(teams.id, team.id));
  await recordEvent(tx, viewer, at, {
    kind: retiredAt ? "team.retired" : "team.restored",
    team: namedTeam(team),
    about: [team.id],
  });
}

async function refuseWhileNeeded(tx: Tx, team: LockedTeam): Promise<void> {
  const owned = await tx
    .select({ name: services.name })
    .from(services)
    .where(and(or(eq(services.deliveryTeamId, team.id), eq(services.opsTeamId, team.id)), isNull(services.retiredAt)))
    .orderBy(services.name);
  if (owned.length > 0) {
    throw new Conflict(`${team.name} still owns ${listed(owned)}. Give them to another team or retire them first.`);
  }
  const watches = await tx
    .select({ name: rotations.name })
    .from(rotations)
    .where(and(eq(rotations.teamId, team.id), isNull(rotations.retiredAt)))
    .orderBy(rotations.name);
  if (watches.length > 0) {
    throw new Conflict(`${team.name} still stands the watch of ${listed(watches)}. Retire that or give it away first.`);
  }
  const children = await tx
    .select({ name: teams.name })
    .from(teams)
    .where(and(eq(teams.parentId, team.id), isNull(teams.retiredAt)))
    .orderBy(teams.name);
  if (children.length > 0) {
    throw new Conflict(`Beneath ${team.name} still lies ${listed(children)}. Move or retire that first.`);
  }
}

const refuseTakenSlug = (slug: string) => (error: unknown) => {
  if (violatedConstraint(error) === "teams_slug_unique")
    throw new Conflict(`The address “${slug}” belongs to another team.`, "slug");
  throw error;
};
