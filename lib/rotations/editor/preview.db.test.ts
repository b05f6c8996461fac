import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events } from "#db/schema";
import type { Person } from "#db/seed/people";
import { changeRotation, createPerson, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Forbidden, Invalid, NotFound } from "#lib/errors";
import { changeLayers } from "#lib/rotations/commands";
import { DraftInput, type DraftWish } from "#lib/rotations/editor/draft-inputs";
import { withBeginners } from "#lib/rotations/editor/draft-plan";
import { previewDraft } from "#lib/rotations/editor/preview-queries";
import { findRoster } from "#lib/rotations/roster-queries";
import { findDone } from "#lib/rotations/standing-in/done-queries";

testDatabase();

// A Wednesday. The fixtures' handoffs are on Mondays at 09:00 in Lisbon, which is UTC until 29 March 2026.
const at = Temporal.Instant.from("2026-03-04T12:00:00Z");
const system = systemViewer("Test");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

type Typed = {
  begins?: "keep" | number;
  when?: "now" | "at";
  effectiveFrom?: string;
  replaceLater?: boolean;
  layer?: object;
};

function wishOf(people: readonly Person[], { begins = "keep", layer, ...typed }: Typed = {}): DraftWish {
  const participants = people.map(({ email }) => email ?? "");
  const weekly = { name: "weekly", timeZone: "Europe/Lisbon", startsAt: "2025-01-06T09:00", every: "1", unit: "week" };
  return DraftInput.parse({
    layers: [{ ...weekly, hours: [], participants, ...layer }],
    begins: [begins],
    when: "now",
    effectiveFrom: "",
    replaceLater: false,
    ...typed,
  });
}

const names = (addresses: readonly (string | null)[], people: Record<string, { name: string }>) =>
  addresses.map((address) => (address === null ? null : people[address]?.name));

test("what is previewed is what then holds: the same handoffs, and the same people told", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const joiner = await createPerson(db());
  const wish = wishOf([lead, joiner, member, other], { when: "at", effectiveFrom: "2026-03-12T00:00" });
  const preview = await previewDraft(system, { rotation: rotation.slug, wish }, at);

  const layers = withBeginners(wish, wish.effectiveFrom ?? at);
  const { effectiveFrom, replaceLater } = wish;
  await changeLayers(system, { rotation: rotation.slug, layers, effectiveFrom, replaceLater, keepTurns: true }, at);

  const from = Temporal.Instant.from(preview.changesFrom);
  expect(from.toString()).toBe("2026-03-12T00:00:00Z");
  const { shifts } = await findRoster(system, rotation.id, { from, to: from.add({ hours: 24 * 56 }) });
  const handoffs = shifts.slice(1).map((shift) => [shift.from, shift.person.name]);
  expect(preview.handoffs.map(({ at, to }) => [at, names([to], preview.people)[0]])).toEqual(
    handoffs.slice(0, preview.handoffs.length),
  );
  const [changed] = await db()
    .select()
    .from(events)
    .where(eq(events.kind, "rotation.changed"))
    .orderBy(desc(events.id));
  const { moved } = (changed?.detail ?? { moved: [] }) as { moved: { name: string }[] };
  expect(names(preview.told, preview.people).toSorted()).toEqual(moved.map(({ name }) => name).toSorted());
});

test("whoever has changed a rotation is told once from when it holds, and who was told; nobody else is", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const { slug } = rotation;
  const viewer = await viewerOf(lead);
  const word = `changed.${slug}`;
  expect(await findDone(viewer, word, at)).toBeUndefined();

  const joiner = await createPerson(db());
  const { layers } = wishOf([lead, member, other, joiner]);
  await changeLayers(viewer, { rotation: slug, layers, keepTurns: true }, at);
  const done = await findDone(viewer, word, at.add({ minutes: 1 }));
  expect(done).toMatchObject({ kind: "changed", from: at.toString() });
  expect(done).toHaveProperty("told", expect.arrayContaining([joiner.name]));
  expect(await findDone(await viewerOf(member), word, at.add({ minutes: 1 }))).toBeUndefined();
  expect(await findDone(viewer, word, at.add({ minutes: 16 }))).toBeUndefined();
  expect(await findDone(viewer, "changed.no-such-rotation", at)).toBeUndefined();
});

test("the present watch stays until its end, and the order stays, when somebody joins", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const present = await previewDraft(system, { rotation: rotation.slug, wish: wishOf([lead, member, other]) }, at);
  expect(present).toMatchObject({ isSame: true, moved: [], movedCount: 0, told: [] });
  const [next] = present.handoffs;

  const joiner = await createPerson(db());
  const wish = wishOf([lead, member, other, joiner]);
  const joined = await previewDraft(system, { rotation: rotation.slug, wish }, at);
  expect(joined.isSame).toBe(false);
  expect(joined.handoffs[0]).toMatchObject({ at: next?.at, from: next?.from });
  expect(joined.told).toContain(joiner.email);
});

