import type { Metadata } from "next";
import { Suspense } from "react";
import { Lately } from "#components/home/lately";
import { Life } from "#components/home/life";
import { MyServices } from "#components/home/my-services";
import { MyTeams } from "#components/home/my-teams";
import { NeedList } from "#components/home/need-list";
import { Starred } from "#components/home/starred";
import { PageColumns } from "#components/layout/page-columns";
import { PageHeader } from "#components/layout/page-header";
import { Instant } from "#components/ui/instant";
import { Skeleton } from "#components/ui/skeleton";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { listMyEvents } from "#lib/event-queries";
import { listMyServices, listMyTeams, listNeeds, listStarred } from "#lib/home/queries";
import { findLifeAtHome } from "#lib/rotations/rotation-life-queries";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage() {
  const viewer = await requireViewer();
  const [life, mine, needs, starred, teams] = await Promise.all([
    findLifeAtHome(viewer, now()),
    listMyServices(viewer),
    listNeeds(viewer),
    listStarred(viewer),
    listMyTeams(viewer),
  ]);
  const { timeZone } = viewer;

  return (
    <>
      <PageHeader title={viewer.name} facts={<Instant at={now().toString()} timeZone={timeZone} isZoneShown />} />
      <PageColumns
        aside={
          <>
            <MyTeams teams={teams} timeZone={timeZone} />
            <Starred services={starred} />
            <Suspense fallback={<Skeleton className="h-24!" />}>
              <Lately events={listMyEvents(viewer)} timeZone={timeZone} />
            </Suspense>
          </>
        }
      >
        <Life {...life} address={viewer.email} timeZone={timeZone} />
        <NeedList needs={needs} hasTeam={teams.length > 0} />
        <MyServices {...mine} hasTeam={teams.length > 0} />
      </PageColumns>
    </>
  );
}
