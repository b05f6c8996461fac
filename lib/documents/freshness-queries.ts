import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { changesOfAService } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Freshness, type FreshnessFacts, freshness, type MarkFact } from "#lib/documents/freshness";
import type { EventOfService } from "#lib/documents/service-changes";
import type { DocumentItem, DocumentKind } from "#lib/documents/views";
import { environment } from "#lib/env";
import { isAmong, uuids } from "#lib/order";

type Happened = { at: string; kind: EventOfService["kind"]; detail: object };
type FactsRow = {
  id: string;
  kind: DocumentKind;
  createdAt: string;
  reviewIntervalDays: number;
  reviewedAt: string | null;
  expertWroteAt: string | null;
  writtenAt: string;
  author: { name: string; leftAt: string | null } | null;
  changes: Happened[] | null;
  assumed: Happened[] | null;
  marks: (Omit<MarkFact, "at"> & { at: string })[] | null;
  deadLinks: { url: string; since: string }[] | null;
};

/**
 * How far each of the documents can be trusted at `at`, from what is known now; by their ids, in one query. Ids of
 * documents that are not there are left out. For text that the viewer may see already.
 */
export async function loadFreshness(ids: readonly string[], at: Temporal.Instant): Promise<Map<string, Freshness>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<FactsRow>(factsOf(ids, at));
  return new Map(rows.map((row) => [row.id, freshness(readFacts(row), at)]));
}

/** A queue is to be worked through from the top: what lies further down than this waits. */
const most = 50;
const mostExamined = 400;
const atOnce = 100;

/** Documents that wait for somebody, the most important services first; `hasMore` when others may wait further down. */
export type Queue = { documents: DocumentItem[]; hasMore: boolean };

/**
 * The documents in doubt or overdue of services that the viewer's teams deliver: nobody is asked to mend another team's.
 * It looks no further than 50 of them, or 400 documents.
 */
export async function listDoubtful(viewer: Viewer, at: Temporal.Instant): Promise<Queue> {
  authorize(viewer, "catalog:read");
  const mine = uuids(viewer.memberships.map(({ teamId }) => teamId));
  const rows = await readRows<Omit<DocumentItem, "freshness">>(sql`
    select d.id, d.kind, d.slug, d.title, d.alert_names as "alertNames", to_json(d.changed_at) #>> '{}' as "changedAt",
      json_build_object('slug', s.slug, 'name', s.name) as service
    from services s join documents d on d.service_id = s.id
    where s.delivery_team_id = any(${mine}) and s.retired_at is null and d.retired_at is null
    order by s.tier nulls last, lower(s.name), d.kind desc, lower(d.title) limit ${mostExamined + 1}`);
  const doubtful: DocumentItem[] = [];
  let examined = 0;
  for (; examined < Math.min(rows.length, mostExamined) && doubtful.length <= most; examined += atOnce)
    doubtful.push(...(await doubtfulOf(rows.slice(examined, examined + atOnce), at)));
  return { documents: doubtful.slice(0, most), hasMore: doubtful.length > most || examined < rows.length };
}

async function doubtfulOf(
  rows: readonly Omit<DocumentItem, "freshness">[],
  at: Temporal.Instant,
): Promise<DocumentItem[]> {
  const ids = rows.map(({ id }) => id);
  const known = await loadFreshness(ids, at);
  return rows.flatMap((row) => {
    const freshness = known.get(row.id);
    return freshness && (freshness.state === "doubtful" || freshness.state === "overdue")
      ? [{ ...row, freshness }]
      : [];
  });
}

/** Whether links are looked at in this installation; if not, none of them is ever found dead. */
export const areLinksChecked = () => environment().checksLinks;

const iso = (instant: SQL) => sql`to_json(${instant}) #>> '{}'`;
const kindsOfChange = sql.raw(changesOfAService.map((kind) => `'${kind}'`).join(", "));

// Written so, the plain index of memberships answers; that of the overlaps reads fifty times as much.
const isPerson = (id: SQL) => sql`m.person_id = any(array[${id}])`;

/** Somebody who may say that it holds: of the delivery team, or declared to know the service, when the revision was made. */
const byExpert = sql`(r.origin = 'suggested'
  or exists (select from experts x where x.service_id = d.service_id and x.person_id = r.person_id and x.declared_at <= r.at)
  or exists (select from memberships m join ownerships o on o.team_id = m.team_id and o.role = 'delivery'
    where o.service_id = d.service_id and ${isPerson(sql`r.person_id`)}
      and o.starts_at <= r.at and (o.ends_at is null or o.ends_at > r.at)
      and m.starts_at <= r.at and (m.ends_at is null or m.ends_at > r.at)))`;

