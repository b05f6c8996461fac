import type { Metadata } from "next";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { CoverageLimits } from "#components/coverage/coverage-limits";
import { PageHeader } from "#components/layout/page-header";
import { requireViewer } from "#lib/auth/viewer";
import { findLimits } from "#lib/coverage/limits-queries";

export const metadata: Metadata = { title: "Coverage limits" };

export default async function CoverageLimitsPage() {
  const limits = await findLimits(await requireViewer());

  return (
    <>
      <PageHeader
        title="Coverage limits"
        lede="What coverage is measured against here. A change counts from the next measurement on; what was measured before stays as it was."
        tabs={<AdministrationTabs />}
      />
      <CoverageLimits limits={limits} />
    </>
  );
}
