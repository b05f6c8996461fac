import type { Metadata } from "next";
import { CoverageDownloads } from "#components/coverage/coverage-downloads";
import { CoverageOverview } from "#components/coverage/coverage-overview";
import { CoverageTabs } from "#components/coverage/coverage-tabs";
import { EmptyState } from "#components/layout/empty-state";
import { PageHeader } from "#components/layout/page-header";
import { ButtonLink } from "#components/ui/button-link";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { findCoverageOverview } from "#lib/coverage/overview-queries";

export const metadata: Metadata = { title: "Coverage" };

export default async function CoveragePage({ searchParams }: PageProps<"/coverage">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const overview = await findCoverageOverview(viewer, undefined, values, now());

  return (
    <>
      <PageHeader
        title="Coverage"
        lede="How far services are truly owned, in four steps: Owned, Reachable, Prepared, Proven."
        actions={<CoverageDownloads filter={overview.matrix.filter} at={overview.day.closedAt} />}
        tabs={<CoverageTabs />}
      />
      <CoverageOverview
        {...{ overview }}
        action="/coverage"
        of="the organisation"
        timeZone={viewer.timeZone}
        isTeamShown
        empty={
          <EmptyState title="There are no services" action={<ButtonLink href="/services">Services</ButtonLink>}>
            Coverage is told of services. They come with imported descriptors, or somebody of a team creates them.
          </EmptyState>
        }
      />
    </>
  );
}
