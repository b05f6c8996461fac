import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import {
  createAbsence,
  createCoverRequest,
  createHandoffNote,
  createOverride,
  createPerson,
  createRotation,
  createService,
  createShadow,
  createTeam,
  editService,
  joinTeam,
  markReady,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { setClock } from "#lib/clock";
import { findNewcomer, listReadiness } from "#lib/rotations/first-watch/readiness-queries";
import { findHandoff, listHandoffNotes, listNotesToRead } from "#lib/rotations/handoff-notes/handoff-note-queries";
import { findRotation } from "#lib/rotations/queries";
import { claimCover } from "#lib/rotations/standing-in/cover-commands";
import { findDone } from "#lib/rotations/standing-in/done-queries";
import { findAsking, findComingRoster, listShadows } from "#lib/rotations/standing-in/life-queries";
import { endOverride, takeOver } from "#lib/rotations/standing-in/override-commands";
import { listOwnReasons } from "#lib/rotations/standing-in/reason-queries";
import { listStandIns } from "#lib/rotations/standing-in/stand-in-queries";
import { swapShifts } from "#lib/rotations/standing-in/swap-commands";
import { addressOf, after, day, monday, viewerOf, week } from "#lib/rotations/testing/life";

testDatabase();
beforeEach(() => setClock(monday));
afterEach(() => setClock(undefined));

// Weeks of `given.rotation` from this Monday on: the lead, then `member`, then `other`.

async function viewOf(viewer: Viewer, { slug }: { slug: string }) {
  const rotation = await findRotation(viewer, slug, monday);
  if (!rotation) throw new Error(`There is no rotation ${slug}.`);
  return rotation;
}
const texts = (from: number, to: number) => ({ from: after(from).toString(), to: after(to).toString() });
const span = (from: number, to: number) => ({ from: after(from), to: after(to) });

test("whoever could stand in is told with what speaks against it, the rested first, and whoever asks is left out", async () => {
  const { team, lead, member, other } = await given.rotation();
  const elsewhere = await createTeam(db(), { lead: await createPerson(db()), members: [other] });
  await createRotation(db(), { name: "Night shift", team: elsewhere, layers: [{ participants: [other] }] });
  await createAbsence(db(), lead, span(30, 80));
  const free = await createPerson(db());
  await joinTeam(db(), team, { person: free });
  const viewer = await viewerOf(free);

  // Tuesday from 12:00 to 15:00 in Lisbon: daylight for everybody.
  const wanted = { spans: [texts(27, 30)], person: { address: addressOf(member) } };
  const [standIns = []] = await listStandIns(viewer, team, [wanted]);
  const told = Object.fromEntries(standIns.map(({ person, standing, facts }) => [person.name, [standing, facts]]));
  expect(told[free.name]).toEqual(["rested", []]);
  expect(told[other.name]).toMatchObject([
    "taken",
    [{ kind: "on-watch", rotation: "Night shift", isThroughout: true }],
  ]);
  expect(standIns.map(({ person }) => person.name)).not.toContain(member.name);

  const later = { spans: [texts(29, 32)], person: { address: addressOf(member) } };
  const [away = []] = await listStandIns(viewer, team, [later]);
  expect(away.find(({ person }) => person.name === lead.name)?.facts).toContainEqual({
    kind: "away",
    ...texts(30, 32),
    isThroughout: false,
  });
});

test("nobody outside of the team learns when its people are away", async () => {
  const { team, member } = await given.rotation();
  const wanted = [{ spans: [texts(27, 30)], person: { address: addressOf(member) } }];
  expect(await listStandIns(await viewerOf(await given.stranger()), team, wanted)).toEqual([[]]);
});

test("whoever asks for cover finds their next shift filled in, and a lead that of anybody", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const asMember = await viewerOf(member);
  const own = await findAsking(asMember, await viewOf(asMember, rotation), {}, monday);
  expect(own).toMatchObject({ person: { address: addressOf(member) }, people: [], span: texts(week, 2 * week) });
  const second = own.shifts[1];
  const chosen = await findAsking(asMember, await viewOf(asMember, rotation), { shift: second?.to }, monday);
  expect(chosen.span).toEqual({ from: second?.from, to: second?.to });

  const others = await findAsking(asMember, await viewOf(asMember, rotation), { person: addressOf(other) }, monday);
  expect(others.person?.address).toBe(addressOf(member));
  const asLead = await viewerOf(lead);
  const named = { person: addressOf(other), ...texts(2 * week + day, 2 * week + 2 * day) };
  const forOther = await findAsking(asLead, await viewOf(asLead, rotation), named, monday);
  expect(forOther).toMatchObject({
    person: { address: addressOf(other) },
    span: texts(2 * week + day, 2 * week + 2 * day),
  });
});

