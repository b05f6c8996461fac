import "server-only";
import { and, eq, gt, isNotNull, lt } from "drizzle-orm";
import type { Tx } from "#db/client";
import { coverRequests, people } from "#db/schema";
import type { EventInput } from "#lib/events";
import { namedPerson } from "#lib/people/locks";
import { type LockedRotation, namedRotation } from "#lib/rotations/locks";
import type { Span } from "#lib/rotations/rotation";
import { laterOf, meeting } from "#lib/rotations/spans";
import { heldSpans } from "#lib/rotations/standing-in/held-spans";
import { wholeSecond } from "#lib/rotations/standing-in/wished-span";

/** Opens claimed requests again of which the person who asked is back on watch somewhere in `freed`. */
export async function reopenRequests(
  tx: Tx,
  rotation: LockedRotation,
  freed: Span,
  at: Temporal.Instant,
): Promise<EventInput[]> {
  const isCovered = and(
    eq(coverRequests.rotationId, rotation.id),
    isNotNull(coverRequests.claimedAt),
    lt(coverRequests.startsAt, freed.to),
    gt(coverRequests.endsAt, freed.from),
  );
  const covered = await tx
    .select({ request: coverRequests, person: people })
    .from(coverRequests)
    .innerJoin(people, eq(people.id, coverRequests.personId))
    .where(isCovered);

  const told: EventInput[] = [];
  for (const { request, person } of covered) {
    const part = meeting({ from: request.startsAt, to: request.endsAt }, freed);
    if (!part || (await heldSpans(tx, rotation.id, person.id, part)).length === 0) continue;
    await tx.update(coverRequests).set({ claimedById: null, claimedAt: null }).where(eq(coverRequests.id, request.id));
    told.push({
      kind: "cover.reopened",
      rotation: namedRotation(rotation),
      person: namedPerson(person),
      from: laterOf(request.startsAt, wholeSecond(at)).toString(),
      to: request.endsAt.toString(),
      about: [rotation.id, rotation.teamId, person.id, request.claimedById],
    });
  }
  return told;
}
