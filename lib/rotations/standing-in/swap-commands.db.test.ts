import { expect, test } from "vitest";
import { db } from "#db/client";
import { events } from "#db/schema";
import { createOverride, createPerson, deactivatePerson, leaveTeam, retireRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { endOverride, takeOver } from "#lib/rotations/standing-in/override-commands";
import { swapShifts, undoSwap } from "#lib/rotations/standing-in/swap-commands";
import { addressOf, after, day, monday, stood, storedOverrides, viewerOf, week } from "#lib/rotations/testing/life";

testDatabase();

const span = (from: number, to: number) => ({ from: after(from), to: after(to) });
/** A day of the lead's week and one of `member`'s. */
const days = { first: span(day, 2 * day), second: span(week + day, week + 2 * day) };

async function swapped() {
  const world = await given.rotation();
  const { rotation, lead, member, other } = world;
  const people = { lead, member, other };
  const before = await stood(rotation, people);
  const swap = await swapShifts(await viewerOf(lead), { rotation: rotation.slug, ...days }, monday);
  const halves = await storedOverrides(rotation);
  const half = (person: { id: string }) => halves.find(({ personId }) => personId === person.id)?.id ?? "";
  return { ...world, people, before, swap, half };
}
const changed = [
  "lead 0–24",
  "member 24–48",
  "lead 48–168",
  "member 168–192",
  "lead 192–216",
  "member 216–336",
  "other 336–504",
];

test("two people change places in one step, and the history tells both shifts", async () => {
  const { rotation, people, lead, member, team } = await swapped();
  expect(await stood(rotation, people)).toEqual(changed);
  const event = (await db().select().from(events).orderBy(events.id)).findLast(({ kind }) => kind === "shifts.swapped");
  expect(event).toMatchObject({
    about: [rotation.id, team.id, lead.id, member.id],
    detail: {
      first: { person: { name: lead.name }, from: after(day).toString() },
      second: { person: { name: member.name }, to: after(week + 2 * day).toString() },
    },
  });
});

test("a shift that has begun is swapped from now on", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const wish = { rotation: rotation.slug, first: span(0, 20), second: span(week, week + 20) };
  await swapShifts(await viewerOf(lead), wish, after(5));
  expect(await stood(rotation, { lead, member, other }, [0, week + 21])).toEqual([
    "lead 0–5",
    "member 5–20",
    `lead 20–${week + 20}`,
    `member ${week + 20}–${week + 21}`,
  ]);
});

test.each([
  ["a span that is over", { ...days, first: span(-9, 0) }, "first.to"],
  ["an end before the beginning", { ...days, second: span(week + 9, week + 5) }, "second.to"],
  ["two spans that overlap", { first: span(1, 9), second: span(8, 12) }, "second.from"],
  ["two spans of one person", { first: span(1, 9), second: span(10, 12) }, "second.from"],
  ["a span that several people share", { ...days, first: span(week - 5, week + 5) }, "first.from"],
])("%s is refused, naming the field, and nothing is written", async (_what, wish, path) => {
  const { rotation, lead } = await given.rotation();
  const swapping = swapShifts(await viewerOf(lead), { rotation: rotation.slug, ...wish }, monday);
  await expect(swapping).rejects.toMatchObject({ constructor: Invalid, errors: [{ path }] });
  expect(await storedOverrides(rotation)).toEqual([]);
});

test("a shift that nobody stands, because its person was deactivated, is not swapped", async () => {
  const { rotation, lead, member } = await given.rotation();
  await deactivatePerson(db(), member, {}, monday);
  const swapping = swapShifts(await viewerOf(lead), { rotation: rotation.slug, ...days }, monday);
  await expect(swapping).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "second.from" }] });
});

test("a member swaps a shift of theirs with a teammate; leads, managers and write tokens swap any two", async () => {
  const { rotation, lead, member, other, manager, team } = await given.rotation();
  const wish = { rotation: rotation.slug, ...days };
  await expect(swapShifts(await viewerOf(other), wish, monday)).rejects.toThrow(/Neither shift is yours/);
  await expect(swapShifts(await viewerOf(await given.stranger()), wish, monday)).rejects.toThrow(Forbidden);
  for (const viewer of [await viewerOf(member), await viewerOf(manager), serviceViewer("Robot", "write")]) {
    const swap = await swapShifts(viewer, wish, monday);
    await undoSwap(await viewerOf(lead), { rotation: rotation.slug, swap }, monday);
  }
  await leaveTeam(db(), team, { person: lead }, monday);
  await expect(swapShifts(await viewerOf(member), wish, monday)).rejects.toThrow(/is not in the team/);
});

