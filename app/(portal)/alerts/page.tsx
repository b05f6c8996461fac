import type { Metadata } from "next";
import { AlertDirectory } from "#components/alerts/alert-directory";
import { AlertTabs } from "#components/alerts/alert-tabs";
import { RaiseDemoAlert } from "#components/alerts/raise-demo-alert";
import { PageHeader } from "#components/layout/page-header";
import { browseAlerts } from "#lib/alerts/browse-queries";
import { isDemoMode } from "#lib/auth/installation";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";

export const metadata: Metadata = { title: "Alerts" };

export default async function AlertsPage({ searchParams }: PageProps<"/alerts">) {
  const [viewer, values, isDemo] = await Promise.all([requireViewer(), searchParams, isDemoMode()]);
  const directory = await browseAlerts(viewer, values);

  return (
    <>
      <PageHeader
        title="Alerts"
        lede="What went wrong, who has it, and what wakes nobody."
        actions={isDemo && <RaiseDemoAlert />}
        tabs={<AlertTabs filter={directory.filter} counts={directory.counts} />}
      />
      <AlertDirectory directory={directory} timeZone={viewer.timeZone} now={now().toString()} />
    </>
  );
}
