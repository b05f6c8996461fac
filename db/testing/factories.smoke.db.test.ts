import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, formerAddresses, memberships, ownerships, services } from "#db/schema";
import {
  createDependency,
  createEntry,
  createService,
  createToken,
  joinTeam,
  leaveTeam,
  renameService,
  transferService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";

testDatabase();

const march = Temporal.Instant.from("2026-03-02T09:00:00Z");

test("a service's present owners agree with its open spans of ownership, also after transfers", async () => {
  const { service, ops } = await given.ownedService();
  const { team: next } = await given.team();
  await transferService(db(), service, { to: next }, march);
  await transferService(db(), service, { to: null, role: "ops" }, march);

  const open = await db()
    .select({ teamId: ownerships.teamId, role: ownerships.role })
    .from(ownerships)
    .where(and(eq(ownerships.serviceId, service.id), isNull(ownerships.endsAt)));
  const [stored] = await db().select().from(services).where(eq(services.id, service.id));
  expect(open).toEqual([{ teamId: next.id, role: "delivery" }]);
  expect(stored).toMatchObject({ deliveryTeamId: next.id, opsTeamId: null, gaps: ["ops-team"], changedAt: march });
  const past = await db().select().from(ownerships).where(eq(ownerships.teamId, ops.team.id));
  expect(past).toMatchObject([{ role: "ops", endsAt: march }]);
});

test("whoever leaves a team and joins it again has two spans that do not overlap", async () => {
  const { team, member } = await given.team();
  await leaveTeam(db(), team, { person: member }, march);
  await joinTeam(db(), team, { person: member, role: "lead" }, march);

  const spans = await db().select().from(memberships).where(eq(memberships.personId, member.id));
  expect(spans.map(({ role, endsAt }) => ({ role, endsAt }))).toEqual([
    { role: "member", endsAt: march },
    { role: "lead", endsAt: null },
  ]);
});

test("a change of a thing made earlier touches only what the change names", async () => {
  const service = await createService(db());
  await db().update(services).set({ tier: 4 }).where(eq(services.id, service.id));
  await renameService(db(), service, { name: "Harbour light", slug: `harbour-light-${service.slug}` });

  const [stored] = await db().select().from(services).where(eq(services.id, service.id));
  const [former] = await db().select().from(formerAddresses).where(eq(formerAddresses.thing, service.id));
  expect(stored).toMatchObject({ name: "Harbour light", tier: 4 });
  expect(former).toMatchObject({ noun: "service", address: expect.not.stringContaining("harbour-light") });
});

test("everything made has its line of history, in the order in which it happened", async () => {
  const [first, second] = await given.chain(2);
  const entry = await createEntry(db(), { kind: "resource" }, march);
  if (first) await createDependency(db(), first, { on: entry, kind: "soft" }, march);
  await createToken(db(), { scope: "write" }, march);

  const lines = await db().select().from(events).orderBy(events.id);
  const about = lines.filter((line) => first && line.about.includes(first.id));
  expect(about.map(({ kind }) => kind)).toEqual([
    "service.created",
    "service.dependency-added",
    "service.dependency-added",
  ]);
  expect(about[1]?.about).toEqual([first?.id, second?.id]);
  expect(about[2]?.detail).toMatchObject({ needs: { slug: entry.slug }, strength: "soft" });
});

test("nothing is kept of a draft of which one row is refused", async () => {
  const { team } = await given.team();
  await expect(given.serviceOwnedBy(team, { name: "Refused", tier: 9 })).rejects.toThrow();

  expect(await db().select().from(services).where(eq(services.name, "Refused"))).toEqual([]);
  expect(await db().select().from(ownerships).where(eq(ownerships.teamId, team.id))).toEqual([]);
});
