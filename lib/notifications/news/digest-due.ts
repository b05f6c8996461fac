import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, readRows } from "#db/client";
import { notificationSettings } from "#db/schema";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { listDoubtful } from "#lib/documents/freshness-queries";
import type { DocumentItem } from "#lib/documents/views";
import { isDigestHour, zonesInDigestHour } from "#lib/notifications/news/digest-hours";
import { tellPeople } from "#lib/notifications/news/tell-people";
import { textArray } from "#lib/order";

/** So many people in one go; those who are left come a minute later. */
const atOnce = 50;
const mostListed = 10;

/**
 * Sends the weekly digest to those for whom it is Monday morning: the documents of their teams that wait for a review.
 * Where none waits nothing is sent. Returns how many were told.
 */
export async function digestDue(at: Temporal.Instant): Promise<number> {
  if (!isDigestHour(at)) return 0;
  let told = 0;
  for (const id of await listReaders(at)) told += await digestFor(id, at);
  return told;
}

/** Active people of teams that deliver something, who want it and had none this week. */
async function listReaders(at: Temporal.Instant): Promise<string[]> {
  const zones = await readRows<{ zone: string }>(sql`
    select distinct coalesce(time_zone, 'UTC') as zone from people where deactivated_at is null`);
  const awake = zonesInDigestHour(
    zones.map(({ zone }) => zone),
    at,
  );
  if (awake.length === 0) return [];
  const weekAgo = at.subtract({ hours: 24 * 6 }).toString();
  const rows = await readRows<{ id: string }>(sql`
    select p.id from people p left join notification_settings s on s.person_id = p.id
    where p.deactivated_at is null and coalesce(p.time_zone, 'UTC') = any(${textArray(awake)}::text[])
      and coalesce(s.sends_digest, true) and (s.digest_sent_at is null or s.digest_sent_at < ${weekAgo})
      and exists (select from memberships m join services d on d.delivery_team_id = m.team_id and d.retired_at is null
        where m.person_id = p.id and (m.ends_at is null or m.ends_at > ${at.toString()}))
    order by p.id limit ${atOnce}`);
  return rows.map(({ id }) => id);
}

async function digestFor(personId: string, at: Temporal.Instant): Promise<number> {
  const viewer = await findPersonViewer(personId, at, at);
  const queue = viewer ? await listDoubtful(viewer, at) : { documents: [], hasMore: false };
  return inTransaction(async (tx) => {
    await tx
      .insert(notificationSettings)
      .values({ personId, digestSentAt: at })
      .onConflictDoUpdate({ target: notificationSettings.personId, set: { digestSentAt: at } });
    if (queue.documents.length === 0) return 0;
    const key = `digest ${at.toZonedDateTimeISO("UTC").toPlainDate()}`;
    return tellPeople(tx, [{ personId, kind: "digest", key, message: () => digestOf(queue) }], at);
  });
}

function digestOf({ documents, hasMore }: { documents: readonly DocumentItem[]; hasMore: boolean }) {
  const { length } = documents;
  const count = length === 1 ? "One document waits" : `${length}${hasMore ? " or more" : ""} documents wait`;
  const rest = length - mostListed;
  return {
    subject: `${count} for a review by your team`,
    lines: [
      ...documents
        .slice(0, mostListed)
        .map(({ title, service, freshness }) => `${title} (${service.name}): ${freshness.state}`),
      ...(rest > 0 ? [`and ${rest} more`] : []),
      "Who reads one at 3 AM relies on it. You can turn this digest off under Your account, Reminders.",
    ],
    path: "/documents?mine=true&state=doubtful",
  };
}
