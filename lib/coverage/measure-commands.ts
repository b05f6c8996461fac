import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import type { MeasureInput } from "#lib/coverage/inputs";
import { measureAll } from "#lib/coverage/measure";
import { loadLimits } from "#lib/coverage/stored-limits";
import type { Measured } from "#lib/coverage/views";
import { NotFound } from "#lib/errors";
import { type Owners, teamsOf } from "#lib/services/permissions";

/**
 * Measures one service, or all that a team delivers, now instead of with the next daily run. It records no event:
 * nothing of them changes by being looked at. Throws NotFound, Forbidden.
 */
export async function measureServices(viewer: Viewer, input: MeasureInput, at = now()): Promise<Measured> {
  const ids = "service" in input ? await chooseService(viewer, input.service) : await chooseTeam(viewer, input.team);
  return measureAll(ids, await loadLimits(), at);
}

async function chooseService(viewer: Viewer, slug: string): Promise<string[]> {
  const [service] = await readRows<{ id: string } & Owners>(sql`
    select id, delivery_team_id as "deliveryTeamId", ops_team_id as "opsTeamId" from services
    where retired_at is null and id = coalesce((select id from services where slug = ${slug}),
      (select thing from former_addresses where noun = 'service' and address = ${slug}))`);
  if (!service) throw new NotFound(`There is no service “${slug}”.`);
  authorize(viewer, "coverage:measure", teamsOf(service));
  return [service.id];
}

async function chooseTeam(viewer: Viewer, slug: string): Promise<string[]> {
  const [team] = await readRows<{ id: string; services: string[] | null }>(sql`
    select t.id, (select json_agg(s.id order by s.id) from services s
      where s.delivery_team_id = t.id and s.retired_at is null) as services
    from teams t where t.id = coalesce((select id from teams where slug = ${slug}),
      (select thing from former_addresses where noun = 'team' and address = ${slug}))`);
  if (!team) throw new NotFound(`There is no team “${slug}”.`);
  authorize(viewer, "coverage:measure", { teamIds: [team.id] });
  return team.services ?? [];
}
