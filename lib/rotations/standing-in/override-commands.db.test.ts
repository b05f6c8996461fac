import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { displacements, events, overrides } from "#db/schema";
import type { Rotation } from "#db/seed/rotations";
import { createOverride, createPerson, deactivatePerson, retireRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { endOverride, eraseReason, takeOver } from "#lib/rotations/standing-in/override-commands";
import { addressOf, after, day, monday, stood, storedOverrides, viewerOf, week } from "#lib/rotations/testing/life";

testDatabase();

const span = (rotation: Rotation, from: number, to: number) => ({
  rotation: rotation.slug,
  from: after(from),
  to: after(to),
});
const withoutIds = async (rotation: Rotation) => (await storedOverrides(rotation)).map(({ id: _, ...row }) => row);
const last = async (rotation: Rotation, kind: string) =>
  (await db().select().from(events).orderBy(events.id)).findLast(
    (event) => event.kind === kind && event.about.includes(rotation.id),
  );

test("a member takes the watch now with nothing but an end, and the history says from whom", async () => {
  const { rotation, lead, member, other, team } = await given.rotation();
  await takeOver(await viewerOf(member), { rotation: rotation.slug, to: after(12) }, after(2));
  expect(await stood(rotation, { lead, member, other }, [0, week])).toEqual(["lead 0–2", "member 2–12", "lead 12–168"]);
  expect(await last(rotation, "override.made")).toMatchObject({
    personId: member.id,
    about: [rotation.id, team.id, member.id, lead.id],
    detail: { instead: { name: lead.name }, from: after(2).toString(), to: after(12).toString(), origin: "taken" },
  });
});

test("what is past counts as now, and instants count in whole seconds", async () => {
  const { rotation, member } = await given.rotation();
  const at = after(2).add({ milliseconds: 700 });
  await takeOver(await viewerOf(member), { ...span(rotation, -50, 12), to: after(12).add({ milliseconds: 1 }) }, at);
  expect(await storedOverrides(rotation)).toMatchObject([{ startsAt: after(2), endsAt: after(12) }]);
});

test.each([
  ["an end that is over", { to: after(1) }, "to"],
  ["an end at this very moment", { to: after(2) }, "to"],
  ["a beginning after the end", { from: after(30), to: after(20) }, "to"],
  ["more than 400 days", { from: after(3), to: after(4 + 400 * day) }, "to"],
  ["somebody who does not exist", { to: after(9), person: "nobody@harbour.example" }, "person"],
])("%s is refused, naming the field, and nothing is written", async (_what, input, path) => {
  const { rotation, lead } = await given.rotation();
  const taking = takeOver(await viewerOf(lead), { rotation: rotation.slug, ...input }, after(2));
  await expect(taking).rejects.toMatchObject({ constructor: Invalid, errors: [{ path }] });
  expect(await storedOverrides(rotation)).toEqual([]);
});

test("whoever was deactivated is put on no watch", async () => {
  const { rotation, lead, other } = await given.rotation();
  await deactivatePerson(db(), other, {}, monday);
  const taking = takeOver(await viewerOf(lead), { ...span(rotation, 1, 9), person: addressOf(other) }, monday);
  await expect(taking).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "person" }] });
});

test("members put only themselves on watch; leads, managers and write tokens put anybody", async () => {
  const { rotation, lead, member, other, manager } = await given.rotation();
  const stranger = await given.stranger();
  const named = { ...span(rotation, 24, 48), person: addressOf(other), replace: true };
  await expect(takeOver(await viewerOf(member), named, monday)).rejects.toThrow(Forbidden);
  await expect(takeOver(await viewerOf(stranger), span(rotation, 24, 48), monday)).rejects.toThrow(Forbidden);
  await expect(takeOver(serviceViewer("Robot", "write"), span(rotation, 24, 48), monday)).rejects.toThrow(Forbidden);
  await expect(takeOver(serviceViewer("Robot", "read"), named, monday)).rejects.toThrow(Forbidden);
  const nobody = takeOver(systemViewer("Script"), span(rotation, 24, 48), monday);
  await expect(nobody).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "person" }] });

  await takeOver(await viewerOf(member), { ...span(rotation, 1, 2), person: addressOf(member) }, monday);
  await takeOver(await viewerOf(lead), named, monday);
  await takeOver(
    await viewerOf(manager),
    { ...span(rotation, 30, 36), person: addressOf(stranger), replace: true },
    monday,
  );
  await takeOver(serviceViewer("Robot", "write"), { ...span(rotation, 50, 60), person: addressOf(other) }, monday);
  expect((await storedOverrides(rotation)).map(({ personId, origin }) => [personId, origin])).toEqual([
    [member.id, "taken"],
    [other.id, "named"],
    [stranger.id, "named"],
    [other.id, "named"],
    [other.id, "named"],
  ]);
});

