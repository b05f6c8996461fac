import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, readRows } from "#db/client";
import { notificationSettings } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { coverageDigest, type MovedService, type TeamDigest } from "#lib/coverage/digest";
import { isCoverageDay, zonesInCoverageHour } from "#lib/coverage/digest-hours";
import { listConversations } from "#lib/coverage/finding-queries";
import { instantOf, withBeneath } from "#lib/coverage/statements";
import { compareQuarters } from "#lib/coverage/trend-queries";
import { messageOrigin } from "#lib/notifications/addresses";
import { tellPeople } from "#lib/notifications/news/tell-people";
import { usableZone } from "#lib/notifications/usable-zone";
import { textArray } from "#lib/order";

/** So many people in one go; those who are left come a minute later. */
const atOnce = 20;
const mostTeams = 20;
const mostMoved = 200;
const monthDays = 30;

/**
 * Sends managers, on the morning of the first working day of a month by their own clock, how the services of their
 * teams are covered now and were a month ago. Where there is nothing to say nothing is sent. Returns how many were told.
 */
export async function coverageDigestDue(at: Temporal.Instant): Promise<number> {
  if (!isCoverageDay(at)) return 0;
  let told = 0;
  for (const id of await listReaders(at)) told += await digestFor(id, at);
  return told;
}

/** Active people who manage a living team, who want it and had none this month. */
async function listReaders(at: Temporal.Instant): Promise<string[]> {
  const zones = await readRows<{ zone: string }>(sql`
    select distinct coalesce(p.time_zone, 'UTC') as zone from teams t join people p on p.id = t.manager_id
    where t.retired_at is null and p.deactivated_at is null`);
  const awake = zonesInCoverageHour(
    zones.map(({ zone }) => zone),
    at,
  );
  if (awake.length === 0) return [];
  const weeksAgo = at.subtract({ hours: 24 * 20 });
  const rows = await readRows<{ id: string }>(sql`
    select p.id from people p left join notification_settings s on s.person_id = p.id
    where p.deactivated_at is null and coalesce(p.time_zone, 'UTC') = any(${textArray(awake)}::text[])
      and coalesce(s.sends_coverage, true) and (s.coverage_sent_at is null or s.coverage_sent_at < ${instantOf(weeksAgo)})
      and exists (select from teams t where t.manager_id = p.id and t.retired_at is null)
    order by p.id limit ${atOnce}`);
  return rows.map(({ id }) => id);
}

async function digestFor(personId: string, at: Temporal.Instant): Promise<number> {
  const viewer = await findPersonViewer(personId, at, at);
  const digest = viewer && coverageDigest(await loadTeams(viewer, at));
  return inTransaction(async (tx) => {
    await tx
      .insert(notificationSettings)
      .values({ personId, coverageSentAt: at })
      .onConflictDoUpdate({ target: notificationSettings.personId, set: { coverageSentAt: at } });
    if (!viewer || !digest) return 0;
    const month = at.toZonedDateTimeISO(usableZone(viewer.timeZone)).toPlainDate().toPlainYearMonth();
    return tellPeople(tx, [{ personId, kind: "digest", key: `coverage ${month}`, message: () => digest }], at);
  });
}

type Managed = { id: string; slug: string; name: string };

/** Of each team that the viewer manages themselves, with those beneath it. */
async function loadTeams(viewer: Viewer, at: Temporal.Instant): Promise<TeamDigest[]> {
  const teams = await readRows<Managed>(sql`
    select id, slug, name from teams where manager_id = ${viewer.personId}::uuid and retired_at is null
    order by lower(name), id limit ${mostTeams}`);
  const digests: TeamDigest[] = [];
  for (const { id: teamId, slug, name } of teams) {
    const path = `/teams/${slug}/coverage`;
    const comparison = await compareQuarters(viewer, { teamId }, at, monthDays);
    const conversations = (await listConversations(viewer, { teamId }, at))?.length ?? 0;
    const moved = await listMoved(teamId, at.subtract({ hours: 24 * monthDays }));
    digests.push({ ...{ name, path, url: messageOrigin() + path }, ...{ comparison, moved, conversations } });
  }
  return digests;
}

/** The services of a team and those beneath it that stand at another level than at `then`, the furthest moved first. */
const listMoved = (teamId: string, then: Temporal.Instant): Promise<MovedService[]> =>
  readRows<MovedService>(sql`
    with recursive ${withBeneath(sql`${teamId}::uuid`)}
    select s.name, b.level::int as before, c.level::int as now
    from services s join coverage_snapshots c on c.service_id = s.id and c.ends_at is null
      join coverage_snapshots b on b.service_id = s.id and b.starts_at <= ${instantOf(then)}
        and (b.ends_at is null or b.ends_at > ${instantOf(then)})
    where s.retired_at is null and s.delivery_team_id in (select id from beneath) and c.level <> b.level
    order by abs(c.level - b.level) desc, lower(s.name), s.id limit ${mostMoved}`);
