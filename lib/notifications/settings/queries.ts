import "server-only";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { notificationSettings } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";

export type NotificationSettings = { reminderMinutes: number | null; sendsDigest: boolean; sendsCoverage: boolean };

/** What the viewer is told besides pages. Throws Forbidden. */
export async function findNotificationSettings(viewer: Viewer): Promise<NotificationSettings> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  const [row] = await db()
    .select({
      reminderMinutes: notificationSettings.reminderMinutes,
      sendsDigest: notificationSettings.sendsDigest,
      sendsCoverage: notificationSettings.sendsCoverage,
    })
    .from(notificationSettings)
    .where(eq(notificationSettings.personId, viewer.personId ?? ""));
  return row ?? { reminderMinutes: 60, sendsDigest: true, sendsCoverage: true };
}
