import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { calendarFeeds, people, rotations } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import { namedPerson } from "#lib/people/locks";
import type { OneCalendar, OpenCalendarInput } from "#lib/rotations/calendars/calendar-inputs";
import { countOpenCalendars } from "#lib/rotations/calendars/calendar-rows";
import { calendarHash, calendarPath, newCalendarSecret } from "#lib/rotations/calendars/calendar-secret";
import { namedRotation, requireRotation } from "#lib/rotations/locks";

/** How many calendars one person may have open. */
const mostOpen = 50;

/**
 * Opens a calendar of a rotation's watches or, without one, of the viewer's own. Returns its address below the
 * server's origin, which holds its secret and cannot be told again. Throws Forbidden, Conflict, Invalid naming
 * `rotation`.
 */
export function openCalendar(viewer: Viewer, input: OpenCalendarInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    authorize(viewer, "calendar:own", viewer);
    const person = await lockViewer(tx, viewer);
    const rotation = input.rotation === undefined ? null : await requireRotation(tx, input.rotation, "rotation");
    if ((await countOpenCalendars(tx, person.id)) >= mostOpen)
      throw new Conflict(`You have ${mostOpen} calendars open. Close one that nothing reads any more.`);

    const secret = newCalendarSecret();
    const [feed] = await tx
      .insert(calendarFeeds)
      .values({
        personId: person.id,
        rotationId: rotation?.id ?? null,
        hash: calendarHash(secret),
        createdAt: at,
      })
      .returning({ id: calendarFeeds.id });
    await recordEvent(tx, viewer, at, {
      kind: "calendar.opened",
      about: [feed?.id, person.id],
      person: namedPerson(person),
      rotation: rotation && namedRotation(rotation),
    });
    return calendarPath(secret);
  });
}

/** Ends the address of one of the viewer's calendars at once. Throws NotFound, Forbidden, Conflict. */
export function closeCalendar(viewer: Viewer, input: OneCalendar, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    const [feed] = await tx.select().from(calendarFeeds).where(eq(calendarFeeds.id, input.calendar)).for("update");
    // Whether somebody else has a calendar is not for everybody to find out.
    if (!feed || feed.personId !== viewer.personId) throw new NotFound("There is no such calendar.");
    authorize(viewer, "calendar:own", feed);
    if (feed.revokedAt) throw new Conflict("This calendar is closed already.");
    await tx.update(calendarFeeds).set({ revokedAt: at }).where(eq(calendarFeeds.id, feed.id));
    await recordEvent(tx, viewer, at, {
      kind: "calendar.closed",
      about: [feed.id, feed.personId],
      person: namedPerson(await lockViewer(tx, viewer)),
      rotation: await findNamed(tx, feed.rotationId),
    });
  });
}

// One at a time of each person, so that they cannot open more than they may.
async function lockViewer(tx: Tx, { personId }: Viewer) {
  const [person] = await tx
    .select()
    .from(people)
    .where(eq(people.id, personId ?? ""))
    .for("update");
  if (!person) throw new NotFound("There is no such person.");
  return person;
}

async function findNamed(tx: Tx, rotationId: string | null): Promise<Named | null> {
  if (!rotationId) return null;
  const [rotation] = await tx.select().from(rotations).where(eq(rotations.id, rotationId));
  return rotation ? namedRotation(rotation) : null;
}
