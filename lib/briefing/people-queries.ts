import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GroundRow } from "#lib/briefing/ground-queries";
import { isAwake } from "#lib/briefing/night";
import type { BriefedExpert, BriefedPerson, BriefedSeat } from "#lib/briefing/views";
import { findSeat, findServiceSeats } from "#lib/rotations/seat-queries";
import type { PersonView, ServiceSeats } from "#lib/rotations/views";

type Hours = { wakesAt: string | null; sleepsAt: string | null };
type Reached = Hours & { address: string; phone: string | null };

/**
 * Who stands the three watches at `at`, as the one resolver says; of an unrouted alert the fallback ops team's. Phone
 * numbers are told only `withPhones`: to whoever handles an alert that is open.
 */
export async function listBriefedSeats(
  viewer: Viewer,
  ground: GroundRow,
  { at, withPhones }: { at: Temporal.Instant; withPhones: boolean },
): Promise<BriefedSeat[]> {
  const seats = await findSeats(viewer, ground, at);
  const rows = [
    { seat: "delivery", view: seats.delivery, chat: ground.deliveryTeam?.chat ?? null },
    { seat: "backup", view: seats.backup, chat: ground.deliveryTeam?.chat ?? null },
    { seat: "ops", view: seats.ops, chat: (ground.opsTeam ?? ground.fallbackOpsTeam)?.chat ?? null },
  ] as const;
  const reached = await listReached(
    rows.flatMap(({ view }) => view?.person?.address ?? []),
    withPhones,
  );
  return rows.flatMap(({ seat, view, chat }) => {
    if (!view) return [];
    const { rotation, person, until } = view;
    return [{ seat, rotation, until, chat, person: person && briefed(person, reached.get(person.address), at) }];
  });
}

async function findSeats(viewer: Viewer, ground: GroundRow, at: Temporal.Instant): Promise<ServiceSeats> {
  if (ground.service) return findServiceSeats(viewer, ground.service.id, at);
  const none = { rotation: null, person: null, from: null, until: null };
  const { fallbackRotation } = ground;
  const ops = fallbackRotation ? await findSeat(viewer, fallbackRotation, at) : none;
  return { delivery: none, backup: null, ops };
}

function briefed(person: PersonView, reached: Reached | undefined, at: Temporal.Instant): BriefedPerson {
  const { wakesAt = null, sleepsAt = null, phone = null } = reached ?? {};
  return { ...person, isAwake: isAwake({ wakesAt, sleepsAt, timeZone: person.timeZone }, at), phone };
}

async function listReached(addresses: readonly string[], withPhones: boolean): Promise<Map<string, Reached>> {
  if (addresses.length === 0) return new Map();
  // One by one: the plan for an array would be made anew each time.
  const among = sql.join(
    addresses.map((address) => sql`${address}`),
    sql`, `,
  );
  const rows = await readRows<Reached>(sql`
    select coalesce(p.email, p.handle) as address, p.wakes_at as "wakesAt", p.sleeps_at as "sleepsAt",
      case when ${withPhones}::boolean then (select m.target ->> 'number' from contact_methods m
        where m.person_id = p.id and m.kind in ('voice', 'sms') and m.verified_at is not null
        order by m.kind desc, m.position limit 1) end as phone
    from people p where p.email in (${among}) or (p.email is null and p.handle in (${among}))`);
  return new Map(rows.map((row) => [row.address, row]));
}

const [most, alertsLookedAt] = [4, 60];

type ExpertRow = PersonView & Hours & Pick<BriefedExpert, "declared" | "wrote" | "answered">;

/** Who knows the service: answered its last alerts, was declared an expert, wrote its documents. One round trip. */
export async function listBriefedExperts(
  viewer: Viewer,
  { service, ruleId }: GroundRow,
  at: Temporal.Instant,
): Promise<BriefedExpert[]> {
  authorize(viewer, "catalog:read");
  if (!service) return [];
  const rows = await readRows<ExpertRow>(sql`
    with declared as (
      select person_id, coalesce(note, '') as note from experts where service_id = ${service.id}::uuid
    ), wrote as (
      select r.person_id, max(r.at) as at, (array_agg(d.title order by r.at desc))[1] as title
      from documents d join document_revisions r on r.document_id = d.id
      where d.service_id = ${service.id}::uuid and d.retired_at is null and r.is_substantial and r.person_id is not null
      group by r.person_id
    ), lately as (
      select id, rule_id from alerts where service_id = ${service.id}::uuid
      order by opened_at desc limit ${alertsLookedAt}
    ), answered as (
      select e.person_id, count(distinct l.id)::int as count, max(e.at) as at,
        (count(distinct l.id) filter (where l.rule_id = ${ruleId}::uuid))::int as same
      from lately l join alert_entries e on e.alert_id = l.id
      where e.kind in ('acknowledged', 'resolved') and e.person_id is not null group by e.person_id
    )
    select coalesce(p.email, p.handle) as address, p.name, p.email, p.time_zone as "timeZone",
      p.wakes_at as "wakesAt", p.sleeps_at as "sleepsAt", declared.note as declared,
      case when wrote.at is not null then json_build_object('title', wrote.title, 'at', wrote.at) end as wrote,
      case when answered.count is not null then json_build_object('count', answered.count, 'sameRule', answered.same,
        'lastAt', answered.at) end as answered
    from (select person_id from declared union select person_id from wrote union select person_id from answered) known
      join people p on p.id = known.person_id
      left join declared using (person_id) left join wrote using (person_id) left join answered using (person_id)
    where p.deactivated_at is null
    order by coalesce(answered.same, 0) desc, declared.note is null, coalesce(answered.count, 0) desc, wrote.at desc nulls last
    limit ${most}`);
  return rows.map(({ wakesAt, sleepsAt, ...row }) => ({
    ...row,
    ...{ phone: null, isAwake: isAwake({ wakesAt, sleepsAt, timeZone: row.timeZone }, at) },
  }));
}
