import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { alertEntries, alerts, coverRequests, pages, stepMarks } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createAlert, createDocument, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { capabilityFor } from "#lib/auth/capability";
import { sessionCookie, writeSession } from "#lib/auth/sessions";
import { setClock } from "#lib/clock";
import { POST as mark } from "../marks/route";
import { POST as askForDay } from "../watches/ask/route";
import { POST as acknowledge } from "./[alert]/acknowledge/route";
import { POST as bringIn } from "./[alert]/bring-in/route";
import { POST as handOver } from "./[alert]/hand-over/route";
import { POST as note } from "./[alert]/note/route";
import { POST as pageOps } from "./[alert]/page-ops/route";
import { POST as reopen } from "./[alert]/reopen/route";
import { POST as resolve } from "./[alert]/resolve/route";
import { POST as review } from "./[alert]/review/route";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));

const origin = "https://bill.harbour.example";
vi.stubEnv("WATCHBILL_DEMO", "0");
vi.stubEnv("AUTH_SECRET", "a secret of this test file, long enough");
vi.stubEnv("AUTH_URL", origin);

testDatabase();

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
beforeAll(() => setClock(night));
afterAll(() => setClock(undefined));

type Handler = typeof acknowledge;
type Sent = { as?: Person; key?: string; fields?: Record<string, string>; from?: string };

/** What a browser without JavaScript gets that sends the form of an alert. */
async function send(form: Handler, alert: string, { as, key, fields = {}, from = origin }: Sent = {}) {
  const cookie = as ? `${sessionCookie().name}=${await writeSession({ personId: as.id, beganAt: night })}` : undefined;
  const body = new URLSearchParams({ back: `/alerts/${alert}`, ...(key ? { key } : {}), ...fields });
  const headers = { origin: from, host: new URL(origin).host, ...(cookie ? { cookie } : {}) };
  const request = new Request(`${origin}/alerts/${alert}/form`, { method: "POST", body, headers });
  const answer = await form(request, { params: Promise.resolve({ alert }) });
  return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
}

async function scene() {
  const world = await given.serviceOnWatch();
  const alert = await createAlert(db(), { service: world.service }, night);
  await takeSteps(night);
  const [page] = await db().select().from(pages).where(eq(pages.alertId, alert.id));
  const { lead, member, other } = world.delivery;
  const woken = [lead, member, other].find(({ id }) => id === page?.personId) as Person;
  return { ...world, alert: alert.id, woken, key: await capabilityFor(woken.id, alert.id, night) };
}

const stateOf = async (id: string) => (await db().select().from(alerts).where(eq(alerts.id, id)))[0];
const kindsOf = async (id: string) =>
  (await db().select().from(alertEntries).where(eq(alertEntries.alertId, id)).orderBy(alertEntries.id)).map(
    ({ kind }) => kind,
  );
const opsPages = async (id: string) =>
  (await db().select().from(pages).where(eq(pages.alertId, id))).filter(({ seat }) => seat === "ops");

test("every control of the night is a form that leads back to the alert", async () => {
  const { alert, woken, delivery } = await scene();
  const friend = [delivery.lead, delivery.member].find(({ id }) => id !== woken.id)?.email as string;
  const back = { status: 303, to: `/alerts/${alert}`, text: "" };
  const idempotencyKey = crypto.randomUUID();
  expect(await send(acknowledge, alert, { as: woken, fields: { idempotencyKey } })).toEqual(back);
  expect(await send(pageOps, alert, { as: woken, fields: { suspicion: "The cache", idempotencyKey } })).toEqual(back);
  expect(await send(pageOps, alert, { as: woken, fields: { suspicion: "The cache", idempotencyKey } })).toEqual(back);
  expect(await send(bringIn, alert, { as: woken, fields: { person: friend, word: "" } })).toEqual(back);
  expect(await send(handOver, alert, { as: woken, fields: { to: friend, note: "Yours" } })).toEqual(back);
  expect(await send(note, alert, { as: woken, fields: { words: "It answers." } })).toEqual(back);
  expect(await send(resolve, alert, { as: woken, fields: { cause: "A full disk", remedy: "" } })).toEqual(back);
  expect(await send(review, alert, { as: woken, fields: { wasActionable: "yes", anchor: "review" } })).toEqual({
    ...back,
    to: `/alerts/${alert}#review`,
  });
  expect(await send(reopen, alert, { as: woken, fields: { word: "Again" } })).toEqual(back);
  expect((await kindsOf(alert)).slice(3)).toEqual([
    ...["acknowledged", "ops-paged", "brought-in", "handed-over", "noted", "resolved", "reviewed", "reopened"],
  ]);
  expect(await opsPages(alert)).toHaveLength(1);
});

