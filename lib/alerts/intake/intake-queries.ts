import "server-only";
import { sql } from "drizzle-orm";
import { headers } from "next/headers";
import { rawRows, readRows } from "#db/client";
import { intakeKeyHash } from "#lib/alerts/intake/intake-key";
import { ownOrigin } from "#lib/auth/origin";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { type Owners, teamsOf } from "#lib/services/permissions";

type KeyRow = { id: string; service_id: string; is_use_due: boolean };

/** The service to which a routing key leads, or undefined when it is not, or no longer, good. One round trip. */
export async function findByIntakeKey(
  key: string,
  at: Temporal.Instant,
): Promise<{ keyId: string; serviceId: string; isUseDue: boolean } | undefined> {
  const [row] = await rawRows<KeyRow>(
    `select id, service_id, last_used_at is null or last_used_at < $2::text::timestamptz - interval '1 minute' as is_use_due
     from intake_keys where hash = $1 and revoked_at is null`,
    [intakeKeyHash(key.trim()), at.toString()],
  );
  return row && { keyId: row.id, serviceId: row.service_id, isUseDue: row.is_use_due };
}

/** Notes that a key was used; at most once a minute. */
export async function recordKeyUse(keyId: string, at: Temporal.Instant): Promise<void> {
  await rawRows(
    `update intake_keys set last_used_at = $2::text::timestamptz where id = $1::text::uuid
       and (last_used_at is null or last_used_at < $2::text::timestamptz - interval '1 minute')`,
    [keyId, at.toString()],
  );
}

/** A routing key as its service shows it: never its text. Instants are ISO texts. */
export type IntakeKeyView = {
  id: string;
  hint: string;
  createdAt: string;
  createdBy: string | null;
  lastUsedAt: string | null;
};

/** The keys of a service that are good, the newest first; nothing for whoever may not make them. */
export async function listIntakeKeys(viewer: Viewer, slug: string): Promise<IntakeKeyView[]> {
  const rows = await readRows<IntakeKeyView & Owners>(sql`
    select k.id, k.hint, to_json(k.created_at) as "createdAt", p.name as "createdBy",
      to_json(k.last_used_at) as "lastUsedAt",
      s.delivery_team_id as "deliveryTeamId", s.ops_team_id as "opsTeamId"
    from intake_keys k join services s on s.id = k.service_id left join people p on p.id = k.created_by_id
    where s.slug = ${slug} and k.revoked_at is null order by k.created_at desc, k.id`);
  return rows.flatMap(({ deliveryTeamId, opsTeamId, ...key }) =>
    can(viewer, "intake-key:edit", teamsOf({ deliveryTeamId, opsTeamId })) ? [key] : [],
  );
}

/** What senders call services where that is not their slug, by name. */
export async function listIntakeNames(viewer: Viewer): Promise<{ name: string; service: string }[]> {
  authorize(viewer, "catalog:read");
  return readRows(
    sql`select n.name, s.slug as service from intake_names n join services s on s.id = n.service_id order by n.name`,
  );
}

const mostUnknown = 10;

/** What senders said of open alerts whose service nobody knows, the latest first. */
export async function listUnknownNames(viewer: Viewer): Promise<string[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<{ name: string }>(sql`
    select lower(service_said) as name from alerts
    where service_id is null and resolved_at is null and service_said is not null
    group by 1 order by max(opened_at) desc, 1 limit ${mostUnknown}`);
  return rows.map(({ name }) => name);
}

/** Where senders reach this server. Only within a request. */
export const intakeOrigin = async (): Promise<string> => ownOrigin(await headers());
