import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, inTransaction, rowsOf } from "#db/client";
import { events, installation, people, rotations, services, teams } from "#db/schema";
import { draftDemo, seedDemo } from "#db/seed/demo";
import { newDraft } from "#db/seed/draft";
import { testDatabase } from "#db/testing/test-database";
import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import { loadWatches } from "#lib/rotations/watches";

testDatabase();

const monday = Temporal.Instant.from("2026-11-23T03:12:00Z");

test("the demo organisation holds together on whatever day of the week it is loaded", async () => {
  const rollBack = new Error("only a look");
  for (let day = 0; day < 7; day += 1) {
    const at = monday.add({ hours: 24 * day });
    const look = inTransaction(async (tx) => {
      const draft = newDraft();
      draftDemo(draft, at);
      await draft.save(tx);
      const [late] = await rowsOf<{ count: number }>(
        tx,
        sql`select count(*)::int as count from ${events} where ${events.at} > ${at.toString()}`,
      );
      expect(late?.count).toBe(0);
      throw rollBack;
    });
    await expect(look).rejects.toThrow(rollBack);
  }
  expect(await db().$count(people)).toBe(0);
});

test("the demo organisation loads once, and leaves what is there alone", async () => {
  expect(await seedDemo(monday)).toBe(true);
  expect(await seedDemo(monday.add({ hours: 1 }))).toBe(false);
  expect(await db().$count(people)).toBe(30);
  expect(await db().$count(services)).toBe(18);
});

test("the watches read as they were made up: Ada stands by, and next week nobody does for prices", async () => {
  const window = { from: monday, to: monday.add({ hours: 24 * 10 }) };
  const all = await db().select({ id: rotations.id, slug: rotations.slug }).from(rotations).orderBy(rotations.slug);
  const { byRotation, people: known } = await loadWatches(
    all.map(({ id }) => id),
    window,
  );
  const watches = all.flatMap(({ id, slug }) => {
    const watch = byRotation.get(id);
    return watch ? [{ slug, watch }] : [];
  });

  expect(watches.map(({ slug }) => slug)).toEqual([
    "checkout-backup",
    "checkout-primary",
    "payments",
    "platform",
    "platform-operations",
    "pricing",
    "storefront",
  ]);
  const [, primary] = watches;
  expect(known.get((primary && seatAt(primary.watch, monday).shift?.person) ?? "")?.name).toBe("Ada Okafor");
  const gapped = watches.filter(({ watch }) => resolveRoster(watch, window).gaps.length > 0);
  expect(gapped.map(({ slug }) => slug)).toEqual(["pricing"]);
});

test("every service of a team has somebody who is paged, most by a path of their own", async () => {
  const [found] = await rowsOf(
    db(),
    sql`select
      (select count(*)::int from escalation_paths) as paths,
      (select array_agg(s.slug order by s.slug) from services s where s.retired_at is null
        and not exists (select from escalation_paths p where p.service_id = s.id)) as pathless,
      (select array_agg(s.slug) from services s where s.retired_at is null and s.delivery_team_id is not null
        and not exists (select from rotations r where r.team_id = s.delivery_team_id and r.is_team_default)) as unwatched`,
  );
  expect(found).toEqual({
    paths: 12,
    pathless: ["image-press", "mail", "promotions", "recommendations", "stock"],
    unwatched: null,
  });
  const [fallback] = await db()
    .select({ slug: teams.slug })
    .from(installation)
    .innerJoin(teams, eq(teams.id, installation.fallbackOpsTeamId));
  expect(fallback?.slug).toBe("platform-operations");
});

test("the present owners of every service agree with its open spans of ownership", async () => {
  const astray = await rowsOf(
    db(),
    sql`select s.slug from services s
      left join ownerships d on d.service_id = s.id and d.role = 'delivery' and d.ends_at is null
      left join ownerships o on o.service_id = s.id and o.role = 'ops' and o.ends_at is null
      where d.team_id is distinct from s.delivery_team_id or o.team_id is distinct from s.ops_team_id`,
  );
  expect(astray).toEqual([]);
});

test("the history can be read in the order in which it happened", async () => {
  const lines = await db().select({ at: events.at }).from(events).orderBy(events.id);
  const times = lines.map(({ at }) => at.epochMilliseconds);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.length).toBeGreaterThan(150);
});

test("every kind of gap occurs, and a team without a lead, a former address, a missing owner and an API's provider", async () => {
  const [found] = await rowsOf(
    db(),
    sql`select
      (select array_agg(distinct gap order by gap) from services, unnest(gaps) as gap where retired_at is null) as gaps,
      (select array_agg(slug) from teams t where retired_at is null and exists (select from services s where s.delivery_team_id = t.id)
        and not exists (select from memberships m where m.team_id = t.id and m.role = 'lead' and m.ends_at is null)) as leaderless,
      (select array_agg(noun || ' ' || address order by address, noun) from former_addresses) as addresses,
      (select array_agg(target) from dangling_references) as dangling,
      (select count(*)::int from dependencies where relation = 'provides-api') as providers`,
  );
  expect(found).toEqual({
    gaps: ["customer-facing", "delivery-team", "ops-team", "repository", "tier"],
    leaderless: ["pricing"],
    addresses: ["service order-book", "service postman", "rotation web-pages", "team web-pages"],
    dangling: ["group:media"],
    providers: 1,
  });
});

test("needs are at least three levels deep", async () => {
  const [deepest] = await rowsOf<{ depth: number }>(
    db(),
    sql`with recursive walk(id, depth) as (
        select id, 0 from services where slug = 'storefront'
        union select d.to_id, depth + 1 from walk join dependencies d on d.from_id = walk.id where depth < 6)
      select max(depth) as depth from walk`,
  );
  expect(deepest?.depth).toBeGreaterThanOrEqual(3);
});
