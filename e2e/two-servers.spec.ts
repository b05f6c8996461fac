import { type APIRequestContext, expect, test } from "@playwright/test";
import {
  createAlert,
  createCoverRequest,
  createPerson,
  createRotation,
  createService,
  createTeam,
  createToken,
  joinTeam,
} from "#db/testing/factories";
import { type OwnServer, startReplicas } from "#e2e/own-server";

test.describe.configure({ mode: "serial" });

const rounds = 5;
/** Noon of a day far ahead, and of the next one. */
const day = (number: number) => {
  const from = Temporal.Instant.from("2090-03-01T12:00:00Z").add({ hours: 24 * number });
  return { from, to: from.add({ hours: 24 }) };
};

let servers: OwnServer[] = [];
const crew: { name: string; token: string }[] = [];
const requests: string[] = [];
const alerts: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  servers = await startReplicas(2, {
    settings: async () => ({}),
    async given(database) {
      const lead = await createPerson(database, { name: "Ada Lead" });
      const team = await createTeam(database, { name: "Quay crew", lead });
      for (const name of ["Lin One", "Rui Two", "Kim Three", "Noor Four", "Tomás Five", "Yuki Six"]) {
        const person = await createPerson(database, { name });
        await joinTeam(database, team, { person });
        crew.push({ name, token: (await createToken(database, { person, scope: "write" })).secret });
      }
      const rotation = await createRotation(database, { team, slug: "quay", layers: [{ participants: [lead] }] });
      const keeper = await createPerson(database, { name: "Noor Keeper" });
      const keepers = await createTeam(database, { name: "Keepers", kind: "ops", lead: keeper });
      await createRotation(database, { team: keepers, layers: [{ participants: [keeper] }] });
      for (let round = 0; round < rounds; round += 1) {
        // Acknowledged already: the pager itself asks nobody meanwhile.
        const service = await createService(database, { team, opsTeam: keepers });
        const state = { service, status: "acknowledged" as const, holderId: lead.id };
        alerts.push((await createAlert(database, { ...state, acknowledgedAt: Temporal.Now.instant() })).id);
      }
      for (let round = 0; round < rounds; round += 1)
        requests.push((await createCoverRequest(database, rotation, { person: lead, ...day(round) })).id);
    },
  });
});

test.afterAll(async () => {
  for (const server of servers) await server.stop();
});

test("of many who claim a request on two servers at once, one wins, and all others are told who", async ({
  request,
}) => {
  for (const [round, id] of requests.entries()) {
    const winner = await raceFor(request, `/cover-requests/${id}/claim`, undefined, 200);
    await expectOnWatch(request, day(round).from, winner);
  }
});

test("of many who take one span on two servers at once, one has it, and all others are told who", async ({
  request,
}) => {
  for (let round = 0; round < rounds; round += 1) {
    const { from, to } = day(100 + round);
    const body = { from: `${from}`, to: `${to}` };
    const winner = await raceFor(request, "/rotations/quay/overrides", body, 201);
    await expectOnWatch(request, from, winner);
  }
});

test("of many who page ops on two servers at once, each is told who comes, and that one phone rings once", async ({
  request,
}) => {
  for (const alert of alerts) {
    const tap = { suspicion: "the cache", idempotencyKey: crypto.randomUUID() };
    const answers = await Promise.all(
      crew.map(({ token }, index) =>
        request.post(`${servers[index % servers.length]?.origin}/api/v1/alerts/${alert}/page-ops`, {
          headers: { authorization: `Bearer ${token}` },
          // The first two are one tap that was sent again, to the other server.
          data: index < 2 ? tap : { suspicion: `the release, says number ${index}` },
        }),
      ),
    );
    for (const answer of answers) {
      expect(answer.status()).toBe(200);
      expect(JSON.stringify(await answer.json())).toContain("Noor Keeper");
    }
    const [one] = servers;
    const shown = await request.get(`${one?.origin}/api/v1/alerts/${alert}`, {
      headers: { authorization: `Bearer ${crew[0]?.token}` },
    });
    const { pages } = (await shown.json()) as { pages: { seat: string }[] };
    expect(pages.filter(({ seat }) => seat === "ops")).toHaveLength(1);
  }
});

/** Everybody of the crew posts at once, to one server or the other. Returns the name of the one who won. */
async function raceFor(request: APIRequestContext, path: string, data: object | undefined, won: number) {
  const answers = await Promise.all(
    crew.map(async ({ name, token }, index) => {
      const answer = await request.post(`${servers[index % servers.length]?.origin}/api/v1${path}`, {
        headers: { authorization: `Bearer ${token}` },
        ...(data ? { data } : {}),
      });
      return { name, status: answer.status(), body: await answer.json() };
    }),
  );
  const winners = answers.filter(({ status }) => status === won);
  expect(winners).toHaveLength(1);
  const [winner] = winners.map(({ name }) => name);
  for (const { name, status, body } of answers)
    if (name !== winner) expect([status, body.detail]).toEqual([409, expect.stringContaining(winner ?? "")]);
  return winner;
}

/** Both servers say the same, at once. */
async function expectOnWatch(request: APIRequestContext, at: Temporal.Instant, name: string | undefined) {
  for (const { origin } of servers) {
    const answer = await request.get(`${origin}/api/v1/rotations/quay/on-call?at=${at}`, {
      headers: { authorization: `Bearer ${crew[0]?.token}` },
    });
    expect((await answer.json()).person).toMatchObject({ name });
  }
}
