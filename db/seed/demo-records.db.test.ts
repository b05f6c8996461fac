import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, readRows } from "#db/client";
import { seedDemo } from "#db/seed/demo";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { isLineKey } from "#lib/records/lines";
import { tellManagersDue } from "#lib/records/tell-managers";
import { indexSignatures } from "#lib/signatures/index-signatures";
import { matchSignatures } from "#lib/signatures/match-queries";

testDatabase();

const monday = Temporal.Instant.from("2026-11-23T03:12:00Z");

beforeAll(async () => {
  await seedDemo(monday);
  await indexSignatures();
});

test("in the demo everybody was told of each of their managers more than a day ago, and of nobody else", async () => {
  await db().execute(sql`update installation set managers_told_at = null`);
  const open = () =>
    readRows<{ id: string; told: string }>(sql`
    select id, to_json(told_at) #>> '{}' as told from manager_tellings where ended_at is null order by id`);
  const before = await open();
  expect(before.length).toBeGreaterThan(40);
  for (const { told } of before) expect(Temporal.Instant.from(told).until(monday).total("hours")).toBeGreaterThan(24);

  expect(await tellManagersDue(monday)).toBe(0);
  expect(await open()).toEqual(before);
});

test("the demo’s past alerts were matched by the signatures that the product finds, as far as these were written by then", async () => {
  const alerts = await readRows<{
    id: string;
    error: string;
    labels: Record<string, string>;
    over: string;
    matched: string[];
  }>(sql`
    select a.id, a.labels ->> 'error' as error, a.labels, to_json(a.resolved_at) #>> '{}' as over,
      coalesce((select json_agg(s.slug order by s.slug) from signature_matches m join signatures s on s.id = m.signature_id
        where m.alert_id = a.id), '[]') as matched
    from alerts a where a.resolved_at is not null and a.delivery_paged_at is not null and not a.is_drill and a.labels ? 'error'`);
  const written = new Map(
    (
      await readRows<{ slug: string; at: string }>(sql`select slug, to_json(created_at) #>> '{}' as at from signatures`)
    ).map(({ slug, at }) => [slug, Date.parse(at)]),
  );
  for (const { error, labels, over, matched } of alerts) {
    const found = await matchSignatures(systemViewer("A test"), error, { labels });
    const known = found.map(({ slug }) => slug).filter((slug) => (written.get(slug) ?? Infinity) < Date.parse(over));
    expect(matched, error).toEqual(known.toSorted());
  }
  expect(alerts.filter(({ matched }) => matched.length > 0).length).toBeGreaterThanOrEqual(10);
  expect(alerts.filter(({ matched }) => matched.length === 0).length).toBeGreaterThanOrEqual(1);
});

test("what is said to a line in the demo is said to a thing that is there", async () => {
  const lines = await readRows<{ line: string; isThere: boolean }>(sql`
    select line, exists (select from alerts where id::text = split_part(line, ':', 2)
      union all select from documents where id::text = split_part(line, ':', 2)
      union all select from signatures where id::text = split_part(line, ':', 2)
      union all select from rotations where id::text = split_part(line, ':', 2)) as "isThere"
    from (select line from record_notes where line is not null union select line from criterion_links) lines`);
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(lines.filter(({ line, isThere }) => !isThere || !isLineKey(line))).toEqual([]);
});

test("drills of the demo paged whoever agreed and nobody else, and who read a record in it had a right to", async () => {
  const astray = await readRows(sql`
    select p.person_id from drills d join pages p on p.alert_id = d.alert_id
    where not exists (select from drill_people x where x.drill_id = d.id and x.person_id = p.person_id and x.agreed_at < d.raised_at)
    union all
    select x.person_id from drills d join drill_people x on x.drill_id = d.id and x.agreed_at is not null
    where d.alert_id is not null
      and not exists (select from pages p where p.alert_id = d.alert_id and p.person_id = x.person_id)
    union all
    select r.reader_id from record_reads r where not case r.right
      when 'manager' then exists (select from manager_tellings g where g.person_id = r.person_id and g.manager_id = r.reader_id
        and g.told_at < r.at - interval '1 day' and (g.ended_at is null or g.ended_at > r.at))
      else exists (select from record_shares s where s.person_id = r.person_id and s.reader_id = r.reader_id
        and s.shared_at <= r.at and (s.withdrawn_at is null or s.withdrawn_at > r.at)) end`);
  expect(astray).toEqual([]);
  const [drills] = await readRows(sql`
    select count(*) filter (where raised_at is not null and learnt is not null)::int as played,
      count(*) filter (where called_off_at is not null)::int as off,
      count(*) filter (where raised_at is null and called_off_at is null)::int as planned from drills`);
  expect(drills).toEqual({ played: 4, off: 1, planned: 1 });
});
