import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client";
import { recentThings } from "#db/schema";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { findPersonViewer, serviceViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { mostRemembered, recordVisit } from "#lib/visits";

testDatabase();

const start = Temporal.Instant.from("2026-03-01T00:00:00Z");

async function reader() {
  const person = await given.stranger();
  const viewer = await findPersonViewer(person.id, now(), now());
  if (!viewer) throw new Error("The reader is not there.");
  return viewer;
}

const seenBy = (personId: string | null) =>
  db()
    .select()
    .from(recentThings)
    .where(eq(recentThings.personId, personId ?? ""));

it("remembers the last things a person opened and forgets the oldest", async () => {
  const [viewer, other] = [await reader(), await reader()];
  const things = Array.from({ length: mostRemembered + 5 }, () => crypto.randomUUID());
  await recordVisit(other, "service", things[0] ?? "", start);
  for (const [hour, thing] of things.entries()) await recordVisit(viewer, "service", thing, start.add({ hours: hour }));

  expect(new Set((await seenBy(viewer.personId)).map(({ thing }) => thing))).toEqual(new Set(things.slice(5)));
  expect(await seenBy(other.personId)).toHaveLength(1);
});

it("keeps one entry for a thing, with its latest visit, also when visits are written out of order", async () => {
  const viewer = await reader();
  const thing = crypto.randomUUID();
  for (const hours of [1, 5, 3]) await recordVisit(viewer, "service", thing, start.add({ hours }));
  const seen = await seenBy(viewer.personId);
  expect(seen.map(({ seenAt }) => seenAt.toString())).toEqual([start.add({ hours: 5 }).toString()]);
});

it("leaves no trace of a program", async () => {
  const before = await db().select().from(recentThings);
  await recordVisit(serviceViewer("Bot", "admin"), "service", crypto.randomUUID(), start);
  expect(await db().select().from(recentThings)).toHaveLength(before.length);
});
