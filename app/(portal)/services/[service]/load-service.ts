import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#lib/auth/viewer";
import { hasService } from "#lib/services/queries";
import { visitService } from "#lib/services/visit-queries";

type Params = Promise<{ service: string }>;

// A page and its metadata ask for the same service: one read, one visit.
const findOnce = cache(visitService);

/** The service of this address and who asks. A former address leads on to the present one, into the same room. */
export async function loadService(params: Params, room = "") {
  const [viewer, { service: slug }] = await Promise.all([requireViewer(), params]);
  const service = await findOnce(viewer, slug.toLowerCase());
  if (!service) notFound();
  if (service.slug !== slug) redirect(`/services/${service.slug}${room}`);
  return { viewer, service };
}

/** Whether a service is at this address, or was once. */
export const isServiceHere = cache(hasService);

/** The page's title: the service's name and, before it, the room. */
export async function serviceMetadata(params: Params, room?: string): Promise<Metadata> {
  const [viewer, { service: slug }] = await Promise.all([requireViewer(), params]);
  const name = (await findOnce(viewer, slug.toLowerCase()))?.name ?? "Not found";
  return { title: room ? `${room} · ${name}` : name };
}
