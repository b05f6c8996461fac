import "server-only";
import { sql } from "drizzle-orm";
import { databaseKind, readRows } from "#db/client";
import { isDemoMode } from "#lib/auth/installation";
import { authorize, type Viewer } from "#lib/auth/policy";
import { hasEmailLinks, listRedirectProviders } from "#lib/auth/providers";
import type { PersonRef } from "#lib/services/queries";

export type Overview = {
  services: number;
  unownedServices: number;
  teams: number;
  people: number;
  /** Active people who cannot sign in, for want of an e-mail address. */
  peopleWithoutEmail: number;
  danglingReferences: { target: string; count: number }[];
  administrators: PersonRef[];
  serviceTokens: number;
  /** Its default rotation fills the ops seat of services without an ops team. */
  fallbackOpsTeam: { slug: string; name: string } | null;
  lastImport: { id: string; source: string; startedAt: string; rejected: number } | null;
  signIn: string[];
  isDemo: boolean;
  database: "postgres" | "pglite";
};

type OverviewRow = Omit<Overview, "signIn" | "isDemo" | "database">;

/** What an administrator wants to know of the installation at a glance. Throws Forbidden. */
export async function findOverview(viewer: Viewer, at: Temporal.Instant): Promise<Overview> {
  authorize(viewer, "administration:read");
  const [[row], isDemo] = await Promise.all([
    readRows<OverviewRow>(sql`
      select (select count(*)::int from services where retired_at is null) as services,
        (select count(*)::int from services where retired_at is null and delivery_team_id is null) as "unownedServices",
        (select count(*)::int from teams where retired_at is null) as teams,
        (select count(*)::int from people where deactivated_at is null) as people,
        (select count(*)::int from people where deactivated_at is null and email is null) as "peopleWithoutEmail",
        coalesce((select json_agg(d) from (select target, count(*)::int as count from dangling_references
          group by target order by count(*) desc, target limit 12) d), '[]') as "danglingReferences",
        coalesce((select json_agg(json_build_object('address', coalesce(email, handle), 'name', name) order by name)
          from people where is_administrator and deactivated_at is null), '[]') as administrators,
        (select count(*)::int from api_tokens where person_id is null and revoked_at is null
          and (expires_at is null or expires_at > ${at.toString()}::timestamptz)) as "serviceTokens",
        (select json_build_object('slug', t.slug, 'name', t.name) from installation i
          join teams t on t.id = i.fallback_ops_team_id) as "fallbackOpsTeam",
        (select json_build_object('id', id, 'source', source, 'startedAt', started_at, 'rejected', jsonb_array_length(rejected))
          from import_runs where not is_dry_run order by started_at desc limit 1) as "lastImport"`),
    isDemoMode(),
  ]);
  if (!row) throw new Error("The database returned no overview.");
  const providers = [
    ...listRedirectProviders().map(({ name }) => name),
    ...(hasEmailLinks() ? ["links by e-mail"] : []),
  ];
  return { ...row, signIn: isDemo ? ["choosing a demo person"] : providers, isDemo, database: databaseKind() };
}
