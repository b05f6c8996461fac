import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { listServiceDocuments } from "#lib/documents/queries";
import type { DocumentItem, DocumentKind } from "#lib/documents/views";

/** A document that was taken out of use. */
export type RetiredDocument = { kind: DocumentKind; slug: string; title: string };

/** What is written about a service, and what is not. */
export type ServiceDocuments = {
  runbooks: DocumentItem[];
  notes: DocumentItem[];
  retired: RetiredDocument[];
  /** Names of the service's alert rules that no living runbook of it answers. */
  unanswered: string[];
};

/** The documents of a service with how fresh they are. Three statements at a time. */
export async function findServiceDocuments(viewer: Viewer, serviceId: string, at = now()): Promise<ServiceDocuments> {
  authorize(viewer, "catalog:read");
  const [documents, [rest]] = await Promise.all([
    listServiceDocuments(viewer, serviceId, at),
    readRows<Pick<ServiceDocuments, "retired" | "unanswered">>(sql`
      select coalesce((select json_agg(json_build_object('kind', d.kind, 'slug', d.slug, 'title', d.title) order by lower(d.title), d.id)
          from documents d where d.service_id = ${serviceId}::uuid and d.retired_at is not null), '[]') as retired,
        coalesce((select json_agg(distinct a.name order by a.name) from alert_rules a
          where a.service_id = ${serviceId}::uuid and a.retired_at is null and not exists (
            select from documents d where d.service_id = a.service_id and d.retired_at is null and d.alert_names @> array[a.name])),
          '[]') as unanswered`),
  ]);
  return {
    runbooks: documents.filter(({ kind }) => kind === "runbook"),
    notes: documents.filter(({ kind }) => kind === "note"),
    retired: rest?.retired ?? [],
    unanswered: rest?.unanswered ?? [],
  };
}
