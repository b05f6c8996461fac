import { expect, test, vi } from "vitest";
import { db } from "#db/client";
import {
  createDependency,
  createService,
  createToken,
  declareExpert,
  renameService,
  transferService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { ask, documented } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

const read = async () => (await createToken(db(), { scope: "read" })).secret;
const admin = async () => (await createToken(db(), { scope: "admin" })).secret;

test("every call answers as the document describes it, without a field more or less", async () => {
  const token = await read();
  const { service, delivery } = await given.ownedService({ name: "Harbour watch", slug: "harbour-watch" });
  const needed = await createService(db());
  await createDependency(db(), service, { on: needed, kind: "soft" });
  await declareExpert(db(), service, { person: delivery.lead, note: "Wrote it" });

  const found = await documented("GET /services/harbour-watch", { token });
  expect(found).toMatchObject({
    slug: "harbour-watch",
    team: delivery.team.slug,
    dependsOn: [{ service: needed.slug, kind: "soft" }],
    experts: [{ email: delivery.lead.email, note: "Wrote it" }],
    gaps: [],
    retiredAt: null,
  });
  const list = await documented("GET /services?query=harbuor&facets=true&sort=relevance", { token });
  expect(list).toMatchObject({ items: [{ slug: "harbour-watch", team: delivery.team.slug }], facets: { total: 1 } });
  const owners = await documented("GET /services/harbour-watch/ownership", { token });
  expect(owners.owners).toMatchObject([{ role: "delivery", team: delivery.team.slug, to: null }, { role: "ops" }]);
  const graph = await documented("GET /services/harbour-watch/dependencies", { token });
  expect(graph.edges).toEqual([{ from: "service:harbour-watch", to: `service:${needed.slug}`, kind: "soft" }]);
  const team = await documented(`GET /teams/${delivery.team.slug}`, { token });
  expect(team).toMatchObject({
    manager: delivery.manager.email,
    services: 1,
    members: [{ role: "lead" }, { role: "member" }],
  });
  await documented("GET /teams?kind=ops", { token });
  const person = await documented(`GET /people/${encodeURIComponent(delivery.lead.email ?? "")}`, { token });
  expect(person).toMatchObject({ active: true, teams: [{ team: delivery.team.slug, role: "lead" }] });
  await documented("GET /people?limit=2", { token });
  const search = await documented("GET /search?q=harbour", { token });
  expect(search.items[0]).toMatchObject({
    kind: "service",
    slug: "harbour-watch",
    why: "the name begins with “harbour”",
  });
  const text = await documented("POST /search", { token, body: { text: "pod harbour-watch-7f9c4 died" } });
  expect(text.items).toMatchObject([{ slug: "harbour-watch", why: "line 1 says “harbour-watch”" }]);
});

test("PUT creates with 201 and replaces with 200; an answer can be sent back and changes nothing", async () => {
  const token = await admin();
  const { team, lead } = await given.team();
  const body = {
    name: "Parcels",
    team: team.slug,
    tier: 2,
    links: [{ title: "Board", url: "https://board.example/" }],
  };

  await documented("PUT /services/parcels", { token, body }, 201);
  const before = await documented("GET /services/parcels", { token });
  const sentBack = await documented("PUT /services/parcels", { token, body: before });
  expect(sentBack).toEqual(before);
  const patched = await documented("PUT /services/parcels", { token, body: { name: "Parcels", description: null } });
  expect(patched).toMatchObject({ tier: 2, team: team.slug });

  await documented(
    "PUT /people/rui@harbour.example",
    { token, body: { name: "Rui Falcão", timeZone: "Europe/Lisbon" } },
    201,
  );
  const members = [{ email: "rui@harbour.example", role: "lead" }];
  await documented(
    "PUT /teams/parcels-crew",
    { token, body: { name: "Parcels crew", kind: "delivery", manager: lead.email, members } },
    201,
  );
  const crew = await documented("GET /teams/parcels-crew", { token });
  expect(await documented("PUT /teams/parcels-crew", { token, body: crew })).toEqual(crew);
  const rui = await documented("GET /people/rui@harbour.example", { token });
  expect(await documented("PUT /people/rui@harbour.example", { token, body: rui })).toEqual(rui);
});

test("DELETE retires with 204 and PUT brings back", async () => {
  const token = await admin();
  const { team } = await given.team();
  const service = await given.serviceOwnedBy(team);
  const retired = await ask(`DELETE /services/${service.slug}`, { token });
  expect([retired.status, retired.body]).toEqual([204, undefined]);
  expect((await ask(`GET /services/${service.slug}`, { token })).body.retiredAt).not.toBeNull();
  expect(
    (await ask(`PUT /services/${service.slug}`, { token, body: { name: service.name } })).body.retiredAt,
  ).toBeNull();
});

test("a former address answers with the service as it is now", async () => {
  const token = await read();
  const service = await createService(db());
  const before = service.slug;
  await renameService(db(), service, { name: "Lightkeeper", slug: `lightkeeper-${before}` });
  const { status, body } = await ask(`GET /services/${before}`, { token });
  expect([status, body.slug]).toEqual([200, `lightkeeper-${before}`]);
});

test("ownership is told for the instant that is asked for", async () => {
  const token = await read();
  const [{ team: first }, { team: second }] = [await given.team(), await given.team()];
  const service = await given.serviceOwnedBy(first);
  await transferService(db(), service, { to: second }, Temporal.Instant.from("2026-03-02T09:00:00Z"));
  const ownerAt = async (at: string) =>
    (await ask(`GET /services/${service.slug}/ownership?at=${encodeURIComponent(at)}`, { token })).body.owners[0].team;
  expect(await ownerAt("2026-03-02T08:59:59Z")).toBe(first.slug);
  expect(await ownerAt("2026-03-02T10:00:00+01:00")).toBe(second.slug);
});

test("a list is read to its end by its cursors, each thing once", async () => {
  const token = await read();
  const { team } = await given.team();
  const slugs = new Set<string>();
  for (let made = 0; made < 5; made += 1) slugs.add((await given.serviceOwnedBy(team, { tier: (made % 2) + 1 })).slug);
  for (const sort of ["name", "tier", "changed"]) {
    const seen: string[] = [];
    let cursor: string | null = "";
    do {
      const address: string = `/services?team=${team.slug}&limit=2&sort=${sort}&cursor=${cursor}`;
      const { body } = await ask(`GET ${address}`, { token });
      seen.push(...body.items.map(({ slug }: { slug: string }) => slug));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(slugs);
  }
});

test("the counts of the facets are those of the lists that they lead to, whatever is chosen", async () => {
  const token = await read();
  const { team } = await given.team();
  for (const [tier, lifecycle] of [
    [1, "production"],
    [1, "deprecated"],
    [2, "production"],
    [null, "production"],
  ] as const)
    await given.serviceOwnedBy(team, { tier, lifecycle, description: "Counts gulls." });
  const totalOf = async (query: string) => (await ask(`GET /services?${query}&facets=true`, { token })).body.facets;
  const facets = await totalOf(`query=gulls&team=${team.slug}&lifecycle=production`);
  expect(facets.total).toBe(3);
  for (const { value, count } of facets.tier) {
    expect((await totalOf(`query=gulls&team=${team.slug}&lifecycle=production&tier=${value}`)).total).toBe(count);
  }
  expect(facets.lifecycle).toEqual([
    { value: "production", label: "production", count: 3 },
    { value: "deprecated", label: "deprecated", count: 1 },
  ]);
  const chosen = await totalOf(`query=gulls&tier=1&lifecycle=experimental`);
  expect(chosen.total).toBe(0);
});
