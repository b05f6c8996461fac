import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction, type Tx, violatedConstraint } from "#db/client";
import { services, teams } from "#db/schema";
import { leaveAddress } from "#lib/addresses";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { now } from "#lib/clock";
import { Conflict, Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { healReferences } from "#lib/imports/references";
import type {
  CreateServiceInput,
  EditServiceInput,
  OneService,
  RenameServiceInput,
  ServiceFacts,
  TransferServiceInput,
} from "#lib/services/inputs";
import { type LockedService, lockService, named } from "#lib/services/locks";
import { changeOwnership, type OwnershipRole } from "#lib/services/ownership";
import { teamsOf } from "#lib/services/permissions";
import { slugify } from "#lib/slugs";
import { type LockedTeam, requireOpsTeam, requireTeam } from "#lib/teams/locks";

/** Creates a service and returns its slug. Throws Invalid, Forbidden, Conflict. */
export function createService(viewer: Viewer, input: CreateServiceInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => (await createServiceIn(tx, viewer, input, at)).slug);
}

export async function createServiceIn(
  tx: Tx,
  viewer: Viewer,
  input: CreateServiceInput,
  at: Temporal.Instant,
): Promise<LockedService> {
  const { name, slug = slugify(name), team, opsTeam, ...facts } = input;
  if (!slug) throw new Invalid("Give it an address: its name has no Latin letters or digits.", "slug");
  const [delivery, ops] = await Promise.all([requireTeam(tx, team, "team"), requireOpsTeam(tx, opsTeam, "opsTeam")]);
  authorize(viewer, "service:create", { teamIds: [delivery?.id ?? null, ops?.id ?? null] });

  const [service] = await tx
    .insert(services)
    .values({ ...facts, name, slug, createdAt: at, changedAt: at })
    .returning()
    .catch(refuseTakenSlug(slug));
  if (!service) throw new Error("The database returned no service.");
  for (const [role, owner] of [["delivery", delivery] as const, ["ops", ops] as const]) {
    if (owner) await changeOwnership(tx, service, role, owner, at);
  }
  await recordEvent(tx, viewer, at, {
    kind: "service.created",
    service: named(service),
    about: [service.id, delivery?.id, ops?.id],
  });
  await healReferences(tx, viewer, `component:${slug}`, { serviceId: service.id }, at);
  return { ...service, deliveryTeamId: delivery?.id ?? null, opsTeamId: ops?.id ?? null };
}

/** Changes what is said of a service; fields left out stay. Returns its slug. Throws NotFound, Forbidden. */
export function editService(
  viewer: Viewer,
  { service: slug, ...facts }: EditServiceInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, slug);
    await editServiceIn(tx, viewer, service, facts, at);
    return service.slug;
  });
}

export async function editServiceIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  facts: ServiceFacts,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "service:edit", teamsOf(service));
  const changes = changesOf<ServiceFacts>(service, facts);
  if (changes.length === 0) return false;
  await tx
    .update(services)
    .set({ ...changedFields<ServiceFacts>(changes), changedAt: at })
    .where(eq(services.id, service.id));
  await recordEvent(tx, viewer, at, { kind: "service.edited", service: named(service), changes, about: [service.id] });
  return true;
}

/** Gives a service another name and address; the old address leads to the new one. Throws NotFound, Forbidden, Conflict. */
export function renameService(viewer: Viewer, input: RenameServiceInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    await renameServiceIn(tx, viewer, service, input, at);
    return input.slug;
  });
}

export async function renameServiceIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  { name, slug }: { name: string; slug: string },
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "service:edit", teamsOf(service));
  if (name === service.name && slug === service.slug) return false;
  await tx
    .update(services)
    .set({ name, slug, changedAt: at })
    .where(eq(services.id, service.id))
    .catch(refuseTakenSlug(slug));
  if (slug !== service.slug) await leaveAddress(tx, "service", service.id, service.slug, slug, at);
  await recordEvent(tx, viewer, at, {
    kind: "service.renamed",
    service: { slug, name },
    before: named(service),
    about: [service.id],
  });
  return true;
}

/** Gives the service to another team, or to nobody, from `at` on. Throws NotFound, Forbidden, Invalid, Conflict. */
export function transferService(viewer: Viewer, input: TransferServiceInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    const team = await (input.role === "ops" ? requireOpsTeam : requireTeam)(tx, input.toTeam, "toTeam");
    await transferServiceIn(tx, viewer, service, input.role, team, at);
    return service.slug;
  });
}

export async function transferServiceIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  role: OwnershipRole,
  team: LockedTeam | null,
  at: Temporal.Instant,
): Promise<boolean> {
  const ownerId = role === "delivery" ? service.deliveryTeamId : service.opsTeamId;
  if (ownerId === (team?.id ?? null)) return false;
  if (service.retiredAt) throw new Conflict(`${service.name} is retired: bring it back before giving it to a team.`);
  authorizeTransfer(viewer, service, role, team);
  const owner = ownerId ? await requireTeamById(tx, ownerId) : null;

  await changeOwnership(tx, service, role, team, at);
  await recordEvent(tx, viewer, at, {
    kind: "service.transferred",
    service: named(service),
    role,
    from: owner && named(owner),
    to: team && named(team),
    about: [service.id, owner?.id, team?.id],
  });
  return true;
}

function authorizeTransfer(viewer: Viewer, service: LockedService, role: OwnershipRole, team: LockedTeam | null): void {
  // Naming the ops team is an edit of the service; so is a team's taking what nobody owns.
  if (role === "ops") authorize(viewer, "service:edit", teamsOf(service));
  else if (service.deliveryTeamId) authorize(viewer, "service:transfer", { teamIds: [service.deliveryTeamId] });
  else authorize(viewer, "service:adopt", { teamIds: [team?.id ?? null, service.opsTeamId] });
}

/** Takes a service out of the catalog; its history stays. Throws NotFound, Forbidden. */
export function retireService(viewer: Viewer, input: OneService, at = now()): Promise<string> {
  return setRetired(viewer, input, at, at);
}

/** Brings a retired service back as it was. Throws NotFound, Forbidden. */
export function restoreService(viewer: Viewer, input: OneService, at = now()): Promise<string> {
  return setRetired(viewer, input, null, at);
}

function setRetired(
  viewer: Viewer,
  input: OneService,
  retiredAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    await setRetiredIn(tx, viewer, service, retiredAt, at);
    return service.slug;
  });
}

export async function setRetiredIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  retiredAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Promise<boolean> {
  if (Boolean(service.retiredAt) === Boolean(retiredAt)) return false;
  authorize(viewer, "service:retire", { teamIds: [service.deliveryTeamId] });
  await tx.update(services).set({ retiredAt, changedAt: at }).where(eq(services.id, service.id));
  await recordEvent(tx, viewer, at, {
    kind: retiredAt ? "service.retired" : "service.restored",
    service: named(service),
    about: [service.id, service.deliveryTeamId, service.opsTeamId],
  });
  return true;
}

async function requireTeamById(tx: Tx, id: string): Promise<LockedTeam> {
  const [team] = await tx.select().from(teams).where(eq(teams.id, id));
  if (!team) throw new Error("An owner's row is missing.");
  return team;
}

const refuseTakenSlug = (slug: string) => (error: unknown) => {
  if (violatedConstraint(error) === "services_slug_unique")
    throw new Conflict(`The address “${slug}” belongs to another service.`, "slug");
  throw error;
};
