import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import { createCoverRequest, createOverride, createToken } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { setClock } from "#lib/clock";
import { addressOf, after, day, week } from "#lib/rotations/testing/life";
import { ask, documented, listed } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

const tokens = { read: "", write: "" };
beforeAll(async () => {
  for (const scope of ["read", "write"] as const) tokens[scope] = (await createToken(db(), { scope })).secret;
});
const tokenOf = async (person: Person) => (await createToken(db(), { scope: "write", person })).secret;

// Two hours into the lead's week.
beforeAll(() => setClock(after(2)));
afterAll(() => setClock(undefined));

const iso = (hours: number) => after(hours).toString();
const span = (from: number, to: number) => ({ from: iso(from), to: iso(to) });

test("an override is made with 201, listed, and taken back with 204", async () => {
  const { rotation, lead, member } = await given.rotation();
  const token = await tokenOf(lead);
  const at = `/rotations/${rotation.slug}/overrides`;
  const body = { ...span(day, 30), person: addressOf(member), reason: "A wedding" };
  const made = await documented(`POST ${at}`, { token, body }, 201);
  expect(made).toEqual({
    ...body,
    id: expect.any(String),
    person: addressOf(member),
    origin: "named",
    createdBy: addressOf(lead),
    createdAt: iso(2),
  });
  expect((await documented(`GET ${at}`, { token })).items).toEqual([made]);
  expect((await documented(`GET ${at}?from=${iso(30)}`, { token })).items).toEqual([]);

  expect((await ask(`DELETE ${at}/${made.id}`, { token })).status).toBe(204);
  expect((await documented(`GET ${at}`, { token })).items).toEqual([]);
  expect((await ask(`DELETE ${at}/${made.id}`, { token })).status).toBe(404);
});

test("`from` before now is now, the watch can be taken without naming anybody, and what has begun ends now", async () => {
  const { rotation, member, lead } = await given.rotation();
  const token = await tokenOf(member);
  const at = `/rotations/${rotation.slug}/overrides`;
  const made = await documented(`POST ${at}`, { token, body: span(-5, 20) }, 201);
  expect(made).toMatchObject({ ...span(2, 20), person: addressOf(member), origin: "taken", reason: null });
  setClock(after(9));
  expect((await ask(`DELETE ${at}/${made.id}`, { token })).status).toBe(204);
  setClock(after(2));
  expect((await documented(`GET ${at}`, { token })).items).toMatchObject([span(2, 9)]);
  const { shifts } = await documented(`GET /rotations/${rotation.slug}/shifts?from=${iso(0)}&to=${iso(12)}`, { token });
  expect(shifts.map((shift: { person: string }) => shift.person)).toEqual([
    addressOf(lead),
    addressOf(member),
    addressOf(lead),
  ]);
});

test("an override over another is a conflict, unless it replaces: then what is left of it stays on both sides", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const token = await tokenOf(lead);
  const at = `/rotations/${rotation.slug}/overrides`;
  await documented(`POST ${at}`, { token, body: { ...span(day, 2 * day), person: addressOf(member) } }, 201);
  const body = { ...span(30, 36), person: addressOf(other) };
  const conflict = await ask(`POST ${at}`, { token, body });
  expect([conflict.status, conflict.body.errors[0].path]).toEqual([409, "replace"]);
  await documented(`POST ${at}`, { token, body: { ...body, replace: true } }, 201);
  expect((await documented(`GET ${at}`, { token })).items).toMatchObject([
    { ...span(day, 30), person: addressOf(member) },
    { ...span(30, 36), person: addressOf(other) },
    { ...span(36, 2 * day), person: addressOf(member) },
  ]);
});

test("reasons are told to the team and its manager, and to nobody else", async () => {
  const { rotation, lead, member, manager } = await given.rotation();
  const at = `/rotations/${rotation.slug}`;
  const facts = { person: member, from: after(day), to: after(30), reason: "A wedding" };
  await createOverride(db(), rotation, facts);
  await createCoverRequest(db(), rotation, { ...facts, person: lead, from: after(40), to: after(50) });
  const reasonsFor = async (token: string) => {
    const lists = [`GET ${at}/overrides`, `GET ${at}/cover-requests`];
    const answers = await Promise.all(lists.map((list) => documented(list, { token })));
    return answers.map(({ items }) => items[0].reason);
  };
  for (const person of [lead, member, manager])
    expect(await reasonsFor(await tokenOf(person))).toEqual(["A wedding", "A wedding"]);
  const administrator = await tokenOf(await given.administrator());
  for (const token of [tokens.read, tokens.write, await tokenOf(await given.stranger()), administrator])
    expect(await reasonsFor(token)).toEqual([null, null]);
});

