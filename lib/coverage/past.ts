import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Check } from "#lib/coverage/checks";
import { unmeasured } from "#lib/coverage/judge";
import { withMends } from "#lib/coverage/live";
import { instantAs, readInstant, readMaybe } from "#lib/coverage/loading/stored";
import { recompute } from "#lib/coverage/recompute";
import type { PastCoverage } from "#lib/coverage/views";
import type { Ref } from "#lib/rotations/views";

type Row = Ref & {
  id: string;
  createdAt: string;
  retiredAt: string | null;
  /** Who delivered it then, and who and which rotation do now, where something can be mended. */
  deliveryTeam: Ref | null;
  teamNow: string | null;
  rotationNow: string | null;
  lastRunAt: string | null;
  snapshot: { startsAt: string; level: number; checks: Check[] } | null;
};

/**
 * Coverage of a service as it was shown at `at`: from the snapshot that held then, word for word, beside what follows
 * from the spans. Undefined: there is no such service.
 */
export async function findPastCoverage(
  viewer: Viewer,
  slug: string,
  at: Temporal.Instant,
): Promise<PastCoverage | undefined> {
  authorize(viewer, "coverage:read");
  const row = await findRow(slug, at);
  if (!row) return undefined;
  const { id, name, deliveryTeam, snapshot } = row;
  const shown = { service: { id, slug: row.slug, name }, at: at.toString(), deliveryTeam };
  const nothing = { ...shown, measuredAt: null, level: 0, checks: [], recomputed: [] };
  if (isAfter(readInstant(row.createdAt), at)) return { ...nothing, absence: "before-catalog" };
  const retiredAt = readMaybe(row.retiredAt);
  if (retiredAt && !isAfter(retiredAt, at)) return { ...nothing, absence: "retired" };
  const place = { service: row.slug, team: row.teamNow, rotation: row.rotationNow };
  if (!snapshot) return { ...nothing, absence: "not-measured", checks: withMends(unmeasured(at), place) };

  const measuredAt = laterOf(readInstant(snapshot.startsAt), readMaybe(row.lastRunAt));
  return {
    ...shown,
    ...{ absence: null, measuredAt: measuredAt.toString(), level: snapshot.level },
    checks: withMends(snapshot.checks, place),
    recomputed: await recompute(id, snapshot.checks, measuredAt, at),
  };
}

async function findRow(slug: string, at: Temporal.Instant): Promise<Row | undefined> {
  const then = instantAs(at);
  const [found] = await readRows<{ row: Row }>(sql`
    select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'createdAt', s.created_at,
      'retiredAt', s.retired_at, 'teamNow', n.slug,
      'rotationNow', (select r.slug from rotations r where r.id = coalesce(
        (select p.delivery_rotation_id from escalation_paths p where p.service_id = s.id),
        (select d.id from rotations d where d.team_id = s.delivery_team_id and d.is_team_default))),
      'deliveryTeam', (select json_build_object('slug', t.slug, 'name', t.name)
        from ownerships o join teams t on t.id = o.team_id
        where o.service_id = s.id and o.role = 'delivery' and o.starts_at <= ${then}
          and (o.ends_at is null or o.ends_at > ${then})),
      'lastRunAt', (select max(r.at) from coverage_runs r where r.finished_at <= ${then}),
      'snapshot', (select json_build_object('startsAt', c.starts_at, 'level', c.level, 'checks', c.checks)
        from coverage_snapshots c where c.service_id = s.id and c.starts_at <= ${then}
          and (c.ends_at is null or c.ends_at > ${then}))) as row
    from services s left join teams n on n.id = s.delivery_team_id
    where s.id = coalesce((select id from services where slug = ${slug}),
      (select thing from former_addresses where noun = 'service' and address = ${slug}))`);
  return found?.row;
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;
const laterOf = (one: Temporal.Instant, other: Temporal.Instant | null) => (other && isAfter(other, one) ? other : one);
