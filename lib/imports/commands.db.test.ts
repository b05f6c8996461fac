import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "#db/client";
import {
  danglingReferences,
  dependencies,
  events,
  importedEntities,
  importRuns,
  memberships,
  ownerships,
  people,
  services,
  teams,
} from "#db/schema";
import { createPerson, createService, createTeam } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Forbidden } from "#lib/errors";
import { importCatalog } from "#lib/imports/commands";
import { parseDocuments } from "#lib/imports/documents";
import { findProvenance } from "#lib/imports/provenance";
import { healReferences } from "#lib/imports/references";
import { stateNeedsNothing } from "#lib/services/dependency-commands";

testDatabase();

const viewer = systemViewer("Importer");
const monday = Temporal.Instant.from("2026-03-02T09:00:00Z");
const tuesday = monday.add({ hours: 24 });

/** Every test speaks of names of its own. */
let run = 0;
beforeEach(() => {
  run += 1;
});
const own = (name: string) => `${name}-${run}`;

type Facts = { kind?: string; spec?: object; metadata?: object };

/** A descriptor as JSON, which is YAML too; names in references are given with `own`. */
function entity(name: string, { kind = "Component", spec = {}, metadata = {} }: Facts = {}): string {
  return JSON.stringify({
    apiVersion: "backstage.io/v1alpha1",
    kind,
    metadata: { name: own(name), ...metadata },
    spec: { type: "service", ...spec },
  });
}

async function load(
  descriptors: string[],
  options: { prune?: boolean; dryRun?: boolean; source?: string } = {},
  at = monday,
) {
  const documents = await parseDocuments(descriptors.join("\n---\n"), "here.yaml");
  return importCatalog(viewer, documents, { source: own("source"), ...options }, at);
}

const serviceCalled = async (name: string) => {
  const [service] = await db()
    .select()
    .from(services)
    .where(eq(services.slug, own(name)));
  if (!service) throw new Error(`There is no service ${own(name)}.`);
  return service;
};
const teamCalled = async (name: string) => {
  const [team] = await db()
    .select()
    .from(teams)
    .where(eq(teams.slug, own(name)));
  if (!team) throw new Error(`There is no team ${own(name)}.`);
  return team;
};
const presentOwner = async (serviceId: string, role: "delivery" | "ops" = "delivery") =>
  (
    await db()
      .select({ teamId: ownerships.teamId })
      .from(ownerships)
      .where(and(eq(ownerships.serviceId, serviceId), eq(ownerships.role, role), isNull(ownerships.endsAt)))
  ).map(({ teamId }) => teamId);
const edgesFrom = async (id: string) =>
  (await db().select().from(dependencies).where(eq(dependencies.fromId, id))).map(({ toId }) => toId);

/** Everything that an import could write, to show that it did not. */
async function everything() {
  const tables = [
    services,
    teams,
    people,
    ownerships,
    memberships,
    dependencies,
    importedEntities,
    danglingReferences,
    events,
  ];
  return Promise.all(tables.map((table) => db().select().from(table)));
}

