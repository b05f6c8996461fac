import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { alerts, notifications } from "#db/schema";
import { createPerson } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { testPager } from "#lib/notifications/drills/commands";
import { endDrills } from "#lib/notifications/drills/end-drills";
import { findLastDrill } from "#lib/notifications/drills/queries";
import { createMethod, night } from "#lib/notifications/testing/scene";

testDatabase();

async function newViewer() {
  const person = await createPerson(db());
  await createMethod(person, { kind: "ntfy", target: { server: "https://ntfy.example", topic: "t" } });
  await createMethod(person, { kind: "voice", afterMinutes: 5 });
  const viewer = await findPersonViewer(person.id, night, night);
  if (!viewer) throw new Error("This person may not sign in.");
  return viewer;
}
const stored = async (id: string) => (await db().select().from(alerts).where(eq(alerts.id, id)))[0];

test("a test of the pager pages its person by their own rules, and no timer pages anybody else", async () => {
  const viewer = await newViewer();
  const id = await testPager(viewer, night);
  expect(await stored(id)).toMatchObject({ isDrill: true, status: "triggered", nextStepAt: null, serviceId: null });
  const messages = await db().select().from(notifications).where(eq(notifications.alertId, id));
  expect(messages.map(({ personId }) => personId)).toEqual([viewer.personId, viewer.personId]);
  const drill = await findLastDrill(viewer);
  expect(drill).toMatchObject({ alert: id, status: "triggered", answeredAt: null });
  expect(drill?.messages.map(({ kind, status }) => [kind, status])).toEqual([
    ["ntfy", "waiting"],
    ["voice", "waiting"],
  ]);
});

test("another test ends the one before, and what that would still send", async () => {
  const viewer = await newViewer();
  const [first, second] = [await testPager(viewer, night), await testPager(viewer, night.add({ minutes: 1 }))];
  expect(await stored(first)).toMatchObject({ status: "resolved" });
  const messages = await db().select().from(notifications).where(eq(notifications.alertId, first));
  expect(messages.map(({ status }) => status)).toEqual(["dropped", "dropped"]);
  expect((await findLastDrill(viewer))?.alert).toBe(second);
});

test("a test that nobody ends is over before the pager would ask its person again", async () => {
  const id = await testPager(await newViewer(), night);
  await endDrills(night.add({ minutes: 19 }));
  expect(await stored(id)).toMatchObject({ status: "triggered" });
  await endDrills(night.add({ minutes: 20 }));
  expect(await stored(id)).toMatchObject({ status: "resolved", resolvedAt: night.add({ minutes: 20 }) });
  expect(await endDrills(night.add({ minutes: 20 }))).toBe(0);
});
