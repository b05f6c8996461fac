"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { setNotificationSettings } from "#lib/notifications/settings/commands";
import { NotificationSettingsInput } from "#lib/notifications/settings/inputs";

export const setNotificationSettingsAction = formAction(NotificationSettingsInput, async (viewer, input) => {
  await setNotificationSettings(viewer, input);
  refresh();
  return { message: "It holds from now on." };
});