describe("loading descriptors", () => {
  test("makes services with their owner, system, needs and history", async () => {
    const result = await load([
      entity("shop-front", { kind: "Group" }),
      entity("night", { kind: "Group", spec: { type: "ops" } }),
      entity("checkout", {
        spec: {
          owner: own("shop-front"),
          system: own("shop"),
          dependsOn: [`component:${own("payments")}`],
          consumesApis: [own("tax")],
        },
        metadata: {
          title: "Checkout",
          annotations: { "watchbill.dev/tier": "1", "watchbill.dev/ops-team": own("night") },
        },
      }),
      entity("payments", { spec: { owner: own("shop-front"), providesApis: [own("tax")] } }),
      entity("tax", { kind: "API" }),
      entity("shop", { kind: "System" }),
    ]);

    expect(result).toMatchObject({ created: 6, changed: 0, unchanged: 0, retired: 0, rejected: [] });
    const [checkout, payments, team, night] = [
      await serviceCalled("checkout"),
      await serviceCalled("payments"),
      await teamCalled("shop-front"),
      await teamCalled("night"),
    ];
    expect(checkout).toMatchObject({
      name: "Checkout",
      tier: 1,
      deliveryTeamId: team.id,
      opsTeamId: night.id,
      ownerReference: null,
    });
    expect(checkout.systemId).not.toBeNull();
    expect(await presentOwner(checkout.id)).toEqual([team.id]);
    expect(await presentOwner(checkout.id, "ops")).toEqual([night.id]);
    const needs = await edgesFrom(checkout.id);
    expect(needs).toHaveLength(2);
    expect(needs).toContain(payments.id);
    const history = await db().select().from(events);
    expect(history.some(({ kind, about }) => kind === "service.created" && about.includes(checkout.id))).toBe(true);
  });

  test("a second time changes nothing and writes nothing but the record of the run", async () => {
    const descriptors = [
      entity("team", { kind: "Group", spec: { members: [`user:${own("ada")}`, `user:${own("nobody")}`] } }),
      entity("ada", { kind: "User", spec: { profile: { email: `${own("ada")}@example.com` } } }),
      entity("one", {
        spec: {
          owner: own("team"),
          dependsOn: [`component:${own("two")}`, `component:${own("ghost")}`],
          lifecycle: "beta",
        },
      }),
      entity("two", { spec: { owner: own("ghosts"), dependencyOf: [`component:${own("one")}`] } }),
    ];
    expect(await load(descriptors)).toMatchObject({ created: 4 });
    const before = await everything();
    expect(await load(descriptors, { prune: true }, tuesday)).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 4,
      retired: 0,
      differences: [],
    });
    expect(await everything()).toEqual(before);
  });

  test("in a dry run answers the same and writes nothing", async () => {
    await load([entity("kept"), entity("vanishing")]);
    const descriptors = [entity("kept", { metadata: { description: "New words" } }), entity("new"), "kind: Nonsense"];
    const before = await everything();
    const runsBefore = await db().select().from(importRuns);
    const dry = await load(descriptors, { dryRun: true, prune: true });
    expect(await everything()).toEqual(before);
    expect(await db().select().from(importRuns)).toEqual(runsBefore);

    expect(dry).toMatchObject({ created: 1, changed: 1, retired: 1 });
    expect(dry.rejected).toHaveLength(1);
    expect(dry.differences).toContainEqual({
      reference: `component:default/${own("kept")}`,
      name: own("kept"),
      outcome: "changed",
      changes: [{ field: "description", before: null, after: "New words" }],
    });
    expect(await load(descriptors, { prune: true })).toEqual(dry);
  });

  test("rejects what is wrong with its place and loads the rest", async () => {
    const broken = "kind: Component\nmetadata: {name: [unclosed";
    const result = await load([entity("good"), broken, entity("bad name"), entity("also-good")]);
    expect(result.created).toBe(2);
    expect(result.rejected.map(({ document, source }) => [source, document])).toEqual([
      ["here.yaml", 2],
      ["here.yaml", 3],
    ]);
    expect(result.rejected.every(({ line, reason }) => line > 1 && reason.length > 0)).toBe(true);
    expect(await serviceCalled("also-good")).toBeDefined();
  });

  test("rejects the second of two documents with one name, naming where the first stands", async () => {
    const result = await load([entity("twice"), entity("twice", { metadata: { title: "Other" } })]);
    expect(result).toMatchObject({
      created: 1,
      rejected: [{ document: 2, reason: expect.stringContaining("here.yaml, line 1") }],
    });
  });

  test("rejects a document whose address is already that of another name", async () => {
    const result = await load([entity("a_b"), entity("a-b")]);
    expect(result).toMatchObject({ created: 1, rejected: [{ document: 2 }] });
    expect(await load([entity("a-b")])).toMatchObject({
      created: 0,
      rejected: [{ reason: expect.stringContaining(own("a_b")) }],
    });
  });

  test("quotes what no database can hold without breaking over it", async () => {
    const stray = `{"\\u0000stray": 1, ${entity("quoted").slice(1)}`;
    const unknown = entity("x", { kind: "\ud800 Unknown" });
    expect(await load([stray, unknown])).toMatchObject({
      created: 1,
      notes: [{ line: 1 }],
      rejected: [{ document: 2 }],
    });
  });

  test("two imports at once take turns and end as if one had come after the other", async () => {
    const descriptors = Array.from({ length: 30 }, (_, index) =>
      entity(`busy-${index}`, { spec: { owner: own("crew") } }),
    );
    const crew = entity("crew", { kind: "Group" });
    const results = await Promise.all([load([crew, ...descriptors]), load([crew, ...descriptors]), load(descriptors)]);
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(31);
    expect(results.every(({ total, created, changed, unchanged }) => created + changed + unchanged === total)).toBe(
      true,
    );
    expect(results.every(({ rejected }) => rejected.length === 0)).toBe(true);
  });
});

