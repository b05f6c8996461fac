import { expect, test } from "vitest";
import { db } from "#db/client";
import { createAbsence } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { findAbsences } from "#lib/people/absence-queries";
import { findPerson } from "#lib/people/queries";
import { addressOf, after, day, monday, viewerOf } from "#lib/rotations/testing/life";

testDatabase();

test("teammates and managers read when and why somebody is away; only that person and leads may note it", async () => {
  const { lead, member, manager } = await given.team();
  await createAbsence(db(), lead, { from: after(day), to: after(2 * day), reason: "A wedding" });
  await createAbsence(db(), lead, { from: after(-2 * day), to: after(-day) });
  const seenBy = async (viewer: Parameters<typeof viewerOf>[0]) => findAbsences(await viewerOf(viewer), lead, monday);

  expect(await seenBy(lead)).toMatchObject({ absences: [{ reason: "A wedding" }], canEdit: true, isSelf: true });
  expect(await seenBy(member)).toMatchObject({ absences: [{ reason: "A wedding" }], canEdit: false, isSelf: false });
  expect(await seenBy(manager)).toMatchObject({ absences: [{ reason: "A wedding" }], canEdit: false });
  expect(await seenBy(await given.stranger())).toBeUndefined();
});

test("administrators note absences and read no reason", async () => {
  const { lead } = await given.team();
  await createAbsence(db(), lead, { from: after(day), to: after(2 * day), reason: "A wedding" });
  const seen = await findAbsences(await viewerOf(await given.administrator()), lead, monday);
  expect(seen).toMatchObject({ absences: [{ reason: null }], canEdit: true });
});

test("a person's page leads to the absences only for whoever may see them", async () => {
  const { lead, member } = await given.team();
  const canSee = async (viewer: Parameters<typeof viewerOf>[0]) =>
    (await findPerson(await viewerOf(viewer), addressOf(lead)))?.permissions.canSeeAbsences;
  expect([await canSee(lead), await canSee(member), await canSee(await given.stranger())]).toEqual([true, true, false]);
});
