import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { measurePast } from "#bin/start/demo-past/measure";
import { db, readRows } from "#db/client";
import { coverageRuns, type StoredCheck } from "#db/schema";
import { seedDemo } from "#db/seed/demo";
import type { FoundOfService, Measure } from "#db/seed/demo/coverage";
import { testDatabase } from "#db/testing/test-database";
import { checks } from "#lib/coverage/checks";
import { measureDue } from "#lib/coverage/measure-due";
import { indexDocuments } from "#lib/documents/index-documents";
import { indexSignatures } from "#lib/signatures/index-signatures";

testDatabase();

const monday = Temporal.Instant.from("2026-11-23T03:12:00Z");

type Snapshot = { slug: string; level: number; met: number; notMet: number; checks: StoredCheck[] };

let measure: Measure = () => [];
let seeded: Map<string, Snapshot>;
let found: Map<string, Snapshot>;
let drafted: Map<string, FoundOfService>;

beforeAll(async () => {
  await seedDemo(monday, (draft, limits) => {
    // Another one, that has looked at no day before and looks at everything.
    measure = measurePast(draft, limits);
    return measurePast(draft, limits);
  });
  await indexDocuments(monday);
  await indexSignatures();
  seeded = await listNewest();
  await measureDue(monday);
  found = await listNewest();
  const slugs = new Map(
    (await readRows<{ id: string; slug: string }>(sql`select id, slug from services`)).map(({ id, slug }) => [
      id,
      slug,
    ]),
  );
  drafted = new Map(measure(monday).map((one) => [slugs.get(one.serviceId) ?? "", one]));
});

async function listNewest(): Promise<Map<string, Snapshot>> {
  const rows = await readRows<Snapshot>(sql`
    select s.slug, c.level, c.met, c.not_met as "notMet", c.checks
    from coverage_snapshots c join services s on s.id = c.service_id where c.ends_at is null order by s.slug`);
  return new Map(rows.map((row) => [row.slug, row]));
}

test("what the demo was drafted from says word for word what the product measures at that instant", () => {
  expect([...drafted.keys()].toSorted()).toEqual([...found.keys()]);
  for (const [slug, { level, checks }] of found)
    expect({ slug, level, checks }).toEqual({ slug, ...pick(drafted.get(slug)) });
});

const pick = (one: FoundOfService | undefined) => one && { level: one.level, checks: one.checks };

test("the newest day of the demo’s history says of every service the states that the product measures a day later", () => {
  const states = ({ level, met, notMet }: Snapshot) => ({ level, met, notMet });
  const other = [...found].filter(([slug, snapshot]) => {
    const before = seeded.get(slug);
    return !before || JSON.stringify(states(before)) !== JSON.stringify(states(snapshot));
  });
  expect(other.map(([slug]) => slug)).toEqual([]);
});

test("the demo’s snapshots of a service follow each other without a gap, from the first run or its entry on until it ends", async () => {
  const astray = await readRows(sql`
    select s.slug, c.starts_at, c.next from services s join (
      select service_id, starts_at, ends_at, lead(starts_at) over (partition by service_id order by starts_at) as next
      from coverage_snapshots) c on c.service_id = s.id
    where c.ends_at is distinct from c.next and not (c.next is null and s.retired_at is not null)`);
  expect(astray).toEqual([]);
  const [first] = await readRows(sql`
    select count(distinct service_id)::int as services, min(starts_at) = (select min(at) from coverage_runs) as "isFirst"
    from coverage_snapshots`);
  expect(first).toEqual({ services: 18, isFirst: true });
});

test("the demo was measured on each of 182 days, and what each day counted adds up to what its snapshots say", async () => {
  expect(await db().$count(coverageRuns)).toBe(183);
  const bits = sql.join(
    checks.map((_, bit) => sql.raw(`sum((c.met >> ${bit}) & 1)::int`)),
    sql`, `,
  );
  const notMet = sql.join(
    checks.map((_, bit) => sql.raw(`sum((c.not_met >> ${bit}) & 1)::int`)),
    sql`, `,
  );
  const levels = sql.join(
    [0, 1, 2, 3, 4].map((level) => sql.raw(`(count(*) filter (where c.level = ${level}))::int`)),
    sql`, `,
  );
  const astray = await readRows(sql`
    select coalesce(t.day, x.day), x.services, t.services as counted
    from coverage_tallies t full join (
      select r.day, c.delivery_team_id as team, count(*)::int as services, array[${levels}] as levels,
        array[${bits}] as met, array[${notMet}] as not_met
      from coverage_runs r join coverage_snapshots c on c.starts_at <= r.at and (c.ends_at is null or c.ends_at > r.at)
      group by 1, 2) x on x.day = t.day and x.team is not distinct from t.team_id
    where (t.services, t.levels, t.met, t.not_met) is distinct from (x.services, x.levels, x.met, x.not_met)`);
  expect(astray).toEqual([]);
});

test("in the demo something stands at each level or one review away from it, and services rose and fell", async () => {
  const courses = await readRows<{ slug: string; levels: number[] }>(sql`
    select s.slug, array_agg(c.level order by c.starts_at) as levels
    from coverage_snapshots c join services s on s.id = c.service_id group by s.slug`);
  const course = new Map(courses.map(({ slug, levels }) => [slug, levels]));
  const [newest, all] = [[...found.values()].map(({ level }) => level), courses.flatMap(({ levels }) => levels)];
  expect([...new Set(newest)].toSorted()).toEqual([0, 1, 2, 4]);
  expect(new Set(all)).toEqual(new Set([0, 1, 2, 3, 4]));

  expect(Math.max(...(course.get("orders") ?? []))).toBe(4);
  expect(course.get("orders")?.[0]).toBeLessThan(4);
  expect([course.get("pricing")?.[0], course.get("pricing")?.at(-1)]).toEqual([1, 0]);
  const missing = found.get("checkout")?.checks.filter(({ state }) => state === "not_met");
  expect(missing?.map(({ check }) => check)).toContain("runbooks");
});

test("what the demo asks a conversation or work for is found by the product", async () => {
  const findings = await readRows<{ kind: string; says: string }>(
    sql`select kind, says from coverage_findings order by kind, says`,
  );
  const of = (kind: string) =>
    findings
      .filter((one) => one.kind === kind)
      .map(({ says }) => says)
      .join(" ");
  expect(of("unowned-service")).toContain("Image press");
  expect(of("small-rotation")).toContain("Storefront");
  expect(of("coming-gap")).toContain("Pricing");
  expect(of("holds-too-much")).toContain("Karim");
  expect(of("senior-without-rotation")).toContain("Dev");
  expect(of("single-expert")).not.toBe("");
});