test("the coming shifts are whole where eight weeks would cut them, and none begins after them", async () => {
  const { rotation, lead } = await given.rotation();
  const { shifts } = await findComingRoster(await viewerOf(lead), rotation.id, after(0.5));
  expect(shifts[0]).toMatchObject({ from: after(0.5).toString() });
  // The clocks go forward in between.
  expect(shifts.at(-1)).toMatchObject(texts(8 * week - 1, 9 * week - 1));
});

test("what is stood now begins with this minute, and what ended within it is not offered", async () => {
  const { rotation, lead, member } = await given.rotation();
  const at = monday.add({ seconds: 40 });
  await createOverride(db(), rotation, {
    person: member,
    from: monday.add({ seconds: 10 }),
    to: monday.add({ seconds: 30 }),
  });
  const { from, shifts } = await findComingRoster(await viewerOf(lead), rotation.id, at);
  expect([from, shifts[0]?.from, shifts[0]?.person.address]).toEqual([`${monday}`, `${monday}`, addressOf(lead)]);
});

test("a watch that was taken is told for a while, with who stands it, and not once it is given back", async () => {
  const { rotation, member } = await given.rotation();
  const viewer = await viewerOf(member);
  const id = await takeOver(viewer, { rotation: rotation.slug, to: after(5) }, monday);
  const word = `taken.${id}`;
  expect(await findDone(viewer, word, monday)).toMatchObject({
    kind: "taken",
    stands: [{ id, person: { address: addressOf(member) }, canEnd: true }],
  });
  expect(await findDone(viewer, word, after(1))).toBeUndefined();
  await endOverride(viewer, { rotation: rotation.slug, override: id }, after(0.01));
  expect(
    await findDone(
      viewer,
      `ended.${Math.floor(monday.epochMilliseconds / 1_000)}.${Math.floor(after(5).epochMilliseconds / 1_000)}.${rotation.slug}`,
      after(0.02),
    ),
  ).toMatchObject({
    kind: "ended",
    rotation: { slug: rotation.slug },
    holders: [{}],
  });
});

test("a claim is thanked for by name, with what the other one has free", async () => {
  const { rotation, lead, member } = await given.rotation();
  const request = await createCoverRequest(db(), rotation, { person: lead, ...span(9, 13) });
  const viewer = await viewerOf(member);
  await claimCover(viewer, { request: request.id }, monday);
  const done = await findDone(viewer, `claimed.${request.id}`, monday);
  const [taker, helped] = [member.name.split(" ")[0], lead.name.split(" ")[0]];
  expect(done).toMatchObject({ kind: "claimed", thanks: `Thank you, ${taker}. ${helped} has the evening.` });
});

test("a swap is told with both halves, and a word that makes no sense tells nothing", async () => {
  const { rotation, lead, member } = await given.rotation();
  const viewer = await viewerOf(lead);
  const swap = await swapShifts(
    viewer,
    { rotation: rotation.slug, first: span(0, week), second: span(week, 2 * week) },
    monday,
  );
  expect(await findDone(viewer, `swapped.${swap}`, monday)).toMatchObject({
    kind: "swapped",
    swap,
    stands: [{ person: { address: addressOf(member) } }, { person: { address: addressOf(lead) } }],
  });
  for (const word of [
    undefined,
    "",
    "taken.",
    "taken.1",
    `asked.${swap}`,
    "ended.checkout",
    "ended.1.2.x",
    ["taken.x"],
    "drop table",
  ])
    expect(await findDone(viewer, word, monday), String(word)).toBeUndefined();
});

