import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutageAccount } from "#components/alerts/outage-account";
import { PageHeader } from "#components/layout/page-header";
import { milestonesOf } from "#lib/alerts/milestones";
import { findAlert, listEntries } from "#lib/alerts/queries";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Account of an outage" };

export default async function AccountPage({ params }: PageProps<"/alerts/[alert]/account">) {
  const [viewer, { alert: id }] = await Promise.all([requireViewer(), params]);
  const [alert, entries] = await Promise.all([findAlert(viewer, id), listEntries(viewer, id)]);
  if (!alert) notFound();
  const { summary, service, severity, rule } = alert;

  return (
    <>
      <PageHeader
        breadcrumb={[
          { href: "/alerts", label: "Alerts" },
          { href: `/alerts/${id}`, label: "Alert" },
        ]}
        title={`Account: ${summary}`}
        facts={[service?.name ?? "unrouted", severity, rule].join(" · ")}
      />
      <OutageAccount {...{ alert, entries }} milestones={milestonesOf(alert, entries)} timeZone={viewer.timeZone} />
    </>
  );
}