describe("owners", () => {
  test("a user never becomes the owning team, and is named as what the descriptor says", async () => {
    await load([entity("guest", { kind: "User" }), entity("orphan", { spec: { owner: `user:${own("guest")}` } })]);
    expect(await serviceCalled("orphan")).toMatchObject({
      deliveryTeamId: null,
      ownerReference: `user:default/${own("guest")}`,
    });
  });

  test("a team that does not exist is kept as a dangling reference and heals when its group is imported", async () => {
    await load([entity("waiting", { spec: { owner: own("late") } })]);
    const waiting = await serviceCalled("waiting");
    expect(waiting).toMatchObject({ deliveryTeamId: null, ownerReference: `group:default/${own("late")}` });

    await load([entity("late", { kind: "Group" })], { source: own("elsewhere") }, tuesday);
    const team = await teamCalled("late");
    expect(await serviceCalled("waiting")).toMatchObject({ deliveryTeamId: team.id, ownerReference: null });
    expect(await presentOwner(waiting.id)).toEqual([team.id]);
    expect(
      await db()
        .select()
        .from(danglingReferences)
        .where(eq(danglingReferences.target, `group:${own("late")}`)),
    ).toEqual([]);
  });

  test("and heals when the team is made by hand, unless somebody else has taken the service", async () => {
    await load([
      entity("free", { spec: { owner: own("handmade") } }),
      entity("taken", { spec: { owner: own("handmade") } }),
    ]);
    const other = await createTeam(db());
    await db()
      .update(services)
      .set({ deliveryTeamId: other.id, ownerReference: null })
      .where(eq(services.slug, own("taken")));
    const team = await createTeam(db(), { slug: own("handmade") });
    await inTransaction((tx) => healReferences(tx, viewer, `group:${own("handmade")}`, { teamId: team.id }, tuesday));
    expect(await serviceCalled("free")).toMatchObject({ deliveryTeamId: team.id, ownerReference: null });
    expect(await serviceCalled("taken")).toMatchObject({ deliveryTeamId: other.id });
  });

  test("a change of owner ends one span and begins the next", async () => {
    const crews = [entity("first", { kind: "Group" }), entity("second", { kind: "Group" })];
    await load([...crews, entity("moving", { spec: { owner: own("first") } })]);
    await load([...crews, entity("moving", { spec: { owner: own("second") } })], {}, tuesday);
    const moving = await serviceCalled("moving");
    const spans = await db().select().from(ownerships).where(eq(ownerships.serviceId, moving.id));
    expect(spans.map(({ endsAt }) => endsAt?.toString() ?? null).toSorted()).toEqual(
      [tuesday.toString(), null].toSorted(),
    );
    expect(await presentOwner(moving.id)).toEqual([(await teamCalled("second")).id]);
    expect(moving.deliveryTeamId).toBe((await teamCalled("second")).id);
  });
});

