import { expect, test } from "vitest";
import { db } from "#db/client";
import type { Service } from "#db/seed/services";
import { createDependency, createService } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { Conflict } from "#lib/errors";
import { listEvents } from "#lib/event-queries";
import {
  addDependency,
  removeDependency,
  stateNeedsNothing,
  withdrawNeedsNothing,
} from "#lib/services/dependency-commands";
import { findService, listNeighbours } from "#lib/services/queries";

testDatabase();

const viewer = systemViewer("Tests");
const at = Temporal.Instant.from("2026-03-06T09:00:00Z");
const sinceOf = async ({ slug }: Service) => (await findService(viewer, slug))?.needsNothingSince ?? null;

test("that a service needs nothing else is said once, with who and when, and can be taken back", async () => {
  const service = await createService(db());
  const one = { service: service.slug };
  await stateNeedsNothing(viewer, one, at);
  await stateNeedsNothing(viewer, one, at.add({ hours: 1 }));
  expect(Temporal.Instant.from((await sinceOf(service)) ?? "")).toEqual(at);
  await withdrawNeedsNothing(viewer, one, at.add({ hours: 2 }));
  await withdrawNeedsNothing(viewer, one, at.add({ hours: 3 }));
  expect(await sinceOf(service)).toBeNull();
  const kinds = (await listEvents(viewer, service.id)).items.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.startsWith("service.needs-nothing"))).toEqual([
    ...["service.needs-nothing-withdrawn", "service.needs-nothing-stated"],
  ]);
});

test("it cannot be said of a service that needs something", async () => {
  const service = await createService(db());
  const needed = await createService(db());
  await createDependency(db(), service, { on: needed });
  const stated = stateNeedsNothing(viewer, { service: service.slug }, at);
  await expect(stated).rejects.toThrow(new Conflict(`${service.name} needs ${needed.name}: take that away first.`));
});

test("it holds until a need is noted, and does not come back when that is gone", async () => {
  const [service, needed] = [await createService(db()), await createService(db())];
  await stateNeedsNothing(viewer, { service: service.slug }, at);
  await addDependency(viewer, { service: service.slug, needs: needed.slug, kind: "hard" }, at.add({ hours: 1 }));
  expect(await sinceOf(service)).toBeNull();
  const { needs } = await listNeighbours(viewer, service.id);
  await removeDependency(viewer, { service: service.slug, dependency: needs[0]?.dependency ?? "" });
  expect(await sinceOf(service)).toBeNull();
});