test("a shadow watch that is over makes somebody ready, one that lies ahead does not", async () => {
  const { rotation, team, lead } = await given.rotation();
  const newcomer = await createPerson(db());
  await createShadow(db(), rotation, { person: newcomer, ...span(-week, -week + day) });
  await createShadow(db(), rotation, { person: newcomer, ...span(day, 2 * day) });
  await createOverride(db(), rotation, { person: newcomer, ...span(3 * day, 4 * day) });
  await joinTeam(db(), team, { person: newcomer });
  await markReady(db(), rotation, { person: newcomer, item: "contact" });

  const viewer = await viewerOf(newcomer);
  const view = await viewOf(viewer, rotation);
  const own = await findNewcomer(viewer, view, monday);
  expect(own).toMatchObject({ hasStood: false, nextAt: after(3 * day).toString() });
  const since = Object.fromEntries(
    own?.checks.map(({ item, since }) => [item, since && Temporal.Instant.from(since).toString()]) ?? [],
  );
  expect(since).toMatchObject({ runbooks: null, briefing: null, shadow: after(-week + day).toString() });
  expect(since.contact).not.toBeNull();

  expect(await findNewcomer(await viewerOf(lead), view, monday)).toBeUndefined();
  const crew = await listReadiness(viewer, view, monday);
  expect(crew.find(({ person }) => person.address === addressOf(lead))).toMatchObject({ hasStood: true });
  expect(
    (await listShadows(viewer, view, monday)).map(({ canLeave, ...shadow }) => [shadow.person.name, canLeave]),
  ).toEqual([[newcomer.name, true]]);
});

test("the person on watch writes the note, begun with what is known, and the next one is asked to read it", async () => {
  const { rotation, team, lead, member, other } = await given.rotation();
  const service = await createService(db(), { team });
  await editService(db(), service, { description: "Now with tax" }, after(2));
  await createCoverRequest(db(), rotation, { person: other, ...span(2 * week, 2 * week + day) });
  const [asLead, asMember] = [await viewerOf(lead), await viewerOf(member)];
  const view = await viewOf(asLead, rotation);

  const found = await findHandoff(asLead, view, after(6 * day));
  expect(found?.handoff).toMatchObject({
    at: after(week).toString(),
    outgoing: { address: addressOf(lead) },
    incoming: { address: addressOf(member) },
  });
  expect(found?.known.requests).toHaveLength(1);
  expect(found?.known.events).toMatchObject([{ kind: "service.edited" }]);
  expect(await findHandoff(asMember, view, after(6 * day))).toBeUndefined();

  await createHandoffNote(
    db(),
    rotation,
    { from: lead, handoffAt: after(week), worries: "The queue." },
    after(6 * day),
  );
  expect(await listNotesToRead(asMember, after(6 * day))).toMatchObject([{ worries: "The queue.", isToRead: true }]);
  expect(await listNotesToRead(await viewerOf(other), after(6 * day))).toEqual([]);
  expect(await listNotesToRead(asMember, after(2 * week + 1))).toEqual([]);
  expect(await listHandoffNotes(await viewerOf(other), view, after(6 * day))).toMatchObject([{ isToRead: false }]);
  expect(await listHandoffNotes(await viewerOf(await given.stranger()), view, after(6 * day))).toEqual([]);
});

test("people find every reason that is kept about their watches, and nobody else's", async () => {
  const { rotation, lead, member } = await given.rotation();
  await createCoverRequest(db(), rotation, { person: lead, ...span(0, day), reason: "A funeral" });
  await createOverride(db(), rotation, { person: lead, ...span(week, week + 5), reason: "Owed her one" });
  await createOverride(db(), rotation, { person: member, ...span(5, 6), reason: "Not theirs" });
  const reasons = await listOwnReasons(await viewerOf(lead));
  expect(reasons.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["override", "Owed her one"],
    ["request", "A funeral"],
  ]);
});
