import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, handoffNotes, readinessMarks, shadows } from "#db/schema";
import type { Rotation } from "#db/seed/rotations";
import { createOverride, createRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { markReady } from "#lib/rotations/first-watch/readiness-commands";
import { joinAsShadow, leaveShadow } from "#lib/rotations/first-watch/shadow-commands";
import { readHandoffNote, writeHandoffNote } from "#lib/rotations/handoff-notes/handoff-note-commands";
import { addressOf, after, day, monday, stood, viewerOf, week } from "#lib/rotations/testing/life";

testDatabase();

const span = (rotation: Rotation, from: number, to: number) => ({
  rotation: rotation.slug,
  from: after(from),
  to: after(to),
});
const kindsOf = async (rotation: Rotation) =>
  (await db().select().from(events).orderBy(events.id))
    .filter(({ about }) => about.includes(rotation.id))
    .map(({ kind }) => kind);
const shadowsOf = (rotation: Rotation) => db().select().from(shadows).where(eq(shadows.rotationId, rotation.id));
const noteOf = async (rotation: Rotation, handoffAt: Temporal.Instant) => {
  const isWanted = and(eq(handoffNotes.rotationId, rotation.id), eq(handoffNotes.handoffAt, handoffAt));
  return (await db().select().from(handoffNotes).where(isWanted))[0];
};

test("a shadow stands beside the watch and changes nothing about who holds it", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const before = await stood(rotation, { lead, member, other });
  const newcomer = await given.stranger();
  const shadow = await joinAsShadow(await viewerOf(newcomer), span(rotation, 10, 20), monday);
  expect(await shadowsOf(rotation)).toMatchObject([{ personId: newcomer.id, startsAt: after(10), endsAt: after(20) }]);
  expect(await stood(rotation, { lead, member, other })).toEqual(before);
  await leaveShadow(await viewerOf(newcomer), { rotation: rotation.slug, shadow }, after(12));
  expect(await shadowsOf(rotation)).toMatchObject([{ endsAt: after(12) }]);
  expect((await kindsOf(rotation)).slice(-2)).toEqual(["shadow.joined", "shadow.left"]);
  const again = leaveShadow(await viewerOf(newcomer), { rotation: rotation.slug, shadow }, after(13));
  await expect(again).rejects.toThrow(Conflict);
});

test("a shadow watch in the future that is left was never there", async () => {
  const { rotation, lead, other } = await given.rotation();
  const shadow = await joinAsShadow(
    await viewerOf(lead),
    { ...span(rotation, week, week + 9), person: addressOf(other) },
    monday,
  );
  await expect(
    leaveShadow(await viewerOf(await given.stranger()), { rotation: rotation.slug, shadow }, monday),
  ).rejects.toThrow(Forbidden);
  await leaveShadow(await viewerOf(other), { rotation: rotation.slug, shadow }, monday);
  expect(await shadowsOf(rotation)).toEqual([]);
  const gone = leaveShadow(await viewerOf(other), { rotation: rotation.slug, shadow }, monday);
  await expect(gone).rejects.toThrow(NotFound);
});

test("nobody shadows themselves, or one watch twice", async () => {
  const { rotation, lead, member } = await given.rotation();
  await expect(joinAsShadow(await viewerOf(lead), span(rotation, 1, 9), monday)).rejects.toThrow(
    "You stand this watch yourself",
  );
  await joinAsShadow(await viewerOf(member), span(rotation, 1, 9), monday);
  await expect(joinAsShadow(await viewerOf(member), span(rotation, 8, 12), monday)).rejects.toThrow(
    "You shadow this watch already",
  );
  const over = joinAsShadow(await viewerOf(member), span(rotation, -8, -1), monday);
  await expect(over).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "to" }] });
});

test("people mark what they have made sure of, take it back, and each is said once", async () => {
  const { rotation, member } = await given.rotation();
  const mark = async (isReady: boolean) =>
    markReady(await viewerOf(member), { rotation: rotation.slug, item: "runbooks", isReady }, monday);
  for (const isReady of [false, true, true]) await mark(isReady);
  const marks = db().select().from(readinessMarks).where(eq(readinessMarks.rotationId, rotation.id));
  expect(await marks).toMatchObject([{ personId: member.id, item: "runbooks", markedAt: monday }]);
  await mark(false);
  expect(await marks).toEqual([]);
  expect((await kindsOf(rotation)).slice(-2)).toEqual(["readiness.marked", "readiness.unmarked"]);
});