test("cover is asked for with 201, clipped to what is held, and claimed once: the next one is too late", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const [asker, first, second] = [await tokenOf(lead), await tokenOf(member), await tokenOf(other)];
  const at = `/rotations/${rotation.slug}/cover-requests`;
  const body = { ...span(week - 12, week + 12), reason: "A wedding" };
  const asked = await documented(`POST ${at}`, { token: asker, body }, 201);
  expect(asked).toEqual({
    id: expect.any(String),
    rotation: rotation.slug,
    person: addressOf(lead),
    ...span(week - 12, week),
    spans: [span(week - 12, week)],
    reason: "A wedding",
    status: "open",
    claimedBy: null,
    createdAt: iso(2),
  });
  expect((await documented(`GET ${at}`, { token: asker })).items).toEqual([asked]);

  const claim = `POST /cover-requests/${asked.id}/claim`;
  expect((await ask(claim, { token: asker })).status).toBe(409);
  const claimed = await documented(claim, { token: first });
  expect(claimed).toEqual({ ...asked, status: "claimed", claimedBy: addressOf(member), spans: [] });
  expect((await ask(claim, { token: second, body: {} })).status).toBe(409);
  const overrides = await documented(`GET /rotations/${rotation.slug}/overrides`, { token: asker });
  expect(overrides.items).toMatchObject([{ ...span(week - 12, week), person: addressOf(member), origin: "claimed" }]);
});

test("an open request is withdrawn with 204", async () => {
  const { rotation, lead, member } = await given.rotation();
  const token = await tokenOf(lead);
  const request = await createCoverRequest(db(), rotation, { person: lead, from: after(day), to: after(30) });
  expect((await ask(`DELETE /cover-requests/${request.id}`, { token: await tokenOf(member) })).status).toBe(403);
  expect((await ask(`DELETE /cover-requests/${request.id}`, { token })).status).toBe(204);
  const { items } = await documented(`GET /rotations/${rotation.slug}/cover-requests`, { token });
  expect(items).toMatchObject([{ id: request.id, status: "withdrawn", spans: [] }]);
});

test("a program names the person for whom it hands over or asks, and claims nothing", async () => {
  const { rotation, lead, member } = await given.rotation();
  const { write: token } = tokens;
  const at = `/rotations/${rotation.slug}`;
  const override = { ...span(day, 30), person: addressOf(member) };
  expect(await documented(`POST ${at}/overrides`, { token, body: override }, 201)).toMatchObject({ createdBy: null });
  const request = { ...span(40, 50), person: addressOf(lead) };
  const { id } = await documented(`POST ${at}/cover-requests`, { token, body: request }, 201);
  for (const body of [undefined, { person: addressOf(member) }])
    expect((await ask(`POST /cover-requests/${id}/claim`, { token, body })).status).toBe(403);
});

test("two people change places in one step", async () => {
  const { rotation, lead, member } = await given.rotation();
  const body = { first: span(day, 2 * day), second: span(week, week + day) };
  const swap = await documented(`POST /rotations/${rotation.slug}/swaps`, { token: await tokenOf(lead), body }, 201);
  expect(swap.overrides).toMatchObject([
    { ...body.first, person: addressOf(member), origin: "swapped" },
    { ...body.second, person: addressOf(lead), origin: "swapped" },
  ]);
});

test("overrides and requests are listed to the end by their cursors, in order and each once", async () => {
  const { rotation, lead, member } = await given.rotation();
  for (const hours of [80, 20, 60, 40, 100]) {
    const facts = { from: after(hours), to: after(hours + 5) };
    await createOverride(db(), rotation, { person: member, ...facts });
    await createCoverRequest(db(), rotation, { person: lead, ...facts });
  }
  for (const what of ["overrides", "cover-requests"]) {
    const items = await listed(`GET /rotations/${rotation.slug}/${what}?limit=2`, tokens.read);
    expect(items.map(({ from }) => from)).toEqual([20, 40, 60, 80, 100].map(iso));
    expect(new Set(items.map(({ id }) => id)).size).toBe(5);
  }
});
