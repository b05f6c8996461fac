import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { documentUrl } from "#lib/documents/addresses";
import type { SuggestedName } from "#lib/documents/editor/names";
import { escapeLike } from "#lib/order";
import { suggestServices } from "#lib/services/queries";

const most = 12;

/** Services or runbooks that answer to what was typed, best first; runbooks of the service `near` before all others. */
export async function suggestNames(
  viewer: Viewer,
  what: "service" | "runbook",
  typed: string,
  near: string,
): Promise<SuggestedName[]> {
  if (what === "runbook") return suggestRunbooks(viewer, typed, near);
  const services = await suggestServices(viewer, typed);
  return services.map(({ slug, name, hint }) => ({ name, hint, url: `/services/${slug}` }));
}

type RunbookRow = { slug: string; title: string; service: { slug: string; name: string } };

async function suggestRunbooks(viewer: Viewer, typed: string, near: string): Promise<SuggestedName[]> {
  authorize(viewer, "catalog:read");
  const wanted = typed.trim().toLowerCase();
  const words = sql`lower(d.title || ' ' || d.slug)`;
  const rows = await readRows<RunbookRow>(sql`
    select d.slug, d.title, json_build_object('slug', s.slug, 'name', s.name) as service
    from documents d join services s on s.id = d.service_id
    where d.kind = 'runbook' and d.retired_at is null and s.retired_at is null and (
      (${wanted} = '' and s.slug = ${near}) or (${wanted} <> '' and
        (${words} like ${`%${escapeLike(wanted)}%`} or ${wanted} <% ${words})))
    order by s.slug = ${near} desc, word_similarity(${wanted}, ${words}) desc, lower(d.title), d.id limit ${most}`);
  return rows.map(({ slug, title, service }) => ({
    name: title,
    hint: service.name,
    url: documentUrl({ kind: "runbook", slug, service }),
  }));
}

/** The names of the alert rules of a service, for the form in which a runbook says which it answers. */
export async function listRuleNames(viewer: Viewer, serviceId: string): Promise<string[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<{ name: string }>(sql`
    select name from alert_rules where service_id = ${serviceId}::uuid and retired_at is null
    order by lower(name), name limit 500`);
  return rows.map(({ name }) => name);
}
