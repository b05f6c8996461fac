import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { findService, type ServiceView } from "#lib/services/queries";
import { rememberVisit } from "#lib/visits";

/** The service for somebody who opens its page; the palette will offer it again. */
export async function visitService(viewer: Viewer, slug: string): Promise<ServiceView | undefined> {
  const service = await findService(viewer, slug);
  if (service) rememberVisit(viewer, "service", service.id);
  return service;
}