test("the outgoing person leaves a note and mends it in place, and its words stay out of the history", async () => {
  const { rotation, lead, member } = await given.rotation();
  const note = { rotation: rotation.slug, handoffAt: after(week) };
  const viewer = await viewerOf(lead);
  await writeHandoffNote(viewer, { ...note, worries: "The queue grows", tryFirst: "Restart it" }, after(week - 1));
  await readHandoffNote(await viewerOf(member), note, after(week + 1));
  expect(await noteOf(rotation, after(week))).toMatchObject({ readAt: after(week + 1), readById: member.id });

  await writeHandoffNote(viewer, { ...note, worries: "The queue is fine", tryFirst: null }, after(week + 2));
  expect(await noteOf(rotation, after(week))).toMatchObject({
    fromPersonId: lead.id,
    worries: "The queue is fine",
    tryFirst: null,
    openAlerts: null,
    readAt: null,
  });
  await writeHandoffNote(viewer, { ...note, worries: "The queue is fine" }, after(week + 3));
  expect(await kindsOf(rotation)).toEqual(["rotation.created", "handoff.noted", "handoff.read", "handoff.noted"]);
  expect(JSON.stringify(await db().select().from(events))).not.toContain("queue");
});

test.each([
  ["in the middle of a watch", 5],
  ["between two shifts of one person", 12],
])("there is no handoff %s", async (_where, hours) => {
  const { rotation, lead } = await given.rotation();
  await createOverride(db(), rotation, { person: lead, from: after(12), to: after(20) });
  const writing = writeHandoffNote(
    await viewerOf(lead),
    { rotation: rotation.slug, handoffAt: after(hours), worries: "?" },
    monday,
  );
  await expect(writing).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "handoffAt" }] });
});

test("a note needs words, and a handoff that is neither long past nor far away", async () => {
  const { rotation, lead, other } = await given.rotation();
  const viewer = await viewerOf(lead);
  const note = { rotation: rotation.slug, handoffAt: after(week) };
  const wordless = writeHandoffNote(viewer, { ...note, worries: null }, monday);
  await expect(wordless).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "worries" }] });
  for (const at of [after(2 * week + 1), after(week - 401 * day)]) {
    const faraway = writeHandoffNote(viewer, { ...note, worries: "?" }, at);
    await expect(faraway).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "handoffAt" }] });
  }
  const foreign = writeHandoffNote(await viewerOf(other), { ...note, worries: "?" }, monday);
  await expect(foreign).rejects.toThrow(Forbidden);
});

test("a lead writes it for whoever hands over, and only the incoming person has read it", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const note = { rotation: rotation.slug, handoffAt: after(2 * week) };
  await expect(readHandoffNote(await viewerOf(other), note, monday)).rejects.toThrow(NotFound);
  await writeHandoffNote(await viewerOf(lead), { ...note, openAlerts: "None" }, monday);
  expect(await noteOf(rotation, after(2 * week))).toMatchObject({ fromPersonId: member.id });
  for (const person of [lead, member])
    await expect(readHandoffNote(await viewerOf(person), note, monday)).rejects.toThrow(Forbidden);
  await readHandoffNote(await viewerOf(other), note, monday);
  await readHandoffNote(await viewerOf(other), note, after(1));
  expect(await noteOf(rotation, after(2 * week))).toMatchObject({ readAt: monday, readById: other.id });
});

test("where the watch ends in the evening, the note is for whoever takes it next", async () => {
  const hours = [{ weekdays: ["monday", "tuesday"], from: "09:00", to: "17:00" }];
  const { team, lead, member } = await given.rotation();
  const layer = { unit: "day" as const, participants: [lead, member], hours };
  const rotation = await createRotation(db(), { team, layers: [layer] });
  const held = await stood(rotation, { lead, member }, [0, 32]);
  expect(held.filter((line) => line.startsWith("nobody"))).toEqual(["nobody 8–24"]);
  const [first, second] = held[0]?.startsWith("lead") ? [lead, member] : [member, lead];
  const note = { rotation: rotation.slug, handoffAt: after(8) };
  await writeHandoffNote(await viewerOf(first), { ...note, worries: "Tomorrow" }, monday);
  await readHandoffNote(await viewerOf(second), note, after(9));
});
