import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type DocumentRef, listRunbooksByAlertName } from "#lib/documents/queries";
import { type Owners, permissionsFor } from "#lib/services/permissions";
import { slugify } from "#lib/slugs";

/** The service that raised the alert, and whether the viewer may write about it. */
export type AskedService = { slug: string; name: string; canWrite: boolean };

/** Where an alert of some name leads: to one runbook, to several to choose from, or to none. */
export type RunbookWay =
  | { to: "runbook"; runbook: DocumentRef }
  | { to: "choice"; runbooks: DocumentRef[]; service: AskedService | undefined }
  | { to: "nothing"; service: AskedService | undefined };

/**
 * The way from an alert to its runbook: by its exact name, then in whatever case, then by the address that such a name
 * makes; the service's own before those of others. `service` may be one that is not known.
 */
export async function findRunbookWay(viewer: Viewer, alertName: string, service?: string): Promise<RunbookWay> {
  authorize(viewer, "catalog:read");
  const own = service ? await findService(viewer, service) : undefined;
  const found = (own && (await listNamed(viewer, alertName, own.slug))) ?? [];
  const [first] = found;
  if (first) return { to: "runbook", runbook: first };
  const others = await listNamed(viewer, alertName);
  const [only] = others;
  if (!service && only && others.length === 1) return { to: "runbook", runbook: only };
  if (others.length > 0) return { to: "choice", runbooks: others, service: own };
  return { to: "nothing", service: own };
}

async function listNamed(viewer: Viewer, alertName: string, service?: string): Promise<DocumentRef[]> {
  const exact = await listRunbooksByAlertName(viewer, alertName, service);
  if (exact.length > 0) return exact;
  const wanted = alertName.toLowerCase();
  return readRows<DocumentRef>(sql`
    select d.id, d.kind, d.slug, d.title, json_build_object('slug', s.slug, 'name', s.name) as service
    from documents d join services s on s.id = d.service_id
    where d.kind = 'runbook' and d.retired_at is null and s.retired_at is null
      and ${service === undefined ? sql`true` : sql`s.slug = ${service}`}
      and (exists (select from unnest(d.alert_names) a where lower(a) = ${wanted}) or d.slug = ${slugify(alertName)})
    order by exists (select from unnest(d.alert_names) a where lower(a) = ${wanted}) desc, d.changed_at desc, d.id limit 50`);
}

async function findService(viewer: Viewer, slug: string): Promise<AskedService | undefined> {
  const [row] = await readRows<Omit<AskedService, "canWrite"> & Owners>(sql`
    select slug, name, delivery_team_id as "deliveryTeamId", ops_team_id as "opsTeamId" from services
    where id = coalesce((select id from services where slug = ${slug}),
      (select thing from former_addresses where noun = 'service' and address = ${slug}))`);
  return row && { slug: row.slug, name: row.name, canWrite: permissionsFor(viewer, row).canEdit };
}
