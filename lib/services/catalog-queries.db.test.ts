import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client";
import { createPerson, createService, createTeam, starService } from "#db/testing/factories";
import { sized } from "#db/testing/runs";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { Invalid } from "#lib/errors";
import { browseServices } from "#lib/services/browse-queries";
import { type CatalogItem, countFacets, listServices } from "#lib/services/catalog-queries";
import { type FacetName, facetNames } from "#lib/services/facets";
import type { ServiceFilter } from "#lib/services/filter";
import { gapKinds } from "#lib/services/gaps";
import { lifecycles, serviceSorts } from "#lib/services/inputs";

testDatabase();

let viewer: Viewer;
let all: CatalogItem[];

/** Services whose facts are drawn at random, once: the same ones for the same seed. */
const facts = fc.record({
  tier: fc.constantFrom(null, 1, 2, 3, 4),
  lifecycle: fc.constantFrom(...lifecycles),
  customerFacing: fc.constantFrom(null, true, false),
  description: fc.constantFrom(null, "Keeps what was ordered.", "Knows who is asking."),
  repository: fc.constantFrom(null, "https://code.example/shop"),
  team: fc.constantFrom(0, 1, 2, undefined),
  hasOps: fc.boolean(),
  name: fc.constantFrom("Ledger", "ledger", "Parcel tracker", "Zebra", "Ähre", "42", "Parcel"),
});

beforeAll(async () => {
  const reader = await createPerson(db());
  const teams = [await createTeam(db()), await createTeam(db(), { members: [reader] }), await createTeam(db())];
  const ops = await createTeam(db(), { kind: "ops" });
  for (const [index, { team, hasOps, name, ...said }] of fc.sample(facts, { numRuns: 70, seed: 7 }).entries()) {
    const at = Temporal.Instant.from("2026-02-01T00:00:00Z").add({ hours: Math.floor(index / 3) });
    const owner = team === undefined ? null : teams[team];
    const slug = `thing-${index}`;
    const service = await createService(db(), { ...said, name, slug, team: owner, opsTeam: hasOps ? ops : null }, at);
    if (index % 9 === 0) await starService(db(), service, { person: reader });
  }
  await createService(db(), { name: "Checkout", slug: "checkout", description: "Basket to order." });
  await createService(db(), { name: "Payments", slug: "payments", description: "Charges cards." });
  await createService(db(), { name: "Inventory", slug: "inventory", description: "What is left." });
  await createService(db(), { name: "100% organic_food", slug: "organic-food", description: "A shop." });

  const found = await findPersonViewer(reader.id, now(), now());
  if (!found) throw new Error("The reader is not there.");
  viewer = found;
  all = (await listServices(viewer, { limit: 200 })).items;
});

describe("searching the catalog", () => {
  it.each([
    ["chekout", "checkout"],
    ["checkuot", "checkout"],
    ["paymnets", "payments"],
    ["pyaments", "payments"],
    ["paments", "payments"],
    ["invntory", "inventory"],
    ["inventroy", "inventory"],
  ])("finds first what was meant by “%s”", async (query, slug) => {
    expect((await listServices(viewer, { query })).items[0]?.slug).toBe(slug);
  });

  it("wants every word, in whatever order, from name or description", async () => {
    const slugs = async (query: string) => (await listServices(viewer, { query })).items.map((item) => item.slug);
    expect(await slugs("order checkout")).toEqual(["checkout"]);
    expect(await slugs("CHECKOUT basket")).toEqual(["checkout"]);
    expect(await slugs("checkout cards")).not.toContain("checkout");
  });

  it("takes % and _ as the letters they are", async () => {
    expect((await listServices(viewer, { query: "100%" })).items.map((item) => item.slug)).toEqual(["organic-food"]);
    expect((await listServices(viewer, { query: "organic_food" })).items.map((item) => item.slug)).toEqual([
      "organic-food",
    ]);
    expect((await listServices(viewer, { query: "c%t" })).items.map((item) => item.slug)).not.toContain("checkout");
    expect((await listServices(viewer, { query: "\\" })).items).toEqual([]);
  });

  it("puts the exact name before what begins with it, and that before the rest", async () => {
    const names = (await listServices(viewer, { query: "parcel", limit: 200 })).items.map((item) => item.name);
    const firstLonger = names.indexOf("Parcel tracker");
    expect(firstLonger).toBeGreaterThan(0);
    expect(new Set(names.slice(0, firstLonger))).toEqual(new Set(["Parcel"]));
  });
});

