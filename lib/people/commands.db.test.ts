import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { apiTokens, events, people } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createToken, createPerson as makePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { changeEmail, createPerson, editPerson } from "#lib/people/commands";
import { putPerson } from "#lib/people/put";
import {
  deactivatePerson,
  makeAdministrator,
  reactivatePerson,
  signOutPerson,
  withdrawAdministrator,
} from "#lib/people/standing-commands";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const later = at.add({ hours: 1 });
const system = systemViewer("Test");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}
const administrator = async () => viewerOf(await given.administrator());
const one = (person: Person) => ({ person: person.email ?? person.handle ?? "" });
const rowOf = async ({ id }: { id: string }) => (await db().select().from(people).where(eq(people.id, id)))[0];
const toldOf = async ({ id }: { id: string }) =>
  (await db().select().from(events).orderBy(events.id))
    .filter(({ about }) => about.includes(id))
    .map(({ kind }) => kind);

test("an administrator adds a person; nobody else does, and no two share an address or a handle", async () => {
  const viewer = await administrator();
  const facts = { name: "Ada Okafor", email: "ada@quay.example", handle: "ada" };
  await expect(createPerson(await viewerOf(await given.stranger()), facts, at)).rejects.toThrow(Forbidden);
  expect(await createPerson(viewer, facts, at)).toBe("ada@quay.example");
  await expect(createPerson(viewer, facts, at)).rejects.toMatchObject({ constructor: Conflict, path: "email" });
  const other = createPerson(viewer, { ...facts, email: "ada.two@quay.example" }, at);
  await expect(other).rejects.toMatchObject({ constructor: Conflict, path: "handle" });
});

test("people edit themselves, administrators edit anybody, and nobody edits a colleague", async () => {
  const [person, colleague] = [await given.stranger(), await given.stranger()];
  const change = { ...one(person), title: "Engineer", timeZone: "Asia/Tokyo" };
  await expect(editPerson(await viewerOf(colleague), change, at)).rejects.toThrow(Forbidden);
  await editPerson(await viewerOf(person), change, at);
  await editPerson(await administrator(), { ...one(person), name: "Renamed" }, at);
  expect(await rowOf(person)).toMatchObject({ name: "Renamed", title: "Engineer", timeZone: "Asia/Tokyo" });
  expect(await toldOf(person)).toEqual(["person.created", "person.edited", "person.edited"]);
});

test("only an administrator gives somebody another e-mail, and the old one leads to the new", async () => {
  const person = await given.stranger();
  const change = { ...one(person), email: "moved@quay.example" };
  await expect(changeEmail(await viewerOf(person), change, at)).rejects.toThrow(Forbidden);
  const viewer = await administrator();
  await changeEmail(viewer, change, at);
  await editPerson(viewer, { ...one(person), title: "Found" }, at);
  expect(await rowOf(person)).toMatchObject({ email: "moved@quay.example", title: "Found" });

  const taken = changeEmail(viewer, { ...one(await given.stranger()), email: "moved@quay.example" }, at);
  await expect(taken).rejects.toMatchObject({ constructor: Conflict, path: "email" });
});

test("whoever is deactivated is out at once, and neither sessions nor tokens come back to life", async () => {
  const { member, team } = await given.team();
  await createToken(db(), { person: member });
  const viewer = await administrator();
  await deactivatePerson(viewer, one(member), at);
  expect(await findPersonViewer(member.id, at.subtract({ hours: 1 }), later)).toBeUndefined();
  await reactivatePerson(viewer, one(member), later);
  expect(await findPersonViewer(member.id, at.subtract({ hours: 1 }), later)).toBeUndefined();
  const back = await findPersonViewer(member.id, later, later);
  expect(back?.memberships).toEqual([{ teamId: team.id, role: "member" }]);
  const tokens = await db().select().from(apiTokens).where(eq(apiTokens.personId, member.id));
  expect(tokens.map(({ revokedAt }) => revokedAt)).toEqual([at]);
  expect(await toldOf(member)).toEqual(expect.arrayContaining(["person.deactivated", "person.reactivated"]));
});

test("a person signs out everywhere, and an administrator does it for them", async () => {
  const person = await given.stranger();
  await signOutPerson(await viewerOf(person), one(person), at);
  expect(await findPersonViewer(person.id, at.subtract({ seconds: 1 }), later)).toBeUndefined();
  await signOutPerson(await administrator(), one(person), later);
  expect(await rowOf(person)).toMatchObject({ signedOutAt: later });
  await expect(signOutPerson(await viewerOf(await given.stranger()), one(person), at)).rejects.toThrow(Forbidden);
});

