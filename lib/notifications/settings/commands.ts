import "server-only";
import { inTransaction } from "#db/client";
import { notificationSettings } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { lockViewer } from "#lib/notifications/methods/locks";
import type { NotificationSettingsInput } from "#lib/notifications/settings/inputs";

/** Says what the viewer wants to be told besides pages. Throws Forbidden. */
export function setNotificationSettings(viewer: Viewer, input: NotificationSettingsInput): Promise<void> {
  return inTransaction(async (tx) => {
    const person = await lockViewer(tx, viewer);
    await tx
      .insert(notificationSettings)
      .values({ personId: person.id, ...input })
      .onConflictDoUpdate({ target: notificationSettings.personId, set: input });
  });
}