const lastSubstantial = (condition: SQL) => sql`(select r.at, r.person_id from document_revisions r
  where r.document_id = d.id and r.is_substantial and ${condition} order by r.number desc limit 1)`;

function eventsOf(service: SQL): SQL {
  return sql`e.about[1] = ${service} and e.kind in (${kindsOfChange}) and e.at > since.at`;
}

const happened = sql`json_build_object('at', e.at, 'kind', e.kind, 'detail', e.detail)`;

function factsOf(ids: readonly string[], at: Temporal.Instant): SQL {
  const present = at.toString();
  return sql`
    select d.id, d.kind, ${iso(sql`d.created_at`)} as "createdAt", d.review_interval_days as "reviewIntervalDays",
      ${iso(sql`review.at`)} as "reviewedAt", ${iso(sql`expert.at`)} as "expertWroteAt",
      ${iso(sql`coalesce(written.at, d.created_at)`)} as "writtenAt",
      (select json_build_object('name', a.name, 'leftAt', case
          when a.deactivated_at is not null then a.deactivated_at
          when not exists (select from memberships m where ${isPerson(sql`a.id`)}
            and m.team_id in (s.delivery_team_id, s.ops_team_id) and (m.ends_at is null or m.ends_at > ${present}))
          then (select max(m.ends_at) from memberships m
            where ${isPerson(sql`a.id`)} and m.team_id in (s.delivery_team_id, s.ops_team_id)) end)
        from people a where a.id = written.person_id) as author,
      (select json_agg(${happened}) from events e where ${eventsOf(sql`d.service_id`)}) as changes,
      (select json_agg(${happened}) from document_mentions n join events e on ${eventsOf(sql`n.service_id`)}
        where n.document_id = d.id and n.is_assumed and n.service_id <> d.service_id) as assumed,
      (select json_agg(json_build_object('anchor', k.anchor, 'step', k.step, 'verdict', k.verdict, 'at', k.at,
          'isPresent', coalesce(k.step = any(present.steps), false)))
        from (select distinct on (m.step, m.verdict) m.anchor, m.step, m.verdict, m.at from step_marks m
          where m.document_id = d.id and m.withdrawn_at is null order by m.step, m.verdict, m.at desc) k
        cross join (select array_agg(step) as steps from document_sections c cross join unnest(c.steps) step
          where c.document_id = d.id) present) as marks,
      (select json_agg(json_build_object('url', k.url, 'since', k.failing_since)) from document_links l
        join links k on k.url = l.url
        where l.document_id = d.id and k.failures >= 2 and k.failing_since > since.at) as "deadLinks"
    from documents d join services s on s.id = d.service_id
      left join lateral (select max(v.at) as at from document_reviews v where v.document_id = d.id) review on true
      left join lateral ${lastSubstantial(sql`true`)} written on true
      left join lateral ${lastSubstantial(byExpert)} expert on true
      cross join lateral (select coalesce(greatest(review.at, expert.at), d.created_at) as at) since
    where ${isAmong(sql`d.id`, ids)}`;
}

function readFacts({ changes, assumed, marks, deadLinks, author, ...row }: FactsRow): FreshnessFacts {
  return {
    kind: row.kind,
    createdAt: instantOf(row.createdAt),
    reviewIntervalDays: row.reviewIntervalDays,
    reviewedAt: row.reviewedAt === null ? null : instantOf(row.reviewedAt),
    expertWroteAt: row.expertWroteAt === null ? null : instantOf(row.expertWroteAt),
    writtenAt: instantOf(row.writtenAt),
    author: author && { name: author.name, leftAt: author.leftAt === null ? null : instantOf(author.leftAt) },
    changes: (changes ?? []).map(readEvent),
    assumed: (assumed ?? []).map(readEvent),
    marks: (marks ?? []).map((mark) => ({ ...mark, at: instantOf(mark.at) })),
    deadLinks: (deadLinks ?? []).map(({ url, since }) => ({ url, since: instantOf(since) })),
  };
}

// What `recordEvent` wrote under this kind is what the kind says it is.
function readEvent({ at, kind, detail }: Happened): { at: Temporal.Instant; event: EventOfService } {
  return { at: instantOf(at), event: { kind, ...detail } as EventOfService };
}

const instantOf = (text: string) => Temporal.Instant.from(text);
