import type { Metadata } from "next";
import { Suspense } from "react";
import { OwnDrills } from "#components/alerts/drills/own-drills";
import { MyAlerts } from "#components/alerts/my-alerts";
import { NoiseList } from "#components/alerts/noise-list";
import { RulesToAnswer } from "#components/alerts/rules-to-answer";
import { QueueList } from "#components/documents/freshness/queue-list";
import { Followed } from "#components/home/followed";
import { Lately } from "#components/home/lately";
import { Life } from "#components/home/life";
import { MyServices } from "#components/home/my-services";
import { MyTeams } from "#components/home/my-teams";
import { MyWatches } from "#components/home/my-watches";
import { NeedList } from "#components/home/need-list";
import { PasteBox } from "#components/home/paste-box";
import { Starred } from "#components/home/starred";
import { TeamWatches } from "#components/home/team-watches";
import { PageColumns } from "#components/layout/page-columns";
import { PageHeader } from "#components/layout/page-header";
import { NewManagers } from "#components/records/new-managers";
import { Instant } from "#components/ui/instant";
import { Skeleton } from "#components/ui/skeleton";
import { listOwnDrills } from "#lib/alerts/drills/queries";
import { listNoise, listRulesToAnswer } from "#lib/alerts/noise-queries";
import { listAlerts } from "#lib/alerts/queries";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { listFollowedChanges } from "#lib/documents/following/follow-queries";
import { listDoubtful } from "#lib/documents/freshness-queries";
import { listMyEvents } from "#lib/event-queries";
import { listMyServices, listMyTeams, listNeeds, listStarred } from "#lib/home/queries";
import { listNewManagers } from "#lib/records/sharing-queries";
import { dayAt, spanOfDays } from "#lib/rotations/drawing/days";
import { listOwnWatches } from "#lib/rotations/own-watch-queries";
import { findLifeAtHome } from "#lib/rotations/standing-in/rotation-life-queries";
import { listTeamRosters } from "#lib/rotations/team-roster-queries";

export const metadata: Metadata = { title: "Home" };

/** How many days of the teams' watches are in sight, today among them. */
const days = 7;
/** How many open alerts are in sight; the rest is one tap away. */
const openAlerts = 8;
/** For how long a change of a document that the reader follows is news. */
const followedDays = 28;

export default async function HomePage() {
  const viewer = await requireViewer();
  const [at, { timeZone, memberships }] = [now(), viewer];
  const day = dayAt(at, timeZone);
  const ownTeams = memberships.map(({ teamId }) => teamId);
  const [
    watches,
    rosters,
    life,
    mine,
    needs,
    doubtful,
    starred,
    teams,
    followed,
    alerts,
    unanswered,
    noise,
    managers,
    drills,
  ] = await Promise.all([
    listOwnWatches(viewer, at),
    listTeamRosters(viewer, ownTeams, spanOfDays(day, days, timeZone)),
    findLifeAtHome(viewer, at),
    listMyServices(viewer),
    listNeeds(viewer),
    listDoubtful(viewer, at),
    listStarred(viewer),
    listMyTeams(viewer),
    listFollowedChanges(viewer, at.subtract({ hours: 24 * followedDays })),
    listAlerts(viewer, { status: "open", mine: true, limit: openAlerts }),
    listRulesToAnswer(viewer, at),
    listNoise(viewer, at),
    listNewManagers(viewer, at),
    listOwnDrills(viewer),
  ]);
  const reader = { timeZone, now: at.toString() };

  return (
    <>
      <PageHeader title={viewer.name} facts={<Instant at={at.toString()} timeZone={timeZone} isZoneShown />} />
      <PageColumns
        aside={
          <>
            <MyTeams teams={teams} timeZone={timeZone} />
            <Starred services={starred} />
            <Followed changes={followed} timeZone={timeZone} />
            <Suspense fallback={<Skeleton className="h-24!" />}>
              <Lately events={listMyEvents(viewer)} timeZone={timeZone} />
            </Suspense>
          </>
        }
      >
        <NewManagers managers={managers} address={viewer.email} timeZone={timeZone} />
        <MyAlerts {...reader} alerts={alerts.items} />
        <OwnDrills drills={drills} address={viewer.email} />
        <MyWatches {...reader} watches={watches} />
        <PasteBox />
        <Life {...life} address={viewer.email} timeZone={timeZone} />
        <TeamWatches {...reader} rosters={rosters} day={`${day}`} days={days} />
        <RulesToAnswer rules={unanswered} timeZone={timeZone} isServiceShown />
        <NeedList needs={needs} hasTeam={teams.length > 0} />
        <QueueList {...doubtful} timeZone={timeZone} />
        <NoiseList noise={noise} timeZone={timeZone} />
        <MyServices {...mine} hasTeam={teams.length > 0} />
      </PageColumns>
    </>
  );
}
