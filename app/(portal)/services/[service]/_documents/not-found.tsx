import { headers } from "next/headers";
import { NoSuchDocument } from "#components/documents/no-such-document";
import { requireViewer } from "#lib/auth/viewer";
import { listServiceDocuments } from "#lib/documents/queries";
import type { DocumentKind } from "#lib/documents/views";
import { findService } from "#lib/services/queries";
import ServiceNotFound from "../not-found";

/** Where a document would be: what else is written of the service, and the way to write this one. */
export async function DocumentNotFound({ kind }: { kind: DocumentKind }) {
  const [viewer, path] = await Promise.all([requireViewer(), headers().then((all) => all.get("x-path") ?? "")]);
  const [, , slug = "", , wanted = ""] = path.split(/[/?#]/);
  const service = await findService(viewer, slug.toLowerCase());
  if (!service) return <ServiceNotFound />;
  const documents = await listServiceDocuments(viewer, service.id);

  return <NoSuchDocument kind={kind} service={service} documents={documents} wanted={wanted} />;
}