describe("what a person edited by hand", () => {
  test("stays while the source says what it said, and is replaced, visibly, once the source changes", async () => {
    await load([entity("edited", { metadata: { description: "As imported" } })]);
    const service = await serviceCalled("edited");
    await db().update(services).set({ description: "By hand" }).where(eq(services.id, service.id));

    expect(await load([entity("edited", { metadata: { description: "As imported" } })])).toMatchObject({
      unchanged: 1,
    });
    expect(await serviceCalled("edited")).toMatchObject({ description: "By hand" });
    const edited = await findProvenance(viewer, service.id);
    expect(edited?.fields.find(({ field }) => field === "description")).toMatchObject({
      isEditedByHand: true,
      replaced: null,
    });

    await load([entity("edited", { metadata: { description: "Changed at the source" } })], {}, tuesday);
    expect(await serviceCalled("edited")).toMatchObject({ description: "Changed at the source" });
    const replaced = await findProvenance(viewer, service.id);
    expect(replaced?.fields.find(({ field }) => field === "description")).toMatchObject({
      isEditedByHand: false,
      replaced: { value: "By hand", at: tuesday.toString() },
    });
  });

  test("a service renamed by hand is found again and keeps its name and address", async () => {
    await load([entity("before")]);
    const service = await serviceCalled("before");
    await db()
      .update(services)
      .set({ slug: own("after"), name: "Renamed" })
      .where(eq(services.id, service.id));
    expect(await load([entity("before")], { prune: true })).toMatchObject({ created: 0, unchanged: 1, retired: 0 });
    expect(await serviceCalled("after")).toMatchObject({ id: service.id, name: "Renamed" });
    await load([entity("before"), entity("user-of-it", { spec: { dependsOn: [`component:${own("before")}`] } })]);
    expect(await edgesFrom((await serviceCalled("user-of-it")).id)).toEqual([service.id]);
  });

  test("a service made by hand is joined by its descriptor, which fills in only what is missing", async () => {
    const made = await createService(db(), { slug: own("mine"), name: "Mine", tier: 3, description: null });
    const result = await load([
      entity("mine", {
        metadata: { title: "Theirs", description: "Words", annotations: { "watchbill.dev/tier": "1" } },
      }),
    ]);
    expect(result).toMatchObject({ created: 0, changed: 1 });
    expect(await serviceCalled("mine")).toMatchObject({ id: made.id, name: "Mine", tier: 3, description: "Words" });
  });

  test("a need that was removed by hand does not come back until the source says it anew", async () => {
    const needs = (list: string[]) =>
      entity("needy", { spec: { dependsOn: list.map((name) => `component:${own(name)}`) } });
    await load([needs(["a", "b"]), entity("a"), entity("b")]);
    const needy = await serviceCalled("needy");
    const a = await serviceCalled("a");
    await db()
      .delete(dependencies)
      .where(and(eq(dependencies.fromId, needy.id), eq(dependencies.toId, a.id)));
    await load([needs(["a", "b"])]);
    expect(await edgesFrom(needy.id)).toEqual([(await serviceCalled("b")).id]);
    await load([needs([])]);
    await load([needs(["a"])]);
    expect(await edgesFrom(needy.id)).toEqual([a.id]);
  });

  test("what a descriptor needs takes back that somebody said it needs nothing else", async () => {
    await load([entity("calm"), entity("a")]);
    await stateNeedsNothing(viewer, { service: own("calm") }, monday);
    await load([entity("calm", { metadata: { title: "Calm" } }), entity("a")]);
    expect((await serviceCalled("calm")).needsNothingSince).toEqual(monday);
    await load([entity("calm", { spec: { dependsOn: [`component:${own("a")}`] } })]);
    expect((await serviceCalled("calm")).needsNothingSince).toBeNull();
  });
});

