import { expect, test } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import {
  claimCoverRequest,
  createAbsence,
  createCoverRequest,
  createOverride,
  createPerson,
  createRotation,
  createTeam,
  deactivatePerson,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { findLoad } from "#lib/rotations/load/load-queries";
import { listRosterWarnings } from "#lib/rotations/load/roster-warning-queries";
import { findRotation } from "#lib/rotations/queries";
import type { RotationView } from "#lib/rotations/views";

testDatabase();

const at = (text: string) => Temporal.Instant.from(text);
// Three weeks of a rotation that hands over on Mondays at 09:00 in Lisbon; the first of the three is the lead's.
const window = { from: at("2026-11-23T09:00:00Z"), to: at("2026-12-14T09:00:00Z") };
const monday = window.from;
const day = (count: number) => monday.add({ hours: 24 * count });

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, monday, monday);
  if (!viewer) throw new Error(`${person.name} is not there.`);
  return viewer;
}

async function rotationOf(viewer: Viewer, slug: string): Promise<RotationView> {
  const rotation = await findRotation(viewer, slug, monday);
  if (!rotation) throw new Error(`There is no rotation ${slug}.`);
  return rotation;
}

/** Names need not be unique, addresses must. */
const someone = (name: string, facts: Partial<Person> = {}) =>
  createPerson(db(), { name, email: `${crypto.randomUUID()}@harbour.example`, ...facts });

/** Ada (Portugal), Lin (Ontario) and Noor, of whose holidays nothing is known, in turn. */
async function newWatch() {
  const ada = await someone("Ada", { holidayRegion: "PT", wakesAt: "07:00", sleepsAt: "23:00" });
  const lin = await someone("Lin", { timeZone: "America/Toronto", holidayRegion: "CA-ON" });
  const noor = await someone("Noor", { timeZone: null, holidayRegion: "LB" });
  const manager = await createPerson(db());
  const team = await createTeam(db(), { lead: ada, members: [lin, noor], manager });
  const layers = [{ startsAt: "2026-11-02T09:00", participants: [ada, lin, noor] }];
  const rotation = await createRotation(db(), { team, layers });
  return { ada, lin, noor, manager, team, rotation };
}

test("the team and its manager see what each of them carried, by name; others do not", async () => {
  const { ada, noor, manager, rotation } = await newWatch();
  const [member, stranger] = [await viewerOf(noor), await viewerOf(await given.stranger())];
  const view = await rotationOf(member, rotation.slug);

  const loads = await findLoad(member, view, window);
  expect(loads?.map(({ person, hours }) => [person.name, hours])).toEqual([
    ["Ada", 168],
    ["Lin", 168],
    ["Noor", 168],
  ]);
  expect(await findLoad(await viewerOf(manager), view, window)).toEqual(loads);
  expect(await findLoad(await viewerOf(ada), view, window)).toEqual(loads);
  expect(await findLoad(stranger, view, window)).toBeUndefined();
});

test("nights are those of where a person is, and holidays those of their region, as far as they are known", async () => {
  const { ada, rotation } = await newWatch();
  const viewer = await viewerOf(ada);
  const december = { from: day(7), to: day(28) };
  const loads = await findLoad(viewer, await rotationOf(viewer, rotation.slug), december);

  // Ada stands from the 14th of December on, Lin from the 30th of November, Noor from the 7th. Lin's
  // week begins and ends at four in the morning, within a night.
  expect(loads).toMatchObject([
    { person: { name: "Ada" }, holidays: { count: 0 }, areHolidaysKnown: true, isZoneAssumed: false },
    { person: { name: "Lin" }, nights: { count: 8, hours: 56 }, areHolidaysKnown: true },
    { person: { name: "Noor" }, holidays: { count: 0 }, areHolidaysKnown: false, isZoneAssumed: true },
  ]);
  const christmas = { from: day(28), to: day(35) };
  const later = await findLoad(viewer, await rotationOf(viewer, rotation.slug), christmas);
  expect(later?.map(({ person, holidays }) => [person.name, holidays])).toEqual([
    ["Ada", { count: 0, hours: 0 }],
    ["Lin", { count: 2, hours: 48 }],
    ["Noor", { count: 0, hours: 0 }],
  ]);
});

