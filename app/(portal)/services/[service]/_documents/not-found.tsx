import { headers } from "next/headers";
import { NoSuchDocument } from "#components/documents/no-such-document";
import { requireViewer } from "#lib/auth/viewer";
import { listServiceDocuments } from "#lib/documents/queries";
import type { DocumentKind } from "#lib/documents/views";
import { findService } from "#lib/services/queries";
import PortalNotFound from "../../../not-found";
import ServiceNotFound from "../not-found";
import { findOnce } from "./load-document";

/** Where a document would be: what else is written of the service, and the way to write this one. */
export async function DocumentNotFound({ kind }: { kind: DocumentKind }) {
  const [viewer, path] = await Promise.all([requireViewer(), headers().then((all) => all.get("x-path") ?? "")]);
  const [, , slug = "", , wanted = ""] = path.split(/[/?#]/);
  // Next.js has this ready on each page of a document: what nobody will see must cost nothing.
  if (await findOnce(viewer, slug.toLowerCase(), kind, wanted.toLowerCase())) return <PortalNotFound />;
  const service = await findService(viewer, slug.toLowerCase());
  if (!service) return <ServiceNotFound />;
  const documents = await listServiceDocuments(viewer, service.id);

  return <NoSuchDocument kind={kind} service={service} documents={documents} wanted={wanted} />;
}
