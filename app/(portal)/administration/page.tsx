import type { Metadata } from "next";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { FallbackOps } from "#components/administration/fallback-ops";
import { Installation } from "#components/administration/installation";
import { WorthALook } from "#components/administration/worth-a-look";
import { PageColumns } from "#components/layout/page-columns";
import { PageHeader } from "#components/layout/page-header";
import { findOverview } from "#lib/administration/queries";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";

export const metadata: Metadata = { title: "Administration" };

export default async function AdministrationPage() {
  const viewer = await requireViewer();
  const overview = await findOverview(viewer, now());

  return (
    <>
      <PageHeader
        title="Administration"
        lede="People, teams, imports and tokens of this installation."
        tabs={<AdministrationTabs />}
      />
      <PageColumns
        aside={
          <>
            <Installation overview={overview} />
            <FallbackOps team={overview.fallbackOpsTeam} />
          </>
        }
      >
        <WorthALook overview={overview} timeZone={viewer.timeZone} />
      </PageColumns>
    </>
  );
}
