import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { coverRequests, events } from "#db/schema";
import type { Rotation } from "#db/seed/rotations";
import { changeRotation, createOverride, deactivatePerson, retireRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { askForCover, claimCover, eraseRequestReason, withdrawCover } from "#lib/rotations/standing-in/cover-commands";
import { endOverride, takeOver } from "#lib/rotations/standing-in/override-commands";
import { addressOf, after, day, monday, stood, storedOverrides, viewerOf, week } from "#lib/rotations/testing/life";

testDatabase();

const span = (rotation: Rotation, from: number, to: number) => ({
  rotation: rotation.slug,
  from: after(from),
  to: after(to),
});
const requestOf = async (id: string) => (await db().select().from(coverRequests).where(eq(coverRequests.id, id)))[0];
const told = async (rotation: Rotation) =>
  (await db().select().from(events).orderBy(events.id))
    .filter(({ about, kind }) => about.includes(rotation.id) && /^(cover|override)/.test(kind))
    .map(({ kind }) => kind);

/** The lead's week, for which the lead has asked for cover. */
async function asked(from = 24, to = 48) {
  const world = await given.rotation();
  const { rotation, lead, member, other } = world;
  const request = await askForCover(await viewerOf(lead), { ...span(rotation, from, to), reason: "A fever" }, monday);
  return { ...world, request, people: { lead, member, other } };
}

test("whoever asks for cover stays on watch until somebody claims it", async () => {
  const { rotation, request, member, people, lead, team } = await asked();
  expect(await stood(rotation, people, [0, week])).toEqual(["lead 0–168"]);
  await claimCover(await viewerOf(member), { request }, after(1));
  expect(await stood(rotation, people, [0, week])).toEqual(["lead 0–24", "member 24–48", "lead 48–168"]);
  expect(await requestOf(request)).toMatchObject({ claimedById: member.id, claimedAt: after(1) });
  expect(await storedOverrides(rotation)).toMatchObject([{ origin: "claimed", coverRequestId: request }]);
  const [claim] = (await db().select().from(events).where(eq(events.kind, "cover.claimed"))).slice(-1);
  expect(claim).toMatchObject({
    about: [rotation.id, team.id, lead.id, member.id],
    detail: { person: { name: lead.name }, by: { name: member.name }, from: after(24).toString() },
  });
  expect(JSON.stringify(await db().select().from(events))).not.toContain("fever");
});

test("the span shrinks to what the person holds, and asking for what they do not hold names the field", async () => {
  const { rotation, lead, other } = await given.rotation();
  await createOverride(db(), rotation, { person: other, from: after(0), to: after(10) });
  const id = await askForCover(await viewerOf(lead), span(rotation, 0, week + 30), monday);
  expect(await requestOf(id)).toMatchObject({ startsAt: after(10), endsAt: after(week) });
  const foreign = askForCover(await viewerOf(lead), span(rotation, week, week + 5), monday);
  await expect(foreign).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "from" }] });
  const stranger = askForCover(await viewerOf(await given.stranger()), span(rotation, 1, 5), monday);
  await expect(stranger).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "from" }] });
});

test("cover is asked for once: a second request over the same time is refused until the first is withdrawn", async () => {
  const { rotation, lead, request } = await asked();
  const viewer = await viewerOf(lead);
  await expect(askForCover(viewer, span(rotation, 40, 60), monday)).rejects.toThrow(
    "Cover is asked for already, Tue 3 Mar, 09:00 to Wed 4 Mar, 09:00",
  );
  await withdrawCover(viewer, { request }, monday);
  await askForCover(viewer, span(rotation, 40, 60), monday);
});

test("a lead asks for somebody who cannot reach a keyboard, a teammate does not", async () => {
  const { rotation, lead, member, other, manager } = await given.rotation();
  const named = { ...span(rotation, week, week + day), person: addressOf(member) };
  await expect(askForCover(await viewerOf(other), named, monday)).rejects.toThrow(Forbidden);
  await expect(askForCover(serviceViewer("Robot", "write"), span(rotation, 1, 2), monday)).rejects.toThrow(Forbidden);
  const id = await askForCover(await viewerOf(lead), named, monday);
  expect(await requestOf(id)).toMatchObject({ personId: member.id, createdById: lead.id });
  await withdrawCover(await viewerOf(manager), { request: id }, monday);
  await askForCover(await viewerOf(manager), named, monday);
});

