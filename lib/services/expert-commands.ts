import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { experts, stars } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Forbidden } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { lockPerson, namedPerson, requirePerson } from "#lib/people/locks";
import type { ExpertInput, OneService } from "#lib/services/inputs";
import { lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

/** Declares that a person knows the service, and what of it. Throws NotFound, Forbidden, Invalid. */
export function declareExpert(viewer: Viewer, input: ExpertInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "service:edit", teamsOf(service));
    const person = await requirePerson(tx, input.person, "person");
    const note = input.note ?? null;
    await tx
      .insert(experts)
      .values({ serviceId: service.id, personId: person.id, note, declaredAt: at })
      .onConflictDoUpdate({ target: [experts.serviceId, experts.personId], set: { note } });
    await recordEvent(tx, viewer, at, {
      kind: "service.expert-declared",
      service: named(service),
      expert: namedPerson(person),
      about: [service.id, person.id],
    });
    return service.slug;
  });
}

/** Takes the declaration back; the expert may do that too. Throws NotFound, Forbidden. */
export function withdrawExpert(viewer: Viewer, input: ExpertInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    const person = await lockPerson(tx, input.person);
    authorize(viewer, "expert:withdraw", { ...teamsOf(service), personId: person.id });
    const gone = await tx
      .delete(experts)
      .where(and(eq(experts.serviceId, service.id), eq(experts.personId, person.id)))
      .returning({ personId: experts.personId });
    if (gone.length === 0) return service.slug;
    await recordEvent(tx, viewer, at, {
      kind: "service.expert-withdrawn",
      service: named(service),
      expert: namedPerson(person),
      about: [service.id, person.id],
    });
    return service.slug;
  });
}

/** Keeps the service among the viewer's starred ones, or takes it out. A private mark: no event. Throws NotFound. */
export function starService(viewer: Viewer, input: OneService & { isStarred: boolean }, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "service:star");
    const { personId } = viewer;
    if (!personId) throw new Forbidden("Only a person can star a service.");
    const service = await lockService(tx, input.service);
    if (input.isStarred) {
      await tx.insert(stars).values({ personId, serviceId: service.id, starredAt: at }).onConflictDoNothing();
    } else {
      await tx.delete(stars).where(and(eq(stars.personId, personId), eq(stars.serviceId, service.id)));
    }
  });
}