describe("groups and people", () => {
  test("parents and members may be stated from either side", async () => {
    await load([
      entity("top", { kind: "Group", spec: { children: [own("left")] } }),
      entity("left", { kind: "Group", spec: { members: [own("ada")] } }),
      entity("right", { kind: "Group", spec: { parent: own("top") } }),
      entity("ada", {
        kind: "User",
        spec: { profile: { email: `${own("Ada")}@Example.com` }, memberOf: [own("right")] },
      }),
    ]);
    const [top, left, right] = [await teamCalled("top"), await teamCalled("left"), await teamCalled("right")];
    expect([left.parentId, right.parentId]).toEqual([top.id, top.id]);
    const [ada] = await db()
      .select()
      .from(people)
      .where(eq(people.handle, own("ada")));
    expect(ada?.email).toBe(`${own("ada")}@example.com`);
    const teamsOfAda = await db()
      .select()
      .from(memberships)
      .where(eq(memberships.personId, ada?.id ?? ""));
    expect(teamsOfAda.map(({ teamId }) => teamId).toSorted()).toEqual([left.id, right.id].toSorted());
  });

  test("a membership ends when neither side states it any more", async () => {
    const group = (members: string[]) => entity("band", { kind: "Group", spec: { members: members.map(own) } });
    const user = (memberOf: string[]) => entity("kim", { kind: "User", spec: { memberOf: memberOf.map(own) } });
    const open = async () =>
      (
        await db()
          .select()
          .from(memberships)
          .where(eq(memberships.teamId, (await teamCalled("band")).id))
      ).filter(({ endsAt }) => !endsAt);
    await load([group(["kim"]), user(["band"])]);
    await load([group([]), user(["band"])], {}, tuesday);
    expect(await open()).toHaveLength(1);
    await load([group([]), user([])], {}, tuesday);
    expect(await open()).toHaveLength(0);
  });

  test("somebody who is here already is known again by e-mail", async () => {
    const person = await createPerson(db(), { email: `${own("known")}@example.com` });
    await load([
      entity("handle", {
        kind: "User",
        spec: { profile: { email: `${own("known")}@example.com`, displayName: "Other" } },
      }),
    ]);
    const [row] = await db().select().from(people).where(eq(people.id, person.id));
    expect(row).toMatchObject({ handle: own("handle"), name: person.name });
  });

  test("the document that closes a loop of groups is rejected, and nothing of it is written", async () => {
    const result = await load([
      entity("a", { kind: "Group", spec: { parent: own("b") } }),
      entity("b", { kind: "Group", spec: { parent: own("c") } }),
      entity("c", { kind: "Group", spec: { parent: own("a") } }),
      entity("self", { kind: "Group", spec: { parent: own("self") } }),
      entity("owned-by-c", { spec: { owner: own("c") } }),
    ]);
    expect(result.rejected.map(({ document }) => document)).toEqual([3, 4]);
    expect(result.rejected[0]?.reason).toContain("loop");
    expect(
      await db()
        .select()
        .from(teams)
        .where(eq(teams.slug, own("c"))),
    ).toEqual([]);
    expect(await serviceCalled("owned-by-c")).toMatchObject({ deliveryTeamId: null });
  });

  test("a loop that closes over what is already there is rejected too", async () => {
    await load([
      entity("above", { kind: "Group" }),
      entity("below", { kind: "Group", spec: { parent: own("above") } }),
    ]);
    const result = await load([entity("above", { kind: "Group", spec: { parent: own("below") } })]);
    expect(result.rejected).toHaveLength(1);
    expect(await teamCalled("above")).toMatchObject({ parentId: null });
  });
});

