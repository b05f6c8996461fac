import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { readRows } from "#db/client";
import { type AddressValues, readAddress } from "#lib/address-values";
import { authorize, type Viewer } from "#lib/auth/policy";
import { instantOf, type Scope, withBeneath } from "#lib/coverage/statements";
import { Slug } from "#lib/fields";
import type { Ref } from "#lib/rotations/views";

/** Whose pages are wanted: of a team and those beneath it, or of one service. */
const NoiseFilter = z.object({ team: Slug.optional(), service: Slug.optional() });

/** The pages of one quarter: drills, and what may yet be answered, do not count. */
export type Pages = {
  paged: number;
  /** Reviewed the morning after by somebody, and of these the ones of which somebody said that they need not have been. */
  reviewed: number;
  needless: number;
  answered: number;
  /** Half of the answers came within so many seconds; null: there was none. */
  medianSeconds: number | null;
};

/** A rule that woke somebody, with what people said of it the morning after. */
export type RuleNoise = Pages & {
  rule: string;
  service: Ref;
  team: Ref | null;
  /** Of the needless ones: those with nothing to do, and those that no customer noticed. */
  nothingToDo: number;
  unnoticed: number;
  lastAt: string;
};

export type ServiceEngagement = { service: Ref; now: Pages; before: Pages };

export type NoiseView = {
  team: Ref | null;
  service: Ref | null;
  problems: string[];
  /** The quarter `[from, to)`; ISO instants. The one before it ends where this begins. */
  from: string;
  to: string;
  now: Pages;
  before: Pages;
  rules: RuleNoise[];
  services: ServiceEngagement[];
};

const [quarterDays, most] = [91, 50];
const none: Pages = { paged: 0, reviewed: 0, needless: 0, answered: 0, medianSeconds: null };

/**
 * Whom the pages of the last 91 days woke, rule by rule, those that woke somebody for nothing first; and how soon the
 * delivery side answered, beside the quarter before. A team or service that is not there leaves everything, and is named.
 */
export async function browseNoise(viewer: Viewer, values: AddressValues, to: Temporal.Instant): Promise<NoiseView> {
  authorize(viewer, "coverage:read");
  const { filter, problems } = readAddress(NoiseFilter, values);
  const [team, service] = await Promise.all([findRef("team", filter.team), findRef("service", filter.service)]);
  if (filter.team && !team) problems.push(`There is no team “${filter.team}”.`);
  if (filter.service && !service) problems.push(`There is no service “${filter.service}”.`);
  const span = { before: to.subtract({ hours: 48 * quarterDays }), from: to.subtract({ hours: 24 * quarterDays }), to };
  const pages = withPages({ teamId: team?.id }, service?.id, span);
  const [totals, rules, services] = await Promise.all([
    readRows<Pages & { isNow: boolean }>(sql`
      ${pages} select p.is_now as "isNow", ${counts} from pages p left join reviews w on w.alert_id = p.id group by 1`),
    readRows<RuleNoise>(sql`${pages} select p.rule, ${ofService}, ${counts},
        (count(*) filter (where w.nothing_to_do))::int as "nothingToDo",
        (count(*) filter (where w.unnoticed))::int as unnoticed, to_json(max(p.at)) #>> '{}' as "lastAt"
      from pages p join services s on s.id = p.service_id left join teams t on t.id = s.delivery_team_id
        left join reviews w on w.alert_id = p.id
      where p.is_now group by p.rule, s.id, t.id
      order by needless desc, count(*) desc, max(p.at) desc, s.id, p.rule limit ${most}`),
    readRows<Pages & { service: Ref; isNow: boolean }>(sql`${pages}, busiest as (
        select service_id, count(*) as pages from pages group by 1 order by 2 desc, 1 limit ${most}
      )
      select json_build_object('slug', s.slug, 'name', s.name) as service, p.is_now as "isNow", ${counts}
      from busiest b join pages p on p.service_id = b.service_id join services s on s.id = p.service_id
        left join reviews w on w.alert_id = p.id
      group by s.id, p.is_now order by max(b.pages) desc, lower(s.name), s.id`),
  ]);
  const half = <Half extends { isNow: boolean } & Pages>(rows: readonly Half[], wanted: boolean): Pages => {
    const row = rows.find(({ isNow }) => isNow === wanted);
    if (!row) return none;
    const { paged, reviewed, needless, answered, medianSeconds } = row;
    return { paged, reviewed, needless, answered, medianSeconds };
  };
  return {
    team: refOf(team),
    service: refOf(service),
    problems,
    from: `${span.from}`,
    to: `${to}`,
    now: half(totals, true),
    before: half(totals, false),
    rules,
    services: [...Map.groupBy(services, (row) => row.service.slug).values()].flatMap((rows) => {
      const service = rows[0]?.service;
      return service ? [{ service, now: half(rows, true), before: half(rows, false) }] : [];
    }),
  };
}

type Found = Ref & { id: string };

async function findRef(noun: "team" | "service", slug: string | undefined): Promise<Found | undefined> {
  if (!slug) return undefined;
  const [found] = await readRows<Found>(sql`
    select id, slug, name from ${sql.raw(`${noun}s`)} where id = coalesce(
      (select id from ${sql.raw(`${noun}s`)} where slug = ${slug}),
      (select thing from former_addresses where noun = ${noun} and address = ${slug}))`);
  return found;
}

const refOf = (found: Found | undefined): Ref | null => (found ? { slug: found.slug, name: found.name } : null);

/** `pages` of two quarters, and `reviews` of them, by the index of alerts that paged. */
function withPages(
  { teamId }: Scope,
  serviceId: string | undefined,
  span: Record<"before" | "from" | "to", Temporal.Instant>,
): SQL {
  return sql`with recursive ${teamId ? sql`${withBeneath(sql`${teamId}::uuid`)},` : sql``} pages as materialized (
      select a.id, a.service_id, a.rule, a.delivery_paged_at as at, a.delivery_paged_at >= ${instantOf(span.from)} as is_now,
        extract(epoch from a.delivery_engaged_at - a.delivery_paged_at) as seconds
      from alerts a join services s on s.id = a.service_id
      where a.delivery_paged_at >= ${instantOf(span.before)} and a.delivery_paged_at < ${instantOf(span.to)}
        and not a.is_drill and (a.delivery_engaged_at is not null or a.resolved_at is not null) and s.retired_at is null
        ${teamId ? sql`and s.delivery_team_id in (select id from beneath)` : sql``}
        ${serviceId ? sql`and s.id = ${serviceId}::uuid` : sql``}
    ), reviews as materialized (
      select w.alert_id, coalesce(bool_or(not w.was_actionable), false) as nothing_to_do,
        coalesce(bool_or(not w.was_customer_facing), false) as unnoticed
      from alert_reviews w join pages p on p.id = w.alert_id group by 1
    )`;
}

const counts = sql`count(*)::int as paged, count(w.alert_id)::int as reviewed,
  (count(*) filter (where w.nothing_to_do or w.unnoticed))::int as needless, count(p.seconds)::int as answered,
  round(percentile_cont(0.5) within group (order by p.seconds))::int as "medianSeconds"`;

const ofService = sql`json_build_object('slug', s.slug, 'name', s.name) as service,
  case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team`;