test("a claim takes only what is left: what the person still holds, and what is still to come", async () => {
  const { rotation, request, lead, member, other, people } = await asked(24, 96);
  await takeOver(await viewerOf(lead), { ...span(rotation, 40, 50), person: addressOf(other) }, monday);
  await claimCover(await viewerOf(member), { request }, after(30));
  expect(await stood(rotation, people, [0, week])).toEqual([
    "lead 0–30",
    "member 30–40",
    "other 40–50",
    "member 50–96",
    "lead 96–168",
  ]);
});

test("a claim of which nothing is left is refused, also after a new version gave the shift to somebody else", async () => {
  const { rotation, request, member, other, team } = await asked();
  await changeRotation(db(), rotation, { layers: [{ participants: [other] }], from: after(10) }, after(10));
  const claim = claimCover(await viewerOf(member), { request }, after(11));
  await expect(claim).rejects.toMatchObject({ constructor: Conflict, message: /Nothing is left to cover/ });
  expect(await requestOf(request)).toMatchObject({ claimedById: null });
  expect(team.id).toBe(rotation.teamId);
});

test("an asker who holds the span by an override hands that on, and has it again when it is given back", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const people = { lead, member, other };
  await takeOver(await viewerOf(member), span(rotation, 10, 60), monday);
  const request = await askForCover(await viewerOf(member), span(rotation, 20, 30), monday);
  const before = await storedOverrides(rotation);
  await claimCover(await viewerOf(other), { request }, monday);
  expect(await stood(rotation, people, [0, 61])).toEqual([
    "lead 0–10",
    "member 10–20",
    "other 20–30",
    "member 30–60",
    "lead 60–61",
  ]);
  const claimed = (await storedOverrides(rotation)).find(({ origin }) => origin === "claimed");
  await endOverride(await viewerOf(other), { rotation: rotation.slug, override: claimed?.id ?? "" }, monday);
  expect(await storedOverrides(rotation)).toEqual(before);
  expect(await requestOf(request)).toMatchObject({ claimedById: null, claimedAt: null });
});

test("giving back a claim opens the request again, its person is back on watch, and somebody else can claim", async () => {
  const { rotation, request, member, other, people } = await asked(24, 48);
  await claimCover(await viewerOf(member), { request }, monday);
  const [override] = await storedOverrides(rotation);
  await endOverride(await viewerOf(member), { rotation: rotation.slug, override: override?.id ?? "" }, after(30));
  expect(await stood(rotation, people, [0, week])).toEqual(["lead 0–24", "member 24–30", "lead 30–168"]);
  expect(await requestOf(request)).toMatchObject({ claimedById: null, claimedAt: null, withdrawnAt: null });
  await claimCover(await viewerOf(other), { request }, after(31));
  expect(await stood(rotation, people, [0, 49])).toEqual([
    "lead 0–24",
    "member 24–30",
    "lead 30–31",
    "other 31–48",
    "lead 48–49",
  ]);
  expect(await told(rotation)).toEqual([
    "cover.asked",
    "cover.claimed",
    "override.ended",
    "cover.reopened",
    "cover.claimed",
  ]);
});

test("a claimed span that a third person took and gave back is the claimant’s again, and the request stays claimed", async () => {
  const { rotation, request, member, other, people } = await asked(24, 96);
  await claimCover(await viewerOf(member), { request }, monday);
  const before = await stood(rotation, people);
  const override = await takeOver(await viewerOf(other), { ...span(rotation, 30, 40), replace: true }, monday);
  await endOverride(await viewerOf(other), { rotation: rotation.slug, override }, monday);
  expect(await stood(rotation, people)).toEqual(before);
  expect(await requestOf(request)).toMatchObject({ claimedById: member.id });
});

test("whoever gave their claim back is not brought back by a third person’s giving back", async () => {
  const { rotation, request, member, other, people } = await asked(24, 48);
  await claimCover(await viewerOf(member), { request }, monday);
  const [claimed] = await storedOverrides(rotation);
  const override = await takeOver(await viewerOf(other), { ...span(rotation, 30, 48), replace: true }, monday);
  await endOverride(await viewerOf(member), { rotation: rotation.slug, override: claimed?.id ?? "" }, monday);
  await endOverride(await viewerOf(other), { rotation: rotation.slug, override }, monday);
  expect(await stood(rotation, people, [0, week])).toEqual(["lead 0–168"]);
  expect(await requestOf(request)).toMatchObject({ claimedById: null });
});