test("taking what one holds already is refused kindly, and more than one holds is not", async () => {
  const { rotation, lead } = await given.rotation();
  const viewer = await viewerOf(lead);
  await expect(takeOver(viewer, span(rotation, 5, 9), monday)).rejects.toThrow(
    "You are on watch then already, Mon 2 Mar, 14:00 to 18:00",
  );
  await takeOver(viewer, span(rotation, week - 5, week + 5), monday);
  expect(await storedOverrides(rotation)).toHaveLength(1);
});

test("an override over another is refused, saying who stands in and when", async () => {
  const { rotation, member, other } = await given.rotation();
  await createOverride(db(), rotation, { person: other, from: after(10), to: after(20) });
  const taking = takeOver(await viewerOf(member), span(rotation, 15, 30), monday);
  await expect(taking).rejects.toMatchObject({
    constructor: Conflict,
    message: expect.stringContaining(`${other.name} stands in already, Mon 2 Mar, 19:00 to Tue 3 Mar, 05:00`),
  });
  expect(await storedOverrides(rotation)).toHaveLength(1);
});

test("with replace the older override keeps what is left of it on both sides", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  await createOverride(db(), rotation, { person: other, from: after(10), to: after(40), reason: "A wedding" });
  await takeOver(await viewerOf(member), { ...span(rotation, 20, 30), replace: true }, monday);
  expect(await stood(rotation, { lead, member, other }, [0, 48])).toEqual([
    "lead 0–10",
    "other 10–20",
    "member 20–30",
    "other 30–40",
    "lead 40–48",
  ]);
  const [before, , rest] = await storedOverrides(rotation);
  expect(rest).toEqual({ ...before, id: rest?.id, startsAt: after(30), endsAt: after(40) });
  expect(await last(rotation, "override.trimmed")).toMatchObject({
    detail: { person: { name: other.name }, from: after(20).toString(), to: after(30).toString() },
  });
  expect(await last(rotation, "override.made")).toMatchObject({ detail: { instead: { name: other.name } } });
});

test("replacing an override that has begun leaves what was stood", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  await createOverride(db(), rotation, { person: other, from: after(10), to: after(40) });
  await takeOver(await viewerOf(member), { ...span(rotation, 0, 60), replace: true }, after(20));
  expect(await stood(rotation, { lead, member, other }, [0, 61])).toEqual([
    "lead 0–10",
    "other 10–20",
    "member 20–60",
    "lead 60–61",
  ]);
});

test("one takeover may replace several overrides, and names nobody where several held the span", async () => {
  const { rotation, member, other, lead } = await given.rotation();
  await createOverride(db(), rotation, { person: other, from: after(10), to: after(20) });
  await createOverride(db(), rotation, { person: lead, from: after(week + 1), to: after(week + 9) });
  await takeOver(await viewerOf(member), { ...span(rotation, 15, week + 5), replace: true }, monday);
  expect(await stood(rotation, { lead, member, other }, [0, week + 12])).toEqual([
    "lead 0–10",
    "other 10–15",
    `member 15–${week + 5}`,
    `lead ${week + 5}–${week + 9}`,
    `member ${week + 9}–${week + 12}`,
  ]);
  expect(await last(rotation, "override.made")).toMatchObject({ detail: { instead: null } });
});

test("an override in the future that is given back is gone, and one that has begun ends now", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const viewer = await viewerOf(member);
  const future = await takeOver(viewer, span(rotation, 50, 60), monday);
  const begun = await takeOver(viewer, span(rotation, 1, 20), monday);
  await endOverride(viewer, { rotation: rotation.slug, override: future }, after(5));
  await endOverride(viewer, { rotation: rotation.slug, override: begun }, after(5));
  expect(await stood(rotation, { lead, member, other }, [0, week])).toEqual(["lead 0–1", "member 1–5", "lead 5–168"]);
  expect(await last(rotation, "override.ended")).toMatchObject({
    detail: { person: { name: member.name }, instead: { name: lead.name }, from: after(5).toString() },
  });
  const again = endOverride(viewer, { rotation: rotation.slug, override: begun }, after(6));
  await expect(again).rejects.toThrow(Conflict);
  const unknown = endOverride(viewer, { rotation: rotation.slug, override: future }, after(6));
  await expect(unknown).rejects.toThrow(NotFound);
});

test("an override is ended by its person, whoever made it and those who hand over, and by nobody else", async () => {
  const { rotation, lead, member, other, manager } = await given.rotation();
  const viewers = { lead: await viewerOf(lead), member: await viewerOf(member), manager: await viewerOf(manager) };
  const put = (hours: number) =>
    takeOver(viewers.lead, { ...span(rotation, hours, hours + 1), person: addressOf(member) }, monday);

  const override = await put(10);
  const one = { rotation: rotation.slug, override };
  for (const by of [await viewerOf(other), await viewerOf(await given.stranger()), serviceViewer("Robot", "read")])
    await expect(endOverride(by, one, monday)).rejects.toThrow(Forbidden);
  await endOverride(viewers.member, one, monday);

  // Whoever made it may end it also when they lead no longer.
  const formerLead = { ...viewers.lead, memberships: [] };
  for (const by of [viewers.manager, formerLead, serviceViewer("Robot", "write")])
    await endOverride(by, { rotation: rotation.slug, override: await put(10) }, monday);
  expect(await storedOverrides(rotation)).toEqual([]);
});