describe("pruning", () => {
  test("retires what vanished from the same source only, and brings it back when it returns", async () => {
    await load([entity("stays"), entity("goes")]);
    await load([entity("other")], { source: own("other-source") });
    const made = await createService(db(), { slug: own("by-hand") });

    expect(await load([entity("stays")])).toMatchObject({ retired: 0 });
    expect(await load([entity("stays")], { prune: true }, tuesday)).toMatchObject({ retired: 1, unchanged: 1 });
    expect((await serviceCalled("goes")).retiredAt?.toString()).toBe(tuesday.toString());
    for (const name of ["stays", "other", "by-hand"])
      expect(await serviceCalled(name)).toMatchObject({ retiredAt: null });
    expect(made.id).toBe((await serviceCalled("by-hand")).id);

    expect(await load([entity("stays"), entity("goes")], { prune: true })).toMatchObject({ changed: 1, retired: 0 });
    expect(await serviceCalled("goes")).toMatchObject({ retiredAt: null });
  });

  test("does not bring back what a person retired", async () => {
    await load([entity("unwanted")]);
    await db()
      .update(services)
      .set({ retiredAt: tuesday })
      .where(eq(services.slug, own("unwanted")));
    expect(await load([entity("unwanted")], { prune: true })).toMatchObject({ unchanged: 1 });
    expect((await serviceCalled("unwanted")).retiredAt).not.toBeNull();
  });

  test("lets go of what was here before its descriptor instead of retiring it", async () => {
    await createService(db(), { slug: own("older") });
    await load([entity("older"), entity("anchor")]);
    expect(await load([entity("anchor")], { prune: true })).toMatchObject({ retired: 0 });
    expect(await serviceCalled("older")).toMatchObject({ retiredAt: null });
    expect(await findProvenance(viewer, (await serviceCalled("older")).id)).toBeUndefined();
  });

  test("keeps what a rejected document describes", async () => {
    await load([entity("fragile"), entity("sound")]);
    const spoilt = entity("fragile", { metadata: { annotations: { "watchbill.dev/tier": "9" } } });
    expect(await load([spoilt, entity("sound")], { prune: true })).toMatchObject({ retired: 0 });
    const unreadable = "kind: Component\nmetadata: {name: [";
    expect(await load([unreadable, entity("sound")], { prune: true })).toMatchObject({ retired: 0 });
    expect(await serviceCalled("fragile")).toMatchObject({ retiredAt: null });
  });

  test("retires a team that owns nothing any more, keeps one that does, and leaves people as they are", async () => {
    const member = entity("mo", { kind: "User", spec: { memberOf: [own("empty")] } });
    await load([
      entity("empty", { kind: "Group" }),
      entity("owning", { kind: "Group" }),
      member,
      entity("thing", { spec: { owner: own("owning") } }),
    ]);
    const result = await load([entity("thing", { spec: { owner: own("owning") } })], { prune: true }, tuesday);
    expect(result.retired).toBe(1);
    expect((await teamCalled("empty")).retiredAt).not.toBeNull();
    expect((await teamCalled("owning")).retiredAt).toBeNull();
    const [mo] = await db()
      .select()
      .from(people)
      .where(eq(people.handle, own("mo")));
    expect(mo?.deactivatedAt).toBeNull();
    expect(
      await db()
        .select()
        .from(memberships)
        .where(and(eq(memberships.personId, mo?.id ?? ""), isNull(memberships.endsAt))),
    ).toEqual([]);
  });
});

test("a run that breaks keeps nothing of what it wrote, and says so in its record", async () => {
  const [document] = await parseDocuments(entity("cut"), "here.yaml");
  if (!document) throw new Error("There is no document.");
  const before = await db().select().from(services);
  // An instant beyond what the database can hold, so that the write itself fails.
  const never = Temporal.Instant.fromEpochMilliseconds(-8.64e15);
  await expect(importCatalog(viewer, [document], { source: own("source") }, never)).rejects.toThrow();
  expect(await db().select().from(services)).toEqual(before);
});

test("an administrator who manages a team cannot import themselves into managing somebody else", async () => {
  const boss = await createPerson(db(), { isAdministrator: true });
  await createTeam(db(), { slug: own("mine"), manager: boss });
  const other = await createPerson(db(), { handle: own("other") });
  const asBoss = await findPersonViewer(boss.id, monday, monday);
  if (!asBoss) throw new Error("The administrator is not there.");
  const group = entity("beneath", {
    kind: "Group",
    spec: { type: "team", parent: own("mine"), members: [own("other")], children: [] },
  });

  await expect(
    importCatalog(asBoss, await parseDocuments(group, "here.yaml"), { source: own("source") }, monday),
  ).rejects.toThrow(Forbidden);
  expect(await db().select().from(memberships).where(eq(memberships.personId, other.id))).toEqual([]);
});
