import "server-only";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { readRows } from "#db/client";
import type { DocumentAnswer, DocumentListItem } from "#lib/api/documents";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import type { Part } from "#lib/cursor";
import type { DocumentFilter } from "#lib/documents/filter";
import { loadFreshness } from "#lib/documents/freshness-queries";
import type { OneDocument } from "#lib/documents/inputs";
import { findDocument, listDocuments } from "#lib/documents/queries";

/** The document as the REST interface answers it, or undefined when there is none at this address. */
export async function findDocumentAnswer(
  viewer: Viewer,
  address: OneDocument,
  at = now(),
): Promise<z.output<typeof DocumentAnswer> | undefined> {
  const document = await findDocument(viewer, address);
  if (!document) return undefined;
  const freshness = (await loadFreshness([document.id], at)).get(document.id);
  if (!freshness) throw new Error("Nothing is known of how fresh a document is.");
  const { kind, slug, title, alertNames, body, reviewIntervalDays, revision, createdAt, retiredAt } = document;
  return {
    ...{ title, alertNames, body, reviewIntervalDays, kind, slug, service: document.service.slug, freshness },
    ...{
      changedAt: document.lastChange.at,
      revision,
      changedBy: document.lastChange.author.name,
      createdAt,
      retiredAt,
    },
  };
}

/** A part of the documents as the REST interface lists them. */
export async function listDocumentAnswers(
  viewer: Viewer,
  filter: DocumentFilter,
  at = now(),
): Promise<Part<z.output<typeof DocumentListItem>>> {
  const { items, nextCursor } = await listDocuments(viewer, filter, at);
  return { items: items.map(({ id: _, service, ...item }) => ({ ...item, service: service.slug })), nextCursor };
}

/** Whether there is a service at this address, former ones included. */
export async function isService(viewer: Viewer, slug: string): Promise<boolean> {
  authorize(viewer, "catalog:read");
  const rows = await readRows(sql`
    select from services where slug = ${slug}
    union all select from former_addresses where noun = 'service' and address = ${slug}`);
  return rows.length > 0;
}
