import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { SettingsForm } from "#components/notifications/settings-form";
import { requireViewer } from "#lib/auth/viewer";
import { findNotificationSettings } from "#lib/notifications/settings/queries";

export const metadata: Metadata = { title: "Reminders and digest" };

export default async function NotificationsPage() {
  const viewer = await requireViewer();
  const settings = await findNotificationSettings(viewer);

  return (
    <>
      <PageHeader
        title="Reminders and digest"
        breadcrumb={[{ label: "Your account", href: "/account" }]}
        lede="What you are told besides pages. It goes over the first of your ways that does not wake anybody."
      />
      <SettingsForm settings={settings} isManager={viewer.managedTeamIds.length > 0} />
    </>
  );
}
