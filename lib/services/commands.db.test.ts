import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { db, rowsOf } from "#db/client";
import { events, ownerships, services } from "#db/schema";
import { createService, createTeam } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { sized } from "#db/testing/runs";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import {
  createService as createByCommand,
  editService,
  renameService,
  restoreService,
  retireService,
  transferService,
} from "#lib/services/commands";
import { findOwnership, findService, hasService, listOwnerships } from "#lib/services/queries";

testDatabase();

const viewer = systemViewer("Test");
const start = Temporal.Instant.from("2026-03-01T00:00:00Z");
const hours = (count: number) => start.add({ hours: count });

describe("ownership", () => {
  it("is at present what its history says, and its spans tile, whatever was done", async () => {
    const teams = [await createTeam(db()), await createTeam(db()), await createTeam(db())];
    const opsTeam = await createTeam(db(), { kind: "ops" });
    const choice = fc.constantFrom("none", "0", "1", "2");
    const step = fc.oneof(
      fc.record({ kind: fc.constant("transfer" as const), to: choice, wait: fc.integer({ min: 0, max: 3 }) }),
      fc.record({
        kind: fc.constant("ops" as const),
        to: fc.constantFrom("none", "ops"),
        wait: fc.integer({ min: 0, max: 3 }),
      }),
      fc.record({ kind: fc.constantFrom("retire" as const, "restore" as const), to: choice, wait: fc.constant(1) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const service = await createService(db(), { team: teams[0] }, start);
        let at = start;
        for (const { kind, to, wait } of steps) {
          at = at.add({ hours: wait });
          const toTeam = to === "none" ? null : to === "ops" ? opsTeam.slug : (teams[Number(to)]?.slug ?? null);
          if (kind === "retire") await retireService(viewer, { service: service.slug }, at);
          else if (kind === "restore") await restoreService(viewer, { service: service.slug }, at);
          else {
            const role = kind === "ops" ? "ops" : "delivery";
            await transferService(viewer, { service: service.slug, role, toTeam }, at).catch(onlyConflict);
          }
        }
        await expectTiled(service.id, at);
      }),
      { numRuns: sized(25, 300) },
    );
  });

  it("is answered for any instant, the first of a span included and its last not", async () => {
    const [one, two] = [await createTeam(db()), await createTeam(db())];
    const service = await createService(db(), { team: one }, start);
    await transferService(viewer, { service: service.slug, role: "delivery", toTeam: two.slug }, hours(10));

    const ownerAt = async (at: Temporal.Instant) =>
      (await findOwnership(viewer, service.slug, at))?.map(({ team }) => team.slug);
    expect(await ownerAt(start.subtract({ seconds: 1 }))).toEqual([]);
    expect(await ownerAt(start)).toEqual([one.slug]);
    expect(await ownerAt(hours(10).subtract({ milliseconds: 1 }))).toEqual([one.slug]);
    expect(await ownerAt(hours(10))).toEqual([two.slug]);
  });

  it("ends with one owner when two transfer at once, and both stand in the history", async () => {
    const teams = [await createTeam(db()), await createTeam(db()), await createTeam(db())];
    const service = await createService(db(), { team: teams[0] }, start);
    const transfers = await Promise.all(
      teams
        .slice(1)
        .map(({ slug }) =>
          transferService(viewer, { service: service.slug, role: "delivery", toTeam: slug }, hours(1)),
        ),
    );
    expect(transfers).toHaveLength(2);
    await expectTiled(service.id, hours(1));
    const [row] = await db().select().from(services).where(eq(services.id, service.id));
    expect(teams.slice(1).map(({ id }) => id)).toContain(row?.deliveryTeamId);
    expect(await eventKinds(service.id, "service.transferred")).toHaveLength(2);
  });

  it("of what nobody owns can be taken by a member of the receiving team, and given by nobody else", async () => {
    const { team, member } = await given.team();
    const service = await createService(db(), { ownerReference: "group:default/ghosts" });
    const stranger = await given.stranger();
    const asking = async (personId: string) => {
      const found = await findPersonViewer(personId, now(), now());
      if (!found) throw new Error("The person is not there.");
      return found;
    };
    const take = async (personId: string) =>
      transferService(await asking(personId), { service: service.slug, role: "delivery", toTeam: team.slug });

    await expect(take(stranger.id)).rejects.toThrow(Forbidden);
    await take(member.id);
    expect(await findService(viewer, service.slug)).toMatchObject({
      deliveryTeam: { slug: team.slug, peopleCount: 2 },
      ownerReference: null,
    });
  });

  it("stays as it was when the team is not there, is retired, or is of the wrong kind", async () => {
    const service = await createService(db(), { team: await createTeam(db()) });
    const delivery = await createTeam(db());
    const to = (role: "delivery" | "ops", toTeam: string) =>
      transferService(viewer, { service: service.slug, role, toTeam });
    await expect(to("delivery", "ghosts")).rejects.toThrow(Invalid);
    await expect(to("ops", delivery.slug)).rejects.toThrow(Invalid);
    await retireService(viewer, { service: service.slug });
    await expect(to("delivery", delivery.slug)).rejects.toThrow(Conflict);
    expect(await listOwnerships(viewer, service.slug)).toHaveLength(1);
  });
});

