import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { absences, events } from "#db/schema";
import { deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { changeAbsence, eraseAbsenceReason, noteAbsence, removeAbsence } from "#lib/people/absence-commands";
import { addressOf, after, day, monday, viewerOf } from "#lib/rotations/testing/life";

testDatabase();

const span = (from: number, to: number) => ({ from: after(from), to: after(to) });
const rowOf = async (id: string) => (await db().select().from(absences).where(eq(absences.id, id)))[0];

test("people note when they are away, with a reason only if they want, and no event hears of it", async () => {
  const { member } = await given.team();
  const viewer = await viewerOf(member);
  const before = await db().select().from(events);
  const id = await noteAbsence(viewer, { ...span(24, 24 * 8), reason: "An operation" }, monday);
  expect(await rowOf(id)).toMatchObject({
    personId: member.id,
    startsAt: after(24),
    endsAt: after(24 * 8),
    reason: "An operation",
    createdById: member.id,
  });
  expect(await rowOf(await noteAbsence(viewer, span(24 * 8, 24 * 9), monday))).toMatchObject({ reason: null });
  expect(await db().select().from(events)).toEqual(before);
});

test("a lead notes it for a member; teammates, managers, strangers and service tokens do not", async () => {
  const { lead, member, manager } = await given.team();
  const named = { ...span(1, 9), person: addressOf(member) };
  for (const viewer of [
    await viewerOf(manager),
    await viewerOf(await given.stranger()),
    serviceViewer("Robot", "admin"),
  ])
    await expect(noteAbsence(viewer, named, monday)).rejects.toThrow(Forbidden);
  const forLead = noteAbsence(await viewerOf(member), { ...named, person: addressOf(lead) }, monday);
  await expect(forLead).rejects.toThrow(Forbidden);
  const id = await noteAbsence(await viewerOf(lead), named, monday);
  expect(await rowOf(id)).toMatchObject({ personId: member.id, createdById: lead.id });
});

test.each([
  ["an end before the beginning", span(9, 1), "to"],
  ["an end that is over", span(-9, 0), "to"],
  ["more than 800 days", span(1, 2 + 800 * day), "to"],
])("%s is refused, naming the field", async (_what, input, path) => {
  const viewer = await viewerOf(await given.stranger());
  await expect(noteAbsence(viewer, input, monday)).rejects.toMatchObject({ constructor: Invalid, errors: [{ path }] });
});

test("an absence needs somebody who is away, and who is there at all", async () => {
  const nobody = noteAbsence(systemViewer("Script"), span(1, 9), monday);
  await expect(nobody).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "person" }] });
  const { lead, member } = await given.team();
  await deactivatePerson(db(), member, {}, monday);
  const gone = noteAbsence(await viewerOf(lead), { ...span(1, 9), person: addressOf(member) }, monday);
  await expect(gone).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "person" }] });
});

test("two absences of one person do not overlap, also when both are noted at once", async () => {
  const viewer = await viewerOf(await given.stranger());
  const outcomes = await Promise.allSettled([
    noteAbsence(viewer, span(1, 9), monday),
    noteAbsence(viewer, span(5, 12), monday),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { constructor: Conflict } });
});

test("an absence is changed, prolonged over itself and removed; what is left out stays", async () => {
  const { lead, member } = await given.team();
  const viewer = await viewerOf(member);
  const id = await noteAbsence(viewer, { ...span(1, 9), reason: "Moving house" }, monday);
  expect(await changeAbsence(viewer, { absence: id, to: after(20) }, monday)).toBe(addressOf(member));
  expect(await rowOf(id)).toMatchObject({ startsAt: after(1), endsAt: after(20), reason: "Moving house" });
  await changeAbsence(await viewerOf(lead), { absence: id, from: after(-5), reason: null }, monday);
  expect(await rowOf(id)).toMatchObject({ startsAt: after(-5), endsAt: after(20), reason: null });
  const next = await noteAbsence(viewer, span(30, 40), monday);
  await expect(changeAbsence(viewer, { absence: next, from: after(10) }, monday)).rejects.toThrow(Conflict);
  await removeAbsence(viewer, { absence: id });
  expect(await rowOf(id)).toBeUndefined();
  await changeAbsence(viewer, { absence: next, from: after(10) }, monday);
});

test("to a stranger an absence is not there, a manager sees it and changes nothing", async () => {
  const { member, manager } = await given.team();
  const absence = await noteAbsence(await viewerOf(member), { ...span(1, 9), reason: "Private" }, monday);
  const [stranger, above] = [await viewerOf(await given.stranger()), await viewerOf(manager)];
  for (const attempt of [
    () => changeAbsence(stranger, { absence, to: after(10) }, monday),
    () => removeAbsence(stranger, { absence }),
    () => eraseAbsenceReason(stranger, { absence }),
  ])
    await expect(attempt()).rejects.toThrow(NotFound);
  await expect(removeAbsence(above, { absence })).rejects.toThrow(Forbidden);
  await expect(eraseAbsenceReason(above, { absence })).rejects.toThrow(Forbidden);
  expect(await rowOf(absence)).toMatchObject({ reason: "Private" });
});

test("only the person who is away erases the reason", async () => {
  const { lead, member } = await given.team();
  const absence = await noteAbsence(
    await viewerOf(lead),
    { ...span(1, 9), person: addressOf(member), reason: "Ill" },
    monday,
  );
  await expect(eraseAbsenceReason(await viewerOf(lead), { absence })).rejects.toThrow(Forbidden);
  await eraseAbsenceReason(await viewerOf(member), { absence });
  expect(await rowOf(absence)).toMatchObject({ reason: null, startsAt: after(1) });
});