test("the link of a message is good for acknowledging, paging ops and marking steps, without a session", async () => {
  const { alert, woken, key, service } = await scene();
  expect(await send(acknowledge, alert, { key })).toMatchObject({ status: 303, to: `/alerts/${alert}` });
  expect(await stateOf(alert)).toMatchObject({ status: "acknowledged", holderId: woken.id });
  expect(await send(pageOps, alert, { key })).toMatchObject({ status: 303 });
  expect(await opsPages(alert)).toHaveLength(1);

  const runbook = await createDocument(db(), { service });
  const step = { kind: "runbook", service: service.slug, slug: runbook.slug, revision: "1", anchor: "mitigation-1" };
  const said = { ...step, verdict: "worked", idempotencyKey: crypto.randomUUID(), alert };
  expect(await send(mark, alert, { key, fields: said })).toMatchObject({ status: 303 });
  expect(await send(mark, alert, { key, fields: said })).toMatchObject({ status: 303 });
  expect(await db().select().from(stepMarks).where(eq(stepMarks.personId, woken.id))).toHaveLength(1);
  expect((await kindsOf(alert)).filter((kind) => kind === "step-marked")).toHaveLength(1);
});

test.each([
  ["hand-over", handOver],
  ["bring-in", bringIn],
  ["note", note],
  ["resolve", resolve],
  ["reopen", reopen],
  ["review", review],
])("the link of a message is not good for %s: it asks to sign in", async (_name, form) => {
  const { alert, key } = await scene();
  const before = await kindsOf(alert);
  const answer = await send(form, alert, {
    key,
    fields: { to: "a@example.com", words: "Hello", person: "a@example.com" },
  });
  expect(answer).toMatchObject({ status: 303, to: `/sign-in?callbackUrl=%2Falerts%2F${alert}` });
  expect(await kindsOf(alert)).toEqual(before);
});

test("a link that was changed, is of another alert, too old, or of somebody who left, is good for nothing", async () => {
  const [{ alert, key, woken }, other] = [await scene(), await scene()];
  const changed = `${key.slice(0, -2)}${key.endsWith("AA") ? "BB" : "AA"}`;
  const old = await capabilityFor(woken.id, alert, night.subtract({ hours: 24 }));
  const gone = await capabilityFor((await leaver()).id, alert, night);
  for (const bad of [changed, other.key, old, gone, "", "key"]) {
    const answer = await send(acknowledge, alert, { key: bad });
    expect(answer).toMatchObject({ status: 303, to: expect.stringMatching(/^\/sign-in/) });
  }
  const step = { kind: "runbook", service: "x", slug: "y", revision: "1", anchor: "a", verdict: "worked" };
  const elsewhere = { ...step, idempotencyKey: crypto.randomUUID(), alert: other.alert };
  expect((await send(mark, other.alert, { key, fields: elsewhere })).to).toMatch(/^\/sign-in/);
  expect(await stateOf(alert)).toMatchObject({ status: "triggered" });
});

async function leaver(): Promise<Person> {
  const person = await given.stranger();
  await deactivatePerson(db(), person, {}, night.subtract({ hours: 1 }));
  return person;
}

test("once the alert is resolved its links say so and change nothing", async () => {
  const { alert, woken, key } = await scene();
  await send(resolve, alert, { as: woken });
  expect(await send(acknowledge, alert, { key })).toMatchObject({
    status: 409,
    text: expect.stringMatching(/^This alert is resolved/),
  });
  expect(await send(pageOps, alert, { key })).toMatchObject({ status: 409 });
  expect(await opsPages(alert)).toEqual([]);
});

test("a session acts only from a page of this server, and not with a link beside it either", async () => {
  const { alert, woken, key } = await scene();
  const answer = await send(acknowledge, alert, { as: woken, key, from: "https://elsewhere.example" });
  expect(answer.status).toBe(403);
  expect(await stateOf(alert)).toMatchObject({ status: "triggered" });
});

test("what a form lacks is said in plain words", async () => {
  const { alert, woken } = await scene();
  expect(await send(note, alert, { as: woken, fields: { words: " " } })).toMatchObject({
    status: 422,
    text: expect.stringContaining("Write something."),
  });
  expect(await send(bringIn, alert, { as: woken })).toMatchObject({
    status: 422,
    text: expect.stringContaining("Name a team or a person."),
  });
  expect((await send(acknowledge, crypto.randomUUID(), { as: woken })).status).toBe(404);
  expect((await send(acknowledge, "gulls", { as: woken })).status).toBe(422);
});

test("cover of the next day is asked for by one form, once, and by nobody but whoever stands it", async () => {
  const { alert, woken, delivery } = await scene();
  const span = { from: night.toString(), to: night.add({ hours: 30 }).toString() };
  const fields = { rotation: delivery.rotation.slug, ...span, anchor: "after" };
  expect(await send(askForDay, alert, { as: woken, fields })).toMatchObject({
    status: 303,
    to: `/alerts/${alert}#after`,
  });
  expect(await send(askForDay, alert, { as: woken, fields })).toMatchObject({ status: 409 });
  const stranger = await given.stranger();
  expect((await send(askForDay, alert, { as: stranger, fields })).status).toBeGreaterThanOrEqual(400);
  const asked = await db().select().from(coverRequests).where(eq(coverRequests.rotationId, delivery.rotation.id));
  expect(asked.map(({ personId }) => personId)).toEqual([woken.id]);
});