test("who stood in has taken, and who was stood in for has handed over, a watch that nobody had included", async () => {
  const { ada, lin, noor, rotation } = await newWatch();
  const request = await createCoverRequest(db(), rotation, { person: ada, from: day(5), to: day(7) }, monday);
  await claimCoverRequest(db(), request, { by: lin }, monday);
  const gone = await someone("Gone");
  await createOverride(db(), rotation, { person: gone, from: day(15), to: day(16), origin: "named" }, monday);
  await deactivatePerson(db(), gone, {}, day(15).add({ hours: 12 }));

  const viewer = await viewerOf(noor);
  const loads = await findLoad(viewer, await rotationOf(viewer, rotation.slug), window);
  expect(loads?.map(({ person, isActive, taken, handedOver }) => [person.name, isActive, taken, handedOver])).toEqual([
    ["Ada", true, { count: 0, hours: 0 }, { count: 1, hours: 48 }],
    ["Gone", false, { count: 1, hours: 12 }, { count: 0, hours: 0 }],
    ["Lin", true, { count: 1, hours: 48 }, { count: 0, hours: 0 }],
    ["Noor", true, { count: 0, hours: 0 }, { count: 1, hours: 12 }],
  ]);
});

test("the team is told where a watch meets an absence, a holiday or sleep, and can ask for cover there", async () => {
  const { ada, lin, noor, rotation } = await newWatch();
  await createAbsence(db(), noor, { from: day(16), to: day(30), reason: "Not to be told" });
  await createCoverRequest(db(), rotation, { person: ada, from: day(1), to: day(2) }, monday);

  const [lead, member] = [await viewerOf(ada), await viewerOf(lin)];
  const view = await rotationOf(lead, rotation.slug);
  const warnings = await listRosterWarnings(lead, view, { from: day(0), to: day(21) });
  expect(warnings).toMatchObject([
    { kind: "asleep", person: { name: "Ada" }, nights: 7, canAsk: true, isAsked: true },
    { kind: "asleep", person: { name: "Lin" }, nights: 8, canAsk: true, isAsked: false },
    {
      kind: "away",
      person: { name: "Noor" },
      span: { from: day(16).toString(), to: day(21).toString() },
      canAsk: true,
    },
    { kind: "asleep", person: { name: "Noor" }, nights: 7 },
  ]);
  expect(JSON.stringify(warnings)).not.toContain("Not to be told");
  const asMember = await listRosterWarnings(member, view, { from: day(0), to: day(21) });
  expect(asMember.map(({ person, canAsk }) => [person.name, canAsk])).toEqual([
    ["Ada", false],
    ["Lin", true],
    ["Noor", false],
    ["Noor", false],
  ]);
});

test("whoever is not of the team is told of their own watches only", async () => {
  const { ada, rotation } = await newWatch();
  const guest = await someone("Guest", { wakesAt: "08:00", sleepsAt: "22:00" });
  await createOverride(db(), rotation, { person: guest, from: day(2), to: day(3) }, monday);
  const viewer = await viewerOf(guest);
  const view = await rotationOf(viewer, rotation.slug);

  const own = await listRosterWarnings(viewer, view, window);
  expect(own.map(({ person, kind, canAsk }) => [person.name, kind, canAsk])).toEqual([["Guest", "asleep", true]]);
  expect(await listRosterWarnings(await viewerOf(await given.stranger()), view, window)).toEqual([]);
  expect((await listRosterWarnings(await viewerOf(ada), view, window)).length).toBeGreaterThan(3);
});

test("a watch on a public holiday of its person's region is one, and the same day elsewhere is none", async () => {
  const { ada, rotation } = await newWatch();
  const viewer = await viewerOf(ada);
  const view = await rotationOf(viewer, rotation.slug);
  const christmas = { from: at("2026-12-24T00:00:00Z"), to: at("2026-12-27T00:00:00Z") };
  // Lin stands the week of Christmas, and lives where the day after is a holiday too.
  const holidays = (await listRosterWarnings(viewer, view, christmas)).flatMap((warning) =>
    warning.kind === "holiday" ? [[warning.person.name, warning.days.map(({ day }) => day)]] : [],
  );
  expect(holidays).toEqual([["Lin", ["2026-12-25", "2026-12-26"]]]);
});
