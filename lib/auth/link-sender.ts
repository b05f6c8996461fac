import "server-only";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { alerts } from "#db/schema";
import { readCapability } from "#lib/auth/capability";
import { apiViewer, type Viewer } from "#lib/auth/viewer";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { Conflict, Unauthenticated } from "#lib/errors";
import type { Fields } from "#lib/night-form";

/**
 * Who sent a form about an alert: by session, or by the link of a message about this very alert while it is open.
 * Only for forms of what such a link is good for. Throws Unauthenticated, Forbidden, Conflict when it is resolved.
 */
export async function senderByLink(request: Request, fields: Fields): Promise<Viewer> {
  try {
    return await apiViewer(request);
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
    const viewer = await viewerOfLink(fields);
    if (!viewer) throw error;
    return viewer;
  }
}

async function viewerOfLink({ key, alert: id }: Fields): Promise<Viewer | undefined> {
  const at = now();
  const link = typeof key === "string" ? await readCapability(key, at) : undefined;
  if (!link || link.alertId !== id) return undefined;
  const [alert] = await db().select({ resolvedAt: alerts.resolvedAt }).from(alerts).where(eq(alerts.id, link.alertId));
  if (!alert) return undefined;
  if (alert.resolvedAt) throw new Conflict("This alert is resolved.");
  const viewer = await findPersonViewer(link.personId, at, at);
  return viewer && { ...viewer, scope: "write" };
}
