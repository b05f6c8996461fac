import { describe, expect, it } from "vitest";
import { db } from "#db/client";
import { createDependency, createEntry, createService, createTeam, retireService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { Invalid } from "#lib/errors";
import { listEvents, listEventsFrom } from "#lib/event-queries";
import { addDependency, removeDependency } from "#lib/services/dependency-commands";
import { findEntry } from "#lib/services/entry-queries";
import { findGraph, graphLimit } from "#lib/services/graph-queries";
import { listNeighbours } from "#lib/services/queries";

testDatabase();

const viewer = systemViewer("Test");

describe("the graph around a service", () => {
  it("reaches two steps each way and no further, and says how far and on which side", async () => {
    const chain = await given.chain(7);
    const { nodes, edges, isCut } = await findGraph(viewer, chain[3]?.id ?? "");
    expect(new Map(nodes.map(({ slug, side }) => [slug, side]))).toEqual(
      new Map(chain.slice(1, 6).map(({ slug }, index) => [slug, index - 2])),
    );
    expect(edges).toHaveLength(4);
    expect(isCut).toBe(false);
  });

  it("ends where a circle closes, and shows its needs among themselves", async () => {
    const chain = await given.chain(3);
    const [first, , last] = chain;
    if (!first || !last) throw new Error("The chain is too short.");
    await createDependency(db(), last, { on: first, kind: "soft" });
    const { nodes, edges } = await findGraph(viewer, first.id);
    expect(nodes).toHaveLength(3);
    expect(edges.map(({ kind }) => kind).toSorted()).toEqual(["hard", "hard", "soft"]);
  });

  it("leaves out what is retired, but not the service it is about", async () => {
    const [service, gone] = [await createService(db()), await createService(db())];
    await createDependency(db(), service, { on: gone });
    await retireService(db(), gone);
    expect((await findGraph(viewer, service.id)).nodes.map(({ slug }) => slug)).toEqual([service.slug]);
    expect((await findGraph(viewer, gone.id)).nodes.map(({ slug }) => slug)).toContain(gone.slug);
    expect((await listNeighbours(viewer, service.id)).needs).toMatchObject([{ slug: gone.slug, isRetired: true }]);
  });

  it("keeps the nearest when there are too many to draw, and says that it was cut", async () => {
    const middle = await createService(db());
    for (let made = 0; made < graphLimit + 3; made += 1) {
      await createDependency(db(), await createService(db()), { on: middle });
    }
    const { nodes, isCut } = await findGraph(viewer, middle.id);
    expect(nodes).toHaveLength(graphLimit);
    expect(nodes[0]?.slug).toBe(middle.slug);
    expect(isCut).toBe(true);
  });
});

describe("needs", () => {
  it("are noted once, changed in strength and taken back, each with its line of history", async () => {
    const [service, needed] = [await createService(db()), await createService(db())];
    const need = (kind: "hard" | "soft") => addDependency(viewer, { service: service.slug, needs: needed.slug, kind });
    await need("hard");
    await need("hard");
    await need("soft");
    const [only] = (await listNeighbours(viewer, service.id)).needs;
    expect(only).toMatchObject({ slug: needed.slug, kind: "soft", noun: "service" });
    await removeDependency(viewer, { service: service.slug, dependency: only?.dependency ?? "" });

    const { items } = await listEvents(viewer, needed.id);
    expect(items.map(({ kind }) => kind).filter((kind) => kind.includes("dependency"))).toEqual([
      "service.dependency-removed",
      "service.dependency-added",
      "service.dependency-added",
    ]);
  });

  it("of a service for itself, or for one that is not there, are refused beside the field", async () => {
    const service = await createService(db());
    const need = (needs: string) => addDependency(viewer, { service: service.slug, needs, kind: "hard" });
    await expect(need(service.slug)).rejects.toThrow(Invalid);
    await expect(need("ghost-service")).rejects.toMatchObject({ errors: [{ path: "needs" }] });
  });

  it("for an entry are taken back under the entry's own kind", async () => {
    const [service, api] = [await createService(db()), await createEntry(db(), { kind: "api" })];
    const { id } = await createDependency(db(), service, { on: api, relation: "consumes-api" });
    await removeDependency(viewer, { service: service.slug, dependency: id });
    const [latest] = (await listEvents(viewer, service.id)).items;
    expect(latest).toMatchObject({ kind: "service.dependency-removed", needsKind: "api", needs: { slug: api.slug } });
  });
});

describe("entries", () => {
  it("show their owner, what they are part of, and what lives in them", async () => {
    const owner = await createTeam(db());
    const domain = await createEntry(db(), { kind: "domain" });
    const system = await createEntry(db(), { kind: "system", owner, partOf: domain });
    const [inside, gone] = [await createService(db(), { system }), await createService(db(), { system })];
    await retireService(db(), gone);
    const api = await createEntry(db(), { kind: "api", partOf: system });

    const found = await findEntry(viewer, "system", system.slug);
    expect(found).toMatchObject({ owner: { slug: owner.slug }, partOf: { noun: "domain", slug: domain.slug } });
    expect(found?.parts.map(({ noun, slug }) => [noun, slug])).toEqual([
      ["service", inside.slug],
      ["api", api.slug],
    ]);
    expect(await findEntry(viewer, "api", system.slug)).toBeUndefined();
    expect(await findEntry(viewer, "nonsense", system.slug)).toBeUndefined();
  });
});

describe("history", () => {
  it("is walked part by part without loss, and begins anew at a cursor that makes no sense", async () => {
    const service = await createService(db());
    const needed = [];
    for (let made = 0; made < 9; made += 1) needed.push(await createService(db()));
    for (const { slug } of needed) await addDependency(viewer, { service: service.slug, needs: slug, kind: "hard" });

    const whole = (await listEvents(viewer, service.id, { limit: 100 })).items.map(({ id }) => id);
    const walked: number[] = [];
    let cursor: string | undefined;
    do {
      const part = await listEvents(viewer, service.id, { limit: 3, cursor });
      walked.push(...part.items.map(({ id }) => id));
      cursor = part.nextCursor ?? undefined;
    } while (cursor);
    expect(walked).toEqual(whole);
    expect(whole).toHaveLength(10);

    for (const nonsense of ["x", Buffer.from('["2026-13-40 00:00:00+00","1"]').toString("base64url")]) {
      const { part, isLater } = await listEventsFrom(viewer, service.id, nonsense);
      expect([part.items[0]?.id, isLater]).toEqual([whole[0], false]);
    }
  });
});
