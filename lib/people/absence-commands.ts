import "server-only";
import { and, eq, gt, isNull, lt, ne } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { absences, memberships, people } from "#db/schema";
import { authorize, can, type Resource, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import type { ChangeAbsenceInput, NoteAbsenceInput, OneAbsence } from "#lib/people/absence-inputs";
import { type LockedPerson, lockPerson, namedPerson, requirePerson } from "#lib/people/locks";

// Who is away when is for that person, their teams and managers. The history is for everybody, so it hears of none.

type Absence = typeof absences.$inferSelect;
type Span = Pick<Absence, "startsAt" | "endsAt">;

/** Parental leave and a sabbatical, one after the other. */
const mostDays = 800;

/**
 * Notes when the viewer, or whom they name, is away; for that person and their teams' leads. Returns the absence's id.
 * Throws Forbidden, Invalid naming the field, and Conflict when it meets another absence of theirs.
 */
export function noteAbsence(
  viewer: Viewer,
  { person: address, ...input }: NoteAbsenceInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const person = await personAway(tx, viewer, address);
    const span = awaySpan(input, at);
    await refuseMet(tx, person, span);
    const absence = { ...span, personId: person.id, reason: input.reason ?? null };
    const [noted] = await tx
      .insert(absences)
      .values({ ...absence, createdAt: at, createdById: viewer.personId })
      .returning({ id: absences.id });
    if (!noted) throw new Error("The database returned no absence.");
    return noted.id;
  });
}

/**
 * Changes when somebody is away, or why; a field left out stays. Returns the person's address. Throws NotFound,
 * Forbidden, Invalid naming the field, Conflict.
 */
export function changeAbsence(
  viewer: Viewer,
  { absence: id, ...input }: ChangeAbsenceInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const { absence, person } = await lockAbsence(tx, viewer, id);
    const reason = input.reason === undefined ? absence.reason : input.reason;
    const span = awaySpan({ from: input.from ?? absence.startsAt, to: input.to ?? absence.endsAt }, at);
    await refuseMet(tx, person, span, id);
    await tx
      .update(absences)
      .set({ ...span, reason })
      .where(eq(absences.id, id));
    return namedPerson(person).slug;
  });
}

/** Takes an absence off the record. Returns the person's address. Throws NotFound, Forbidden. */
export function removeAbsence(viewer: Viewer, { absence: id }: OneAbsence): Promise<string> {
  return inTransaction(async (tx) => {
    const { person } = await lockAbsence(tx, viewer, id);
    await tx.delete(absences).where(eq(absences.id, id));
    return namedPerson(person).slug;
  });
}

/** Erases why somebody is away, for that person only. Returns their address. Throws NotFound, Forbidden. */
export function eraseAbsenceReason(viewer: Viewer, { absence: id }: OneAbsence): Promise<string> {
  return inTransaction(async (tx) => {
    const { person } = await findAbsence(tx, id);
    const resource = await resourceOf(tx, person);
    if (!can(viewer, "absence:read", resource)) throw noAbsence();
    authorize(viewer, "reason:erase", { personId: person.id });
    await tx.update(absences).set({ reason: null }).where(eq(absences.id, id));
    return namedPerson(person).slug;
  });
}

/** Whose absence it is, locked, so that two of theirs come one after the other. */
async function personAway(tx: Tx, viewer: Viewer, address: string | undefined): Promise<LockedPerson> {
  const wanted = address ?? (await addressOfViewer(tx, viewer));
  const person = await requirePerson(tx, wanted, "person");
  authorize(viewer, "absence:edit", await resourceOf(tx, person));
  return lockPerson(tx, wanted);
}

async function addressOfViewer(tx: Tx, viewer: Viewer): Promise<string> {
  authorize(viewer, "absence:edit", { personId: viewer.personId });
  if (viewer.personId === null) throw new Invalid("Name the person who is away.", "person");
  const [person] = await tx.select().from(people).where(eq(people.id, viewer.personId));
  return person ? namedPerson(person).slug : "";
}

/** An absence that the viewer may change, and its person, locked. To strangers there is none. */
async function lockAbsence(tx: Tx, viewer: Viewer, id: string): Promise<{ absence: Absence; person: LockedPerson }> {
  const found = await findAbsence(tx, id);
  const resource = await resourceOf(tx, found.person);
  if (!can(viewer, "absence:edit", resource) && !can(viewer, "absence:read", resource)) throw noAbsence();
  authorize(viewer, "absence:edit", resource);
  const person = await lockPerson(tx, namedPerson(found.person).slug);
  const [absence] = await tx.select().from(absences).where(eq(absences.id, id));
  if (!absence) throw noAbsence();
  return { absence, person };
}

async function findAbsence(tx: Tx, id: string): Promise<{ absence: Absence; person: LockedPerson }> {
  const [found] = await tx
    .select({ absence: absences, person: people })
    .from(absences)
    .innerJoin(people, eq(people.id, absences.personId))
    .where(eq(absences.id, id));
  if (!found) throw noAbsence();
  return found;
}

/** The person, and the teams that they are in now. */
async function resourceOf(tx: Tx, { id }: LockedPerson): Promise<Resource> {
  const teams = await tx
    .select({ teamId: memberships.teamId })
    .from(memberships)
    .where(and(eq(memberships.personId, id), isNull(memberships.endsAt)));
  return { personId: id, teamIds: teams.map(({ teamId }) => teamId) };
}

function awaySpan({ from, to }: { from: Temporal.Instant; to: Temporal.Instant }, at: Temporal.Instant): Span {
  const [startsAt, endsAt] = [from.round(toTheSecond), to.round(toTheSecond)];
  if (!isBefore(startsAt, endsAt)) throw new Invalid("The end has to come after the beginning.", "to");
  if (!isBefore(at, endsAt)) throw new Invalid("This is over: choose an end that is still to come.", "to");
  if (isBefore(startsAt.add({ hours: 24 * mostDays }), endsAt))
    throw new Invalid(`Note at most ${mostDays} days at once.`, "to");
  return { startsAt, endsAt };
}

async function refuseMet(tx: Tx, person: LockedPerson, span: Span, except?: string): Promise<void> {
  const isThen = and(
    eq(absences.personId, person.id),
    lt(absences.startsAt, span.endsAt),
    gt(absences.endsAt, span.startsAt),
    except === undefined ? undefined : ne(absences.id, except),
  );
  const [met] = await tx.select({ id: absences.id }).from(absences).where(isThen).limit(1);
  if (met) throw new Conflict(`${person.name} is noted as away then already: change that absence.`, "from");
}

const noAbsence = () => new NotFound("There is no such absence.");
const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;
const toTheSecond = { smallestUnit: "second", roundingMode: "floor" } as const;