test("only people who can sign in become administrators, and only administrators make them", async () => {
  const [person, nameless, gone] = [
    await given.stranger(),
    await makePerson(db(), { handle: "nameless" }),
    await makePerson(db(), { deactivatedAt: at }),
  ];
  await expect(makeAdministrator(await viewerOf(person), one(person), at)).rejects.toThrow(Forbidden);
  const viewer = await administrator();
  await expect(makeAdministrator(viewer, one(nameless), at)).rejects.toThrow(Conflict);
  await expect(makeAdministrator(viewer, one(gone), at)).rejects.toThrow(Conflict);
  await makeAdministrator(viewer, one(person), at);
  expect(await rowOf(person)).toMatchObject({ isAdministrator: true });
});

test("the last active administrator is neither withdrawn nor deactivated, also not by two who act at once", async () => {
  await db().update(people).set({ isAdministrator: false });
  const [first, second] = [await given.administrator(), await given.administrator()];
  const outcomes = await Promise.allSettled([
    withdrawAdministrator(system, one(first), at),
    deactivatePerson(system, one(second), at),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { constructor: Conflict } });

  await db().update(people).set({ isAdministrator: false });
  const last = await given.administrator();
  await makePerson(db(), { isAdministrator: true, deactivatedAt: at });
  await expect(withdrawAdministrator(system, one(last), at)).rejects.toThrow("only administrator");
  const put = putPerson(system, last.email ?? "", { name: "Changed", active: false }, at);
  await expect(put).rejects.toThrow(Conflict);
  expect(await rowOf(last)).toMatchObject({ isAdministrator: true, deactivatedAt: null, name: last.name });
});

test("a person that is put is created once, keeps what is left out, and is switched off and on", async () => {
  const viewer = await administrator();
  const email = "lin@quay.example";
  expect(await putPerson(viewer, email, { name: "Lin Wei", timeZone: "Asia/Taipei" }, at)).toBe(true);
  expect(await putPerson(viewer, email, { name: "Lin Wei", title: "Engineer", active: false }, at)).toBe(false);
  const [row] = await db().select().from(people).where(eq(people.email, email));
  expect(row).toMatchObject({ timeZone: "Asia/Taipei", title: "Engineer", deactivatedAt: at });
  await putPerson(viewer, email, { name: "Lin Wei", active: true }, at);
  expect(await toldOf(row ?? { id: "" })).toEqual([
    "person.created",
    "person.edited",
    "person.deactivated",
    "person.reactivated",
  ]);
  await expect(putPerson(viewer, "no-such-handle", { name: "Nobody" }, at)).rejects.toThrow(NotFound);
});

test("waking hours are said whole or not at all, and of a region the holidays are known", async () => {
  const person = await given.stranger();
  const viewer = await viewerOf(person);
  await editPerson(viewer, { ...one(person), wakesAt: "07:00", sleepsAt: "23:30", holidayRegion: "DE-BE" }, at);
  expect(await rowOf(person)).toMatchObject({ wakesAt: "07:00", sleepsAt: "23:30", holidayRegion: "DE-BE" });
  await editPerson(viewer, { ...one(person), sleepsAt: "22:00" }, at);

  for (const [change, path] of [
    [{ sleepsAt: null }, "sleepsAt"],
    [{ wakesAt: null }, "wakesAt"],
    [{ wakesAt: "22:00" }, "sleepsAt"],
    [{ holidayRegion: "ZZ" }, "holidayRegion"],
    [{ holidayRegion: "DE-XX" }, "holidayRegion"],
  ] as const) {
    const edit = editPerson(viewer, { ...one(person), ...change }, at);
    await expect(edit).rejects.toMatchObject({ constructor: Invalid, errors: [{ path }] });
  }
  await editPerson(viewer, { ...one(person), wakesAt: null, sleepsAt: null, holidayRegion: null }, at);
  expect(await rowOf(person)).toMatchObject({ wakesAt: null, sleepsAt: null, holidayRegion: null });
  const half = putPerson(await administrator(), "new@quay.example", { name: "New", wakesAt: "07:00" }, at);
  await expect(half).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "sleepsAt" }] });
});
