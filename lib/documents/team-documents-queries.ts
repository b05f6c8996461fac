import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { loadFreshness } from "#lib/documents/freshness-queries";
import type { DocumentItem } from "#lib/documents/views";

/** How well a team's knowledge is kept: how many documents its services have, and those that need a look. */
export type TeamDocuments = { total: number; doubtful: DocumentItem[] };

/** The documents of the living services that the team delivers, the most important services first. Two statements. */
export async function findTeamDocuments(viewer: Viewer, teamId: string, at = now()): Promise<TeamDocuments> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<Omit<DocumentItem, "freshness">>(sql`
    select d.id, d.kind, d.slug, d.title, d.alert_names as "alertNames", to_json(d.changed_at) #>> '{}' as "changedAt",
      json_build_object('slug', s.slug, 'name', s.name) as service
    from services s join documents d on d.service_id = s.id
    where s.delivery_team_id = ${teamId}::uuid and s.retired_at is null and d.retired_at is null
    order by s.tier nulls last, lower(s.name), d.kind desc, lower(d.title)`);
  const states = await loadFreshness(
    rows.map(({ id }) => id),
    at,
  );
  const doubtful = rows.flatMap((row) => {
    const freshness = states.get(row.id);
    return freshness && (freshness.state === "doubtful" || freshness.state === "overdue")
      ? [{ ...row, freshness }]
      : [];
  });
  return { total: rows.length, doubtful };
}
