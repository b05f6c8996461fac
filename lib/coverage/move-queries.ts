import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type CheckKind, checkDefinition, type Level, levels, missingFor } from "#lib/coverage/checks";
import { mendOf } from "#lib/coverage/mend";
import { missingToNext, type Scope, withMeasured } from "#lib/coverage/statements";
import type { Mend } from "#lib/coverage/views";
import type { Ref } from "#lib/rotations/views";

/** A service that few checks keep from its next level, and where each of them is mended. */
export type Move = {
  service: Ref;
  tier: number | null;
  team: Ref | null;
  next: Level;
  missing: { check: CheckKind; label: string; asks: string; mend: Mend }[];
};

type MoveRow = Omit<Move, "next" | "missing"> & { level: number; met: number; notMet: number; rotation: string | null };

/** What moves the level of the services of `scope` fastest: those that lack the least first, then the most important. */
export async function listMoves(viewer: Viewer, scope: Scope, most = 6): Promise<Move[]> {
  authorize(viewer, "coverage:read");
  const rows = await readRows<MoveRow>(sql`
    with recursive ${withMeasured(scope)}, nearest as materialized (
      select m.*, ${missingToNext} as missing from measured m where m.level < ${levels.length}
      order by missing, coalesce(m.tier, 9), lower(m.name), m.id limit ${most}
    )
    select json_build_object('slug', m.slug, 'name', m.name) as service, m.tier, m.level, m.met, m.not_met as "notMet",
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team,
      coalesce((select r.slug from escalation_paths p join rotations r on r.id = p.delivery_rotation_id where p.service_id = m.id),
        (select r.slug from rotations r where r.team_id = m.team_id and r.is_team_default and r.retired_at is null)) as rotation
    from nearest m left join teams t on t.id = m.team_id
    order by m.missing, coalesce(m.tier, 9), lower(m.name), m.id`);
  return rows.map(moveOf);
}

function moveOf({ service, tier, team, rotation, level, met, notMet }: MoveRow): Move {
  const next = levels[level] as Level;
  const place = { service: service.slug, team: team?.slug ?? null, rotation };
  const missing = missingFor(next, { met, notMet }).map((check) => {
    const { label, asks } = checkDefinition(check);
    return { check, label, asks, mend: mendOf(check, place) };
  });
  return { service, tier, team, next, missing };
}
