import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { drillPeople, drills } from "#db/schema";
import { drillEvent } from "#lib/alerts/drills/history";
import type { AnswerDrillInput, LearnDrillInput, OneDrill, PlanDrillInput } from "#lib/alerts/drills/inputs";
import { listAgreed, lockDrill, refuseUnlessPlanned } from "#lib/alerts/drills/locks";
import { tellOfCallingOff, tellOfDrill } from "#lib/alerts/drills/news";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Forbidden } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { wakeSoon } from "#lib/jobs/wake";
import { type LockedPerson, requirePerson } from "#lib/people/locks";
import { lockService } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

/**
 * Plans a drill of a service and asks people to play it. Whoever plans it and asks themselves has agreed with that.
 * Returns its id. Throws NotFound, Forbidden, Conflict, Invalid naming `people`.
 */
export async function planDrill(viewer: Viewer, input: PlanDrillInput, at = now()): Promise<string> {
  const id = await inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "drill:plan", teamsOf(service));
    if (viewer.personId === null) throw new Forbidden("Only a person can do this: use a session or a personal token.");
    if (service.retiredAt) throw new Conflict(`${service.name} is retired: nobody is paged for it.`);
    const asked = await requirePeople(tx, input.people);
    const { scenario } = input;
    const [drill] = await tx
      .insert(drills)
      .values({ serviceId: service.id, scenario, plannedById: viewer.personId, plannedAt: at })
      .returning({ id: drills.id });
    if (!drill) throw new Error("The database returned no drill.");
    const agreedAt = (personId: string) => (personId === viewer.personId ? at : null);
    await tx
      .insert(drillPeople)
      .values(
        asked.map((person) => ({ drillId: drill.id, personId: person.id, askedAt: at, agreedAt: agreedAt(person.id) })),
      );
    const others = asked.filter((person) => person.id !== viewer.personId).map((person) => person.id);
    await tellOfDrill(tx, { id: drill.id, scenario, service }, viewer.name, others, at);
    await recordEvent(tx, viewer, at, drillEvent("drill.planned", { id: drill.id, service }));
    return drill.id;
  });
  wakeSoon();
  return id;
}

/** Says whether the viewer, who was asked, plays it. Until it is raised they may change their mind. Throws NotFound, Forbidden, Conflict. */
export function answerDrill(viewer: Viewer, input: AnswerDrillInput, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    const drill = await lockDrill(tx, input.drill);
    const own = and(eq(drillPeople.drillId, drill.id), eq(drillPeople.personId, viewer.personId ?? drill.id));
    const [asked] = await tx.select().from(drillPeople).where(own);
    authorize(viewer, "drill:answer", { personId: asked?.personId ?? null });
    refuseUnlessPlanned(drill);
    const agrees = input.answer === "agree";
    if (agrees ? asked?.agreedAt : asked?.declinedAt) return;
    await tx
      .update(drillPeople)
      .set(agrees ? { agreedAt: at, declinedAt: null } : { agreedAt: null, declinedAt: at })
      .where(own);
  });
}

/** It does not take place. The same again changes nothing. Throws NotFound, Forbidden, Conflict when it was raised. */
export async function callOffDrill(viewer: Viewer, input: OneDrill, at = now()): Promise<void> {
  await inTransaction(async (tx) => {
    const drill = await lockDrill(tx, input.drill);
    authorize(viewer, "drill:plan", teamsOf(drill.service));
    if (drill.calledOffAt) return;
    refuseUnlessPlanned(drill);
    await tx.update(drills).set({ calledOffAt: at }).where(eq(drills.id, drill.id));
    const agreed = (await listAgreed(tx, drill.id)).map(({ id }) => id).filter((id) => id !== viewer.personId);
    await tellOfCallingOff(tx, drill, viewer.name, agreed, at);
    await recordEvent(tx, viewer, at, drillEvent("drill.called-off", drill));
  });
  wakeSoon();
}

/**
 * Keeps what a drill showed, in words: of the service's teams, or of whoever played it. Nobody writes over what they
 * have not seen. Throws NotFound, Forbidden, Conflict.
 */
export function learnFromDrill(
  viewer: Viewer,
  { drill: id, learnt, seen }: LearnDrillInput,
  at = now(),
): Promise<void> {
  return inTransaction(async (tx) => {
    const drill = await lockDrill(tx, id);
    const plays = (await listAgreed(tx, drill.id)).some((person) => person.id === viewer.personId);
    authorize(viewer, "drill:learn", { ...teamsOf(drill.service), personId: plays ? viewer.personId : null });
    if (!drill.raisedAt) throw new Conflict("It was not raised yet: there is nothing to learn from it.");
    if (drill.learnt === learnt) return;
    if (drill.learnt !== seen)
      throw new Conflict("Somebody wrote something here meanwhile. Copy what you wrote, and look at theirs.", "learnt");
    await tx.update(drills).set({ learnt }).where(eq(drills.id, drill.id));
    await recordEvent(tx, viewer, at, drillEvent("drill.learnt", drill));
  });
}

async function requirePeople(tx: Tx, addresses: readonly string[]): Promise<LockedPerson[]> {
  const found = new Map<string, LockedPerson>();
  for (const address of addresses) {
    const person = await requirePerson(tx, address, "people");
    found.set(person.id, person);
  }
  return [...found.values()];
}