describe("renaming", () => {
  it("keeps every address a service ever had leading to it", async () => {
    const service = await createService(db(), { team: await createTeam(db()) });
    const addresses = [service.slug, ...["one", "two", "three"].map((word) => `${word}-${service.slug}`)];
    for (const [index, slug] of addresses.slice(1).entries()) {
      await renameService(viewer, { service: addresses[index] ?? "", name: `Name ${index}`, slug });
    }
    for (const address of addresses) {
      expect((await findService(viewer, address))?.slug).toBe(addresses.at(-1));
      expect(await hasService(viewer, address)).toBe(true);
    }
    await renameService(viewer, { service: addresses[0] ?? "", name: "Back", slug: addresses[0] ?? "" });
    expect((await findService(viewer, addresses[2] ?? ""))?.slug).toBe(addresses[0]);
    expect(await hasService(viewer, `${addresses[2]}-never`)).toBe(false);
  });

  it("refuses an address that another service has, and changes nothing", async () => {
    const [one, other] = [await createService(db()), await createService(db())];
    const attempt = renameService(viewer, { service: one.slug, name: "Taken", slug: other.slug });
    await expect(attempt).rejects.toMatchObject({ path: "slug" });
    expect((await findService(viewer, one.slug))?.name).toBe(one.name);
    expect(await eventKinds(one.id, "service.renamed")).toEqual([]);
  });

  it("gives an old address to whoever takes it next", async () => {
    const service = await createService(db());
    const old = service.slug;
    await renameService(viewer, { service: old, name: "Moved", slug: `moved-${old}` });
    await createByCommand(viewer, { name: "Newcomer", slug: old });
    expect((await findService(viewer, old))?.name).toBe("Newcomer");
  });
});

describe("editing", () => {
  it("records what changed, before and after, and nothing when nothing did", async () => {
    const service = await createService(db(), { tier: 3 });
    await editService(viewer, { service: service.slug, tier: 1, lifecycle: service.lifecycle });
    await editService(viewer, { service: service.slug, tier: 1 });
    const [only, ...more] = await eventKinds(service.id, "service.edited");
    expect(only?.detail).toMatchObject({ changes: [{ field: "tier", before: 3, after: 1 }] });
    expect(more).toEqual([]);
  });

  it("of what is not there is refused by name", async () => {
    await expect(editService(viewer, { service: "ghost-service", tier: 1 })).rejects.toThrow(NotFound);
  });
});

describe("creating", () => {
  it("writes nothing when the address is taken or the team is not there", async () => {
    const present = await createService(db());
    const count = async () => (await rowsOf<{ n: number }>(db(), sql`select count(*)::int as n from services`))[0]?.n;
    const before = await count();
    await expect(createByCommand(viewer, { name: present.name, slug: present.slug })).rejects.toThrow(Conflict);
    await expect(createByCommand(viewer, { name: "New one", team: "ghosts" })).rejects.toThrow(Invalid);
    await expect(createByCommand(viewer, { name: "名前" })).rejects.toThrow(Invalid);
    expect(await count()).toBe(before);
  });

  it("of two with one address at once, makes one", async () => {
    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => createByCommand(viewer, { name: "Twin", slug: "twin-service" })),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

/** The present owners equal the open spans; closed spans of a role neither overlap nor end in the future. */
async function expectTiled(serviceId: string, at: Temporal.Instant): Promise<void> {
  const [service] = await db().select().from(services).where(eq(services.id, serviceId));
  const spans = await db().select().from(ownerships).where(eq(ownerships.serviceId, serviceId));
  for (const role of ["delivery", "ops"] as const) {
    const own = spans
      .filter((span) => span.role === role && (span.endsAt === null || !span.endsAt.equals(span.startsAt)))
      .toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt));
    const open = own.filter(({ endsAt }) => endsAt === null);
    const present = role === "delivery" ? service?.deliveryTeamId : service?.opsTeamId;
    expect(open.map(({ teamId }) => teamId)).toEqual(present ? [present] : []);
    for (const [index, span] of own.entries()) {
      expect(Temporal.Instant.compare(span.startsAt, at)).toBeLessThanOrEqual(0);
      const next = own[index + 1];
      if (next)
        expect(Temporal.Instant.compare(span.endsAt ?? at.add({ hours: 9 }), next.startsAt)).toBeLessThanOrEqual(0);
    }
  }
}

function eventKinds(serviceId: string, kind: string) {
  return db()
    .select()
    .from(events)
    .where(sql`${events.about} @> array[${serviceId}::uuid] and ${events.kind} = ${kind}`);
}

function onlyConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