test("an override is found only in its own rotation", async () => {
  const [{ rotation, other }, elsewhere] = [await given.rotation(), await given.rotation()];
  const override = await createOverride(db(), rotation, { person: other, from: after(10), to: after(20) });
  const ending = endOverride(
    await viewerOf(other),
    { rotation: elsewhere.rotation.slug, override: override.id },
    monday,
  );
  await expect(ending).rejects.toThrow(NotFound);
});

test("giving back what replaced others puts everything as it was, one inside the other", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const third = await createPerson(db());
  const viewer = await viewerOf(lead);
  const put = (person: typeof lead, from: number, to: number) =>
    takeOver(viewer, { ...span(rotation, from, to), person: addressOf(person), replace: true }, monday);
  await put(other, 10, 50);
  const before = await withoutIds(rotation);
  const people = { lead, member, other, third };
  const outer = await put(member, 20, 40);
  const whileOuter = await stood(rotation, people, [0, 60]);
  const inner = await put(third, 5, 30);

  await endOverride(viewer, { rotation: rotation.slug, override: inner }, monday);
  expect(await stood(rotation, people, [0, 60])).toEqual(whileOuter);
  await endOverride(viewer, { rotation: rotation.slug, override: outer }, monday);
  expect(await withoutIds(rotation)).toEqual(before);
});

test("giving back in the middle of it brings back only what is still to come", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  await createOverride(db(), rotation, { person: other, from: after(10), to: after(50) });
  const viewer = await viewerOf(member);
  const override = await takeOver(viewer, { ...span(rotation, 20, 40), replace: true }, monday);
  await endOverride(viewer, { rotation: rotation.slug, override }, after(25));
  expect(await stood(rotation, { lead, member, other }, [0, 60])).toEqual([
    "lead 0–10",
    "other 10–20",
    "member 20–25",
    "other 25–50",
    "lead 50–60",
  ]);
});

test("whoever was deactivated meanwhile does not come back, and no hole is left", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  await createOverride(db(), rotation, { person: other, from: after(10), to: after(50) });
  const viewer = await viewerOf(member);
  const override = await takeOver(viewer, { ...span(rotation, 10, 50), replace: true }, monday);
  await deactivatePerson(db(), other, {}, after(1));
  await endOverride(viewer, { rotation: rotation.slug, override }, after(2));
  expect(await stood(rotation, { lead, member, other }, [0, 60])).toEqual(["lead 0–60"]);
});

test("a reason is erased by whom it is about and by nobody else, in every part, and no event ever held it", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const reason = "My daughter’s birthday";
  const taken = await takeOver(await viewerOf(member), { ...span(rotation, 10, 40), reason }, monday);
  await takeOver(await viewerOf(other), { ...span(rotation, 20, 30), replace: true }, monday);
  expect((await storedOverrides(rotation)).map((row) => row.reason)).toEqual([reason, null, reason]);
  const one = { rotation: rotation.slug, override: taken };
  await expect(eraseReason(await viewerOf(lead), one)).rejects.toThrow(Forbidden);
  await expect(eraseReason(await viewerOf(await given.administrator()), one)).rejects.toThrow(Forbidden);
  await eraseReason(await viewerOf(member), one);
  expect((await storedOverrides(rotation)).map((row) => row.reason)).toEqual([null, null, null]);
  expect(JSON.stringify([await db().select().from(events), await db().select().from(displacements)])).not.toContain(
    "birthday",
  );
});

test("nobody takes the watch of a retired rotation", async () => {
  const { rotation, member } = await given.rotation();
  await retireRotation(db(), rotation, {}, monday);
  await expect(takeOver(await viewerOf(member), span(rotation, 1, 9), monday)).rejects.toThrow(Conflict);
});

test("of two who take the same span at once, exactly one has it and the other is told who", async () => {
  const { rotation, member, other } = await given.rotation();
  const outcomes = await Promise.allSettled(
    [member, other].map(async (person) => takeOver(await viewerOf(person), span(rotation, 10, 20), monday)),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const [stored, ...rest] = await storedOverrides(rotation);
  expect(rest).toEqual([]);
  const winner = stored?.personId === member.id ? member : other;
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(refused?.reason).toMatchObject({ constructor: Conflict, message: expect.stringContaining(winner.name) });
});

test("the database itself refuses overrides that overlap", async () => {
  const { rotation, other } = await given.rotation();
  const override = await createOverride(db(), rotation, { person: other, from: after(10), to: after(20) });
  const { id: _, ...copy } = override;
  await expect(db().insert(overrides).values(copy)).rejects.toMatchObject({
    cause: { constraint_name: "overrides_of_a_rotation_do_not_overlap" },
  });
  expect(await db().select().from(overrides).where(eq(overrides.rotationId, rotation.id))).toHaveLength(1);
});