test("nobody claims their own request, or one that was withdrawn, is over or does not exist", async () => {
  const { rotation, request, lead, member } = await asked();
  await expect(claimCover(await viewerOf(lead), { request }, monday)).rejects.toMatchObject({
    constructor: Conflict,
    message: /your own request/,
  });
  const forLead = claimCover(await viewerOf(await given.administrator()), { request, person: addressOf(lead) }, monday);
  await expect(forLead).rejects.toThrow(Conflict);
  await expect(claimCover(await viewerOf(member), { request }, after(48))).rejects.toThrow(/time has passed/);
  await withdrawCover(await viewerOf(lead), { request }, monday);
  await expect(claimCover(await viewerOf(member), { request }, monday)).rejects.toThrow(/withdrawn/);
  const unknown = claimCover(await viewerOf(member), { request: crypto.randomUUID() }, monday);
  await expect(unknown).rejects.toThrow(NotFound);
  expect(await storedOverrides(rotation)).toEqual([]);
});

test("only members claim, leads and managers name who does, and a service token never does", async () => {
  const { request, manager, member, other } = await asked();
  const stranger = await viewerOf(await given.stranger());
  await expect(claimCover(stranger, { request }, monday)).rejects.toThrow(Forbidden);
  await expect(claimCover(await viewerOf(member), { request, person: addressOf(other) }, monday)).rejects.toThrow(
    Forbidden,
  );
  const token = serviceViewer("Robot", "admin");
  await expect(claimCover(token, { request }, monday)).rejects.toThrow(Forbidden);
  await expect(claimCover(token, { request, person: addressOf(other) }, monday)).rejects.toThrow(Forbidden);
  await claimCover(await viewerOf(manager), { request, person: addressOf(other) }, monday);
  expect(await requestOf(request)).toMatchObject({ claimedById: other.id });
});

test("whoever was deactivated claims nothing, whatever their session was", async () => {
  const { rotation, request, member, manager } = await asked();
  const viewer = await viewerOf(member);
  await deactivatePerson(db(), member, {}, monday);
  await expect(claimCover(viewer, { request }, after(1))).rejects.toThrow(Forbidden);
  const named = claimCover(await viewerOf(manager), { request, person: addressOf(member) }, after(1));
  await expect(named).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "person" }] });
  expect(await storedOverrides(rotation)).toEqual([]);
});

test("a claimed request is not withdrawn, and an open one only by its person and those who hand over", async () => {
  const { request, lead, member, other } = await asked();
  await expect(withdrawCover(await viewerOf(other), { request }, monday)).rejects.toThrow(Forbidden);
  await claimCover(await viewerOf(member), { request }, monday);
  await expect(withdrawCover(await viewerOf(lead), { request }, monday)).rejects.toThrow(
    `${member.name} was first and has claimed this already`,
  );
});

test("a reason of a request is erased by whoever asked, and by nobody else", async () => {
  const { request, lead, member } = await asked();
  await expect(eraseRequestReason(await viewerOf(member), { request })).rejects.toThrow(Forbidden);
  await eraseRequestReason(await viewerOf(lead), { request });
  expect(await requestOf(request)).toMatchObject({ reason: null });
});

test("nothing is asked for or claimed in a retired rotation", async () => {
  const { rotation, request, lead, member } = await asked();
  await retireRotation(db(), rotation, {}, monday);
  await expect(claimCover(await viewerOf(member), { request }, monday)).rejects.toThrow(Conflict);
  await expect(askForCover(await viewerOf(lead), span(rotation, 90, 99), monday)).rejects.toThrow(Conflict);
});

test("of many claims at once exactly one wins, and each other is told who was first", async () => {
  const { rotation, request, member, other, manager, people } = await asked();
  const viewers = [await viewerOf(member), await viewerOf(other), await viewerOf(member), await viewerOf(other)];
  const byManager = { viewer: await viewerOf(manager), person: addressOf(member) };
  const outcomes = await Promise.allSettled([
    ...viewers.map((viewer) => claimCover(viewer, { request }, monday)),
    claimCover(byManager.viewer, { request, person: byManager.person }, monday),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ constructor: Conflict });
  const winner = (await requestOf(request))?.claimedById === member.id ? "member" : "other";
  expect(await stood(rotation, people, [0, 60])).toEqual(["lead 0–24", `${winner} 24–48`, "lead 48–60"]);
});
