import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { coverRequests, pages } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createAlert } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { findAlert } from "#lib/alerts/queries";
import { listWatchesAhead } from "#lib/briefing/watch-ahead-queries";
import { viewerOf } from "#lib/documents/testing/viewers";
import { askForCover } from "#lib/rotations/standing-in/cover-commands";

testDatabase();

/** A Tuesday night, in the middle of a weekly shift. */
const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
const morning = Temporal.Instant.from("2026-03-03T08:00:00Z");

async function scene() {
  const { service, delivery } = await given.serviceOnWatch();
  const { id } = await createAlert(db(), { service }, night);
  await takeSteps(night);
  const [page] = await db().select().from(pages).where(eq(pages.alertId, id));
  const team = [delivery.lead, delivery.member, delivery.other];
  const woken = team.find((one) => one.id === page?.personId) as Person;
  const viewer = { ...(await viewerOf(woken)), timeZone: "Europe/Lisbon" };
  const alert = await findAlert(viewer, id);
  if (!alert) throw new Error("The alert is not there.");
  return {
    viewer,
    alert,
    woken,
    rotation: delivery.rotation,
    asleep: team.find((one) => one.id !== woken.id) as Person,
  };
}

test("whoever was woken is offered cover of the next day, not of the whole week that their shift lasts", async () => {
  const { viewer, alert, rotation } = await scene();
  const [watch, ...others] = await listWatchesAhead(viewer, alert, morning);
  expect(others).toEqual([]);
  expect(watch).toMatchObject({ rotation: { slug: rotation.slug }, to: "2026-03-04T09:00:00Z", isAsked: false });
  expect(watch && Date.parse(watch.shiftEndsAt)).toBe(Date.parse("2026-03-09T09:00:00Z"));
});

test("what they ask for with it is that day, and they are told that it is asked", async () => {
  const { viewer, alert, woken } = await scene();
  const [watch] = await listWatchesAhead(viewer, alert, morning);
  if (!watch) throw new Error("Nothing is offered.");
  const span = { from: Temporal.Instant.from(watch.from), to: Temporal.Instant.from(watch.to) };
  await askForCover(viewer, { rotation: watch.rotation.slug, ...span }, morning);
  const [request] = await db().select().from(coverRequests).where(eq(coverRequests.personId, woken.id));
  expect([request?.startsAt, request?.endsAt].map(String)).toEqual([String(morning), "2026-03-04T09:00:00Z"]);
  expect(await listWatchesAhead(viewer, alert, morning)).toMatchObject([{ isAsked: true }]);
});

test("whoever slept is offered nothing, nor whoever was woken longer ago than a day", async () => {
  const { viewer, alert, asleep } = await scene();
  expect(await listWatchesAhead(await viewerOf(asleep), alert, morning)).toEqual([]);
  expect(await listWatchesAhead(viewer, alert, night.add({ hours: 25 }))).toEqual([]);
});