test("a swap of shifts that were held by overrides is undone to what was", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const people = { lead, member, other };
  await createOverride(db(), rotation, { person: other, from: after(10), to: after(60) });
  const before = await storedOverrides(rotation);
  const wish = { rotation: rotation.slug, first: span(20, 30), second: span(week, week + 10) };
  const swap = await swapShifts(await viewerOf(other), wish, monday);
  expect(await stood(rotation, people, [0, week + 11])).toEqual([
    "lead 0–10",
    "other 10–20",
    "member 20–30",
    "other 30–60",
    "lead 60–168",
    "other 168–178",
    "member 178–179",
  ]);
  await undoSwap(await viewerOf(member), { rotation: rotation.slug, swap }, monday);
  expect(await storedOverrides(rotation)).toEqual(before);
});

test.each(["lead", "member"] as const)(
  "giving back one half of a swap, that of the %s, gives back the other",
  async (who) => {
    const { rotation, people, before, half } = await swapped();
    await endOverride(await viewerOf(people[who]), { rotation: rotation.slug, override: half(people[who]) }, monday);
    expect(await stood(rotation, people)).toEqual(before);
  },
);

test("undoing a swap while one half is stood gives back what is left of both", async () => {
  const { rotation, people, swap, member } = await swapped();
  await undoSwap(await viewerOf(member), { rotation: rotation.slug, swap }, after(day + 6));
  expect(await stood(rotation, people)).toEqual([
    "lead 0–24",
    "member 24–30",
    "lead 30–168",
    "member 168–336",
    "other 336–504",
  ]);
});

test("once one of them has stood their half, the other half cannot be handed back on top", async () => {
  const { rotation, people, swap, half, lead, member } = await swapped();
  const late = after(3 * day);
  const words = `${member.name} has stood their half`;
  const ending = endOverride(await viewerOf(lead), { rotation: rotation.slug, override: half(lead) }, late);
  await expect(ending).rejects.toMatchObject({ constructor: Conflict, message: expect.stringContaining(words) });
  await expect(undoSwap(await viewerOf(lead), { rotation: rotation.slug, swap }, late)).rejects.toThrow(Conflict);
  expect(await stood(rotation, people)).toEqual(changed);
});

test("a half that was passed on keeps the swap from being undone, until that is given back", async () => {
  const { rotation, people, before, swap, lead } = await swapped();
  const third = await createPerson(db());
  const viewer = await viewerOf(lead);
  const taking = { rotation: rotation.slug, ...days.first, person: addressOf(third), replace: true };
  const override = await takeOver(viewer, taking, monday);
  await expect(undoSwap(viewer, { rotation: rotation.slug, swap }, monday)).rejects.toThrow(/passed on since/);
  await endOverride(viewer, { rotation: rotation.slug, override }, monday);
  expect(await stood(rotation, people)).toEqual(changed);
  await undoSwap(viewer, { rotation: rotation.slug, swap }, monday);
  expect(await stood(rotation, people)).toEqual(before);
});

test("a half of a swap that was undone does not come back from under a takeover", async () => {
  const { rotation, people, before, swap, lead, other } = await swapped();
  const taking = { rotation: rotation.slug, ...span(day + 10, 2 * day), replace: true };
  const override = await takeOver(await viewerOf(other), taking, monday);
  await undoSwap(await viewerOf(lead), { rotation: rotation.slug, swap }, monday);
  await endOverride(await viewerOf(other), { rotation: rotation.slug, override }, monday);
  expect(await stood(rotation, people)).toEqual(before);
});

test("a swap is undone by either of the two and by those who hand over, once, and only where it is", async () => {
  const { rotation, swap, other, manager } = await swapped();
  await expect(undoSwap(await viewerOf(other), { rotation: rotation.slug, swap }, monday)).rejects.toThrow(Forbidden);
  await undoSwap(await viewerOf(manager), { rotation: rotation.slug, swap }, monday);
  await expect(undoSwap(await viewerOf(manager), { rotation: rotation.slug, swap }, monday)).rejects.toThrow(NotFound);
});

test("nothing is swapped in a retired rotation", async () => {
  const { rotation, lead } = await given.rotation();
  await retireRotation(db(), rotation, {}, monday);
  const swapping = swapShifts(await viewerOf(lead), { rotation: rotation.slug, ...days }, monday);
  await expect(swapping).rejects.toThrow(Conflict);
});
