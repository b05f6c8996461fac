import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoRunbook } from "#components/alerts/no-runbook";
import { RunbookChoice } from "#components/alerts/runbook-choice";
import { PageHeader } from "#components/layout/page-header";
import { requireViewer } from "#lib/auth/viewer";
import { documentUrl } from "#lib/documents/addresses";
import { findRunbookWay } from "#lib/documents/runbook-way-queries";

export const metadata: Metadata = { title: "Runbook of an alert" };

/** Where `runbook_url` of an alert rule points: leads on to the runbook, or to the briefing of the service without one. */
export default async function AlertRunbookPage({ params, searchParams }: PageProps<"/r/[alertName]">) {
  const [viewer, { alertName: written }, { service }] = await Promise.all([requireViewer(), params, searchParams]);
  const alertName = decoded(written);
  const asked = typeof service === "string" && service.trim() ? service.trim().toLowerCase() : undefined;
  const way = await findRunbookWay(viewer, alertName, asked);
  if (way.to === "runbook") redirect(documentUrl(way.runbook));
  if (way.to === "nothing" && way.service) redirect(briefingUrl(way.service.slug, alertName));

  return (
    <>
      <PageHeader title={<span className="wrap-anywhere">{alertName}</span>} breadcrumb={breadcrumb} />
      {way.to === "choice" ? (
        <RunbookChoice alertName={alertName} runbooks={way.runbooks} service={way.service} asked={asked} />
      ) : (
        <NoRunbook alertName={alertName} asked={asked} />
      )}
    </>
  );
}

const briefingUrl = (service: string, rule: string) => `/briefing/${service}?${new URLSearchParams({ rule })}`;

const breadcrumb = [
  { href: "/documents", label: "Documents" },
  { href: "/documents/alert-rules", label: "Alert rules" },
];

function decoded(written: string): string {
  try {
    return decodeURIComponent(written).replaceAll("\0", "").toWellFormed().slice(0, 200);
  } catch {
    return written.slice(0, 200);
  }
}