describe("facets", () => {
  const someOf = <Value>(...values: Value[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
  const filters: fc.Arbitrary<ServiceFilter> = fc.record({
    query: fc.constantFrom(undefined, "parcel", "ledger", "knows"),
    tier: someOf("1", "2", "3", "4", "none"),
    lifecycle: someOf(...lifecycles),
    customerFacing: someOf("true", "false", "unknown"),
    gap: someOf(...gapKinds),
    team: fc
      .constantFrom<(ServiceFilter["team"] | "own")[]>(undefined, ["none"], "own")
      .map((team) =>
        team === "own" ? [...new Set(all.flatMap((item) => item.team?.slug ?? []))].slice(0, 2) : team,
      ) as fc.Arbitrary<ServiceFilter["team"]>,
    starred: fc.constantFrom(undefined, true),
    owned: fc.constantFrom(undefined, true, false),
  });

  it("count what each choice would leave, exactly as counting by hand does", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const facets = await countFacets(viewer, filter);
        expect(facets.total).toBe(all.filter((item) => matches(item, filter)).length);
        for (const facet of facetNames) {
          const others = all.filter((item) => matches(item, { ...filter, [facet]: undefined }));
          const counts = new Map<string, number>();
          for (const value of others.flatMap((item) => valuesOf(item, facet))) {
            counts.set(value, (counts.get(value) ?? 0) + 1);
          }
          expect(Object.fromEntries(facets[facet].map(({ value, count }) => [value, count]))).toEqual(
            Object.fromEntries(counts),
          );
        }
      }),
      { numRuns: sized(40, 400) },
    );
  });

  it("agree with the list beside them", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { items } = await listServices(viewer, { ...filter, limit: 200 });
        expect(items.map(({ slug }) => slug).toSorted()).toEqual(
          all
            .filter((item) => matches(item, filter))
            .map(({ slug }) => slug)
            .toSorted(),
        );
      }),
      { numRuns: sized(40, 400) },
    );
  });
});

describe("walking the catalog", () => {
  it.each(serviceSorts)(
    "meets every service exactly once in the order “%s”, whatever the size of the parts",
    async (sort) => {
      const query = sort === "relevance" ? "e" : undefined;
      const whole = (await listServices(viewer, { sort, query, limit: 200 })).items.map(({ slug }) => slug);
      expect(new Set(whole).size).toBe(whole.length);
      for (const limit of [1, 7, 50]) {
        const walked: string[] = [];
        let cursor: string | undefined;
        do {
          const part = await listServices(viewer, { sort, query, limit, cursor });
          walked.push(...part.items.map(({ slug }) => slug));
          cursor = part.nextCursor ?? undefined;
        } while (cursor);
        expect(walked).toEqual(whole);
      }
    },
  );

  it.each([
    "nonsense",
    "",
    Buffer.from("[]").toString("base64url"),
    Buffer.from('["a"]').toString("base64url"),
    Buffer.from('["a","b"]').toString("base64url"),
    Buffer.from('["\\u0000","00000000-0000-0000-0000-000000000000"]').toString("base64url"),
    Buffer.from('[{"a":1},"00000000-0000-0000-0000-000000000000"]').toString("base64url"),
  ])("refuses the cursor %j, or begins anew where there is none", async (cursor) => {
    const walk = listServices(viewer, { cursor });
    await (cursor === "" ? expect(walk).resolves.toBeDefined() : expect(walk).rejects.toThrow(Invalid));
  });

  it("refuses a moment that never was as a cursor of the last changes", async () => {
    const cursor = Buffer.from('["2026-99-99 99:99:99+00","00000000-0000-0000-0000-000000000000"]').toString(
      "base64url",
    );
    await expect(listServices(viewer, { sort: "changed", cursor })).rejects.toThrow(Invalid);
  });
});

describe("browsing by address", () => {
  it("names what it did not understand and shows the rest", async () => {
    const catalog = await browseServices(viewer, { tier: "9", lifecycle: "production", cursor: "nonsense", zoom: "1" });
    expect(catalog.problems).toHaveLength(2);
    expect(catalog.filter.lifecycle).toEqual(["production"]);
    expect(catalog.services.items.length).toBeGreaterThan(0);
  });

  it("says which choice to drop when nothing matches, and how much that would leave", async () => {
    const catalog = await browseServices(viewer, { query: "checkout", lifecycle: "deprecated" });
    expect(catalog.services.items).toEqual([]);
    expect(catalog.ways.map(({ key, count }) => [key, count])).toEqual([
      ["lifecycle", 1],
      ["query", all.filter(({ lifecycle }) => lifecycle === "deprecated").length],
    ]);
  });
});

function matches(item: CatalogItem, filter: ServiceFilter): boolean {
  const text = `${item.name} ${item.slug} ${item.description ?? ""}`.toLowerCase();
  if (filter.query && !text.includes(filter.query)) return false;
  if (filter.starred && !item.isStarred) return false;
  if (filter.owned !== undefined && filter.owned !== (item.team !== null)) return false;
  return facetNames.every((facet) => {
    const wanted: readonly string[] | undefined = filter[facet];
    return !wanted?.length || valuesOf(item, facet).some((value) => wanted.includes(value));
  });
}

function valuesOf(item: CatalogItem, facet: FacetName): string[] {
  switch (facet) {
    case "team":
      return [item.team?.slug ?? "none"];
    case "tier":
      return [String(item.tier ?? "none")];
    case "lifecycle":
      return [item.lifecycle];
    case "customerFacing":
      return [String(item.customerFacing ?? "unknown")];
    case "gap":
      return item.gaps;
  }
}
