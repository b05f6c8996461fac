import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";
import { documentUrl } from "#lib/documents/addresses";
import { findDocument } from "#lib/documents/queries";
import type { DocumentKind } from "#lib/documents/views";

export type DocumentParams = Promise<{ service: string; slug: string }>;

/** A page, its metadata and what stands ready in case it is missing ask for the same document: one read. */
export const findOnce = cache((viewer: Viewer, service: string, kind: DocumentKind, slug: string) =>
  findDocument(viewer, { service, kind, slug }),
);

const kinds: Record<string, DocumentKind> = { runbooks: "runbook", notes: "note" };

/** Whether a document is at this address, or was once, as its page has found out already. */
export async function isDocumentHere(viewer: Viewer, address: { service: string; room: string; slug: string }) {
  const { service, room, slug } = address;
  const kind = kinds[room];
  return Boolean(kind && slug && (await findOnce(viewer, service.toLowerCase(), kind, slug.toLowerCase())));
}

/** The document of this address and who asks. A former address leads on to the present one, into the same room. */
export async function loadDocument(kind: DocumentKind, params: DocumentParams, room = "") {
  const [viewer, { service, slug }] = await Promise.all([requireViewer(), params]);
  const document = await findOnce(viewer, service.toLowerCase(), kind, slug.toLowerCase());
  if (!document) notFound();
  if (document.slug !== slug || document.service.slug !== service) redirect(documentUrl(document) + room);
  return { viewer, document };
}

/** The page's title: the document's and its service's and, before them, the room. */
export async function documentMetadata(kind: DocumentKind, params: DocumentParams, room?: string): Promise<Metadata> {
  const [viewer, { service, slug }] = await Promise.all([requireViewer(), params]);
  const document = await findOnce(viewer, service.toLowerCase(), kind, slug.toLowerCase());
  if (!document) return { title: "Not found" };
  return { title: [room, document.title, document.service.name].filter(Boolean).join(" · ") };
}
