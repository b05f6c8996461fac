import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { createAlert, createToken } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { now, setClock } from "#lib/clock";
import { documented, listed, refused } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

let world: Awaited<ReturnType<typeof given.serviceOnWatch>>;
let service = "";
let member = "";
const night = Temporal.Instant.from("2026-03-03T03:00:00Z");

beforeAll(async () => {
  setClock(night);
  world = await given.serviceOnWatch();
  service = (await createToken(db(), { scope: "write" })).secret;
  member = (await createToken(db(), { scope: "write", person: world.delivery.member })).secret;
});

afterAll(() => setClock(undefined));

const raise = async (facts = {}) => (await createAlert(db(), { service: world.service, ...facts }, now())).id;

test("an alert is lived with from the first page to its resolution", async () => {
  const id = await raise();
  await takeSteps(night);
  const paged = await documented(`GET /alerts/${id}`, { token: service });
  expect(paged).toMatchObject({ status: "triggered", gate: { decision: "page" }, nextStep: { seat: "ops" } });
  expect(paged.pages).toMatchObject([{ seat: "delivery", answeredAt: null, messages: [{ attempts: 0 }] }]);

  const { email, name } = world.delivery.member;
  const held = await documented(`POST /alerts/${id}/acknowledge`, { token: member });
  expect(held).toMatchObject({ status: "acknowledged", holder: email });
  const ops = await documented(`POST /alerts/${id}/page-ops`, { token: service, body: { suspicion: "The cache" } });
  expect(ops.people).toHaveLength(1);
  const to = world.delivery.other.email as string;
  const handed = await documented(`POST /alerts/${id}/hand-over`, { token: member, body: { to, note: "Yours." } });
  expect(handed).toMatchObject({ holder: email, handedTo: to });
  await documented(`POST /alerts/${id}/bring-in`, { token: member, body: { person: to } });
  await documented(`POST /alerts/${id}/notes`, { token: member, body: { words: "It answers again." } });
  const over = await documented(`POST /alerts/${id}/resolve`, { token: service, body: { cause: "A full disk" } });
  expect(over).toMatchObject({ status: "resolved", cause: "A full disk", nextStep: null });
  const opened = await documented(`POST /alerts/${id}/reopen`, { token: member });
  expect(opened).toMatchObject({ status: "acknowledged", resolvedAt: null });
  expect(opened.timeline.map(({ says }: { says: string }) => says)).toContain(`${name} acknowledged it`);
});

test("lists are narrowed by status, service, gate and rule, and read part by part", async () => {
  const { service: other } = await given.serviceOnWatch();
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1)
    made.push((await createAlert(db(), { service: other }, night.add({ minutes: count }))).id);
  const held = await createAlert(db(), { service: other, gate: "hold", rule: "Rare" }, night);
  const unrouted = await createAlert(db(), { service: null, rule: "Rare" }, night);
  const ids = async (query: string) => (await listed(`GET /alerts?${query}`, service)).map(({ id }) => id);
  expect(await ids(`service=${other.slug}&held=false&limit=2`)).toEqual(made.toReversed());
  expect(await ids("held=true&status=open")).toEqual([held.id]);
  expect(await ids("unrouted=true")).toEqual([unrouted.id]);
  expect((await ids("rule=Rare")).toSorted()).toEqual([held.id, unrouted.id].toSorted());
  expect(await ids(`service=${other.slug}&status=acknowledged`)).toEqual([]);
});

test("mine are those of the caller's teams", async () => {
  const id = await raise({ rule: "Mine" });
  const stranger = (await createToken(db(), { scope: "read", person: await given.stranger() })).secret;
  const ids = async (token: string) => (await listed("GET /alerts?mine=true&rule=Mine", token)).map((one) => one.id);
  expect([await ids(member), await ids(stranger), await ids(service)]).toEqual([[id], [], []]);
});

test("a resolved alert is a conflict for whoever would go on", async () => {
  const id = await raise();
  await documented(`POST /alerts/${id}/resolve`, { token: service });
  await refused(`POST /alerts/${id}/acknowledge`, { token: member }, 409);
  await refused(`POST /alerts/${id}/page-ops`, { token: service }, 409);
  await refused(`POST /alerts/${id}/hand-over`, { token: member, body: { to: world.delivery.other.email } }, 409);
});

test("what is wrong with a call about an alert is said, and nothing is written", async () => {
  const id = await raise();
  const nowhere = crypto.randomUUID();
  await refused(`GET /alerts/${nowhere}`, { token: service }, 404);
  await refused("GET /alerts/gulls", { token: service }, 404);
  await refused(`POST /alerts/${nowhere}/page-ops`, { token: service }, 404);
  await refused(`POST /alerts/${id}/acknowledge`, { token: service }, 403);
  await refused(`POST /alerts/${id}/hand-over`, { token: service, body: { to: world.delivery.other.email } }, 403);
  await refused(`POST /alerts/${id}/hand-over`, { token: member, body: { to: "nobody@example.com" } }, 422, "to");
  await refused(`POST /alerts/${id}/hand-over`, { token: member, body: {} }, 422, "to");
  await refused(`POST /alerts/${id}/bring-in`, { token: member, body: {} }, 422, "team");
  await refused(`POST /alerts/${id}/bring-in`, { token: member, body: { team: "nobody" } }, 422, "team");
  await refused(`POST /alerts/${id}/notes`, { token: member, body: { words: " " } }, 422, "words");
  await refused(
    `POST /alerts/${id}/page-ops`,
    { token: service, body: { suspicion: "x".repeat(301) } },
    422,
    "suspicion",
  );
  await refused(
    `POST /alerts/${id}/page-ops`,
    { token: service, body: { idempotencyKey: "1" } },
    422,
    "idempotencyKey",
  );
  await refused("GET /alerts?status=loud", { token: service }, 422, "status");
  await refused("GET /alerts?cursor=gulls", { token: service }, 422, "cursor");
});
