import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import {
  createEscalation,
  createOverride,
  createPerson,
  createRotation,
  createService,
  createTeam,
  deactivatePerson,
  retireRotation,
} from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { setClock } from "#lib/clock";
import { browseRotations } from "#lib/rotations/browse-queries";
import { findEscalation } from "#lib/rotations/escalation/escalation-queries";
import { listPagedServices } from "#lib/rotations/escalation/paged-queries";
import { findWatchNow } from "#lib/rotations/now-queries";
import { listOwnWatches, listWatchesOf } from "#lib/rotations/own-watch-queries";
import { listTeamRosters } from "#lib/rotations/team-roster-queries";

testDatabase();

const reader = serviceViewer("A reader", "read");
// A Sunday; the rotations of the fixtures hand over on Mondays at 09:00 in Lisbon.
const at = Temporal.Instant.from("2026-11-22T20:00:00Z");
const monday = at.add({ hours: 13 });

beforeEach(() => setClock(at));
afterEach(() => setClock(undefined));

const twoPeople = async () => [await createPerson(db()), await createPerson(db())] as const;

describe("the watch now", () => {
  test("is told with whoever takes it next, and nobody where nothing changes", async () => {
    const people = await twoPeople();
    const rotation = await createRotation(db(), { layers: [{ participants: people }] });
    const { seat, next } = await findWatchNow(reader, rotation, at);
    expect(seat.until).toBe(`${monday}`);
    expect([seat.person?.name, next?.person?.name].toSorted()).toEqual(people.map(({ name }) => name).toSorted());
    expect(next?.from).toBe(`${monday}`);

    const alone = await createRotation(db(), { layers: [{ participants: [people[0]] }] });
    expect(await findWatchNow(reader, alone, at)).toMatchObject({ seat: { until: null }, next: null });
  });

  test("is an empty seat, followed by whoever fills it", async () => {
    const [leaver, other] = await twoPeople();
    const rotation = await createRotation(db(), { layers: [{ participants: [leaver] }] });
    await deactivatePerson(db(), leaver);
    await createOverride(db(), rotation, { person: other, from: monday, to: monday.add({ hours: 24 }) });
    const { seat, next } = await findWatchNow(reader, rotation, at);
    expect([seat.person, next?.person?.name, next?.from]).toEqual([null, other.name, `${monday}`]);
  });
});

describe("a person's own watches", () => {
  test("are those held now and those to come, over all rotations, with what they took", async () => {
    const [ada, lin] = await twoPeople();
    const alone = await createRotation(db(), { name: "Always", layers: [{ participants: [ada] }] });
    const other = await createRotation(db(), { name: "Others", layers: [{ participants: [lin] }] });
    await createOverride(db(), other, { person: ada, from: monday, to: monday.add({ hours: 9 }) });
    await retireRotation(db(), await createRotation(db(), { layers: [{ participants: [ada] }] }));

    const { present, coming } = await listWatchesOf(reader, ada.id, at);
    expect(present).toEqual([
      { rotation: { slug: alone.slug, name: "Always" }, from: `${at}`, until: null, isOverride: false },
    ]);
    expect(coming).toEqual([
      {
        rotation: { slug: other.slug, name: "Others" },
        from: `${monday}`,
        until: `${monday.add({ hours: 9 })}`,
        isOverride: true,
      },
    ]);
  });

  test("are none for a service token", async () => {
    expect(await listOwnWatches(reader, at)).toEqual({ present: [], coming: [] });
  });
});

test("a team's rosters begin with its default rotation, and leave retired ones out", async () => {
  const people = await twoPeople();
  const team = await createTeam(db(), { members: [...people] });
  const zone = { timeZone: "America/Toronto", participants: [people[0]] };
  await createRotation(db(), { name: "A second one", team, isTeamDefault: false, layers: [zone] });
  await createRotation(db(), { name: "The first one", team, isTeamDefault: true });
  await retireRotation(db(), await createRotation(db(), { name: "Gone", team, isTeamDefault: false }));

  const window = { from: at, to: at.add({ hours: 24 }) };
  const rosters = await listTeamRosters(reader, [team.id], window);
  expect(rosters.map(({ rotation, homeZone }) => [rotation.name, homeZone])).toEqual([
    ["The first one", "Europe/Lisbon"],
    ["A second one", "America/Toronto"],
  ]);
  expect(rosters[0]?.roster.shifts.map(({ to }) => to)).toEqual([`${monday}`, `${window.to}`]);
  expect(await listTeamRosters(reader, [], window)).toEqual([]);
});

describe("the services that are paged through a rotation", () => {
  test("name it in their path, or come to it by their teams, the most important first", async () => {
    const [team, ops] = [await createTeam(db()), await createTeam(db(), { kind: "ops" })];
    const rotation = await createRotation(db(), { team });
    const opsRotation = await createRotation(db(), { team: ops });
    const owners = { team, opsTeam: ops };
    await createService(db(), { ...owners, name: "By team", tier: 2 });
    const own = await createService(db(), { ...owners, name: "By path", tier: 1 });
    await createEscalation(db(), own, { delivery: opsRotation, backup: rotation });
    await createService(db(), { name: "Of others", tier: 1 });

    const told = async (of: { id: string }) =>
      (await listPagedServices(reader, of.id)).map(({ name, seat, isByPath }) => [name, seat, isByPath]);
    expect(await told(rotation)).toEqual([
      ["By path", "backup", true],
      ["By team", "delivery", false],
    ]);
    expect(await told(opsRotation)).toEqual([
      ["By path", "delivery", true],
      ["By path", "ops", false],
      ["By team", "ops", false],
    ]);
  });
});

describe("an escalation path", () => {
  test("is that of the teams while a service has none of its own", async () => {
    const [team, ops] = [await createTeam(db()), await createTeam(db(), { kind: "ops" })];
    const [delivery, behind] = [await createRotation(db(), { team }), await createRotation(db(), { team: ops })];
    const service = await createService(db(), { team, opsTeam: ops });
    expect(await findEscalation(reader, service.id)).toMatchObject({
      isOwn: false,
      delivery: { slug: delivery.slug },
      backup: null,
      ops: { slug: behind.slug },
      backupAfterMinutes: 5,
    });

    const backup = await createRotation(db());
    await createEscalation(db(), service, { delivery, backup, opsAfterMinutes: 20 });
    expect(await findEscalation(reader, service.id)).toMatchObject({
      isOwn: true,
      backup: { slug: backup.slug },
      ops: { slug: behind.slug },
      isOpsInherited: true,
      opsAfterMinutes: 20,
    });
  });
});

test("rotations are browsed by team, and what of an address makes no sense is said", async () => {
  const team = await createTeam(db(), { slug: "quay-crew" });
  const rotation = await createRotation(db(), { team, name: "Quay" });
  const found = await browseRotations(reader, { team: "quay-crew", mine: "perhaps", cursor: "nonsense" });
  expect(found.rotations.items.map(({ slug }) => slug)).toEqual([rotation.slug]);
  expect(found.teams[0]).toEqual({ slug: "quay-crew", name: team.name, count: 1 });
  expect(found.problems).toEqual([
    "mine: Use true or false.",
    "cursor: The place in the list is not known any more; this is its beginning.",
  ]);
});