test("whoever is chosen to begin has the watch from then on", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  for (const [number, person] of [lead, member, other].entries()) {
    const wish = wishOf([lead, member, other], { begins: number });
    const { handoffs } = await previewDraft(system, { rotation: rotation.slug, wish }, at);
    expect(handoffs[0]?.from).toBe(person.email);
  }
});

test("in a new rotation whoever is chosen takes the first handoff, and the time before it is no gap", async () => {
  const { team, lead, member } = await given.rotation();
  const wish = wishOf([lead, member], { begins: 1, layer: { startsAt: "2026-03-16T09:00" } });
  const preview = await previewDraft(system, { team: team.slug, wish }, at);
  expect(preview.handoffs[0]).toMatchObject({ from: null, to: member.email, at: "2026-03-16T09:00:00Z" });
  expect(preview.warnings.filter(({ isHole }) => isHole)).toEqual([]);
  expect(preview.weeks).toHaveLength(8);
  expect(preview.weeks[0]).toMatchObject({ day: "2026-03-02", before: null });
});

test("what is there now stands beside what would be, week by week", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const wish = wishOf([other, member, lead], { begins: 0 });
  const { weeks, moved, people } = await previewDraft(system, { rotation: rotation.slug, wish }, at);
  const drawn = (row: "before" | "after") => weeks.map((week) => week[row]?.bars.map(({ person }) => person?.name));
  expect(drawn("before")).not.toEqual(drawn("after"));
  expect(drawn("before")[0]?.[0]).toBe(drawn("after")[0]?.[0]);
  for (const { before, after } of moved) expect(names([before, after], people)).not.toContain(undefined);
});

test("versions that begin later stay, or go", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const from = Temporal.Instant.from("2026-04-06T08:00:00Z");
  await changeRotation(db(), rotation, { layers: [{ participants: [other] }], from }, at);
  const holder = async (replaceLater: boolean) => {
    const wish = wishOf([lead, member], { replaceLater });
    const { weeks } = await previewDraft(system, { rotation: rotation.slug, wish }, at);
    return weeks.at(-1)?.after.bars.at(-1)?.person?.name;
  };
  expect(await holder(false)).toBe(other.name);
  expect([lead.name, member.name]).toContain(await holder(true));
  const same = wishOf([lead, member, other], { replaceLater: true });
  expect((await previewDraft(system, { rotation: rotation.slug, wish: same }, at)).isSame).toBe(false);
});

test("who does not belong there, and who is no more, is warned of", async () => {
  const { rotation, lead } = await given.rotation();
  const [outsider, gone] = [await createPerson(db()), await createPerson(db())];
  await deactivatePerson(db(), gone);
  const wish = wishOf([lead, outsider, gone]);
  const { warnings } = await previewDraft(system, { rotation: rotation.slug, wish }, at);
  const said = warnings.map(({ says }) => says).join("\n");
  expect(said).toContain(outsider.name);
  expect(said).toMatch(new RegExp(`${gone.name} is deactivated`));
  expect(warnings.some(({ isHole }) => isHole)).toBe(true);
});

test("only who may change the rotation may try a change, and what is wrong is named by its field", async () => {
  const { rotation, team, lead, member } = await given.rotation();
  const wish = wishOf([lead]);
  const preview = (viewer: Viewer, request: object) => previewDraft(viewer, { wish, ...request }, at);
  await expect(preview(await viewerOf(member), { rotation: rotation.slug })).rejects.toThrow(Forbidden);
  await expect(preview(await viewerOf(member), { team: team.slug })).rejects.toThrow(Forbidden);
  await expect(preview(await viewerOf(lead), { rotation: rotation.slug })).resolves.toBeDefined();
  await expect(preview(await viewerOf(lead), { team: team.slug })).resolves.toBeDefined();
  await expect(preview(system, { rotation: "no-such-rotation" })).rejects.toThrow(NotFound);
  await expect(preview(system, { team: "no-such-team" })).rejects.toMatchObject({ errors: [{ path: "team" }] });

  const past = wishOf([lead], { when: "at", effectiveFrom: "2026-02-01T00:00" });
  await expect(preview(system, { rotation: rotation.slug, wish: past })).rejects.toMatchObject({
    errors: [{ path: "effectiveFrom" }],
  });
  const unknown = wishOf([lead], { layer: { participants: [lead.email, "nobody@example.com"] } });
  await expect(preview(system, { rotation: rotation.slug, wish: unknown })).rejects.toThrow(Invalid);
});
