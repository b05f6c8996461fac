import { PageColumns } from "#components/layout/page-columns";
import { LayerList } from "#components/rotations/layer-list";
import { OnWatchNow } from "#components/rotations/on-watch-now";
import { PagedServices } from "#components/rotations/paged-services";
import { RosterTimeline } from "#components/rotations/roster/roster-timeline";
import { RotationFacts } from "#components/rotations/rotation-facts";
import { RotationHeader } from "#components/rotations/rotation-header";
import { ComingOverrides } from "#components/rotations/standing-in/coming-overrides";
import { EndOverride } from "#components/rotations/standing-in/end-override";
import { LifeAhead, LifeNews, LifeRooms, LifeWaiting } from "#components/rotations/standing-in/rotation-life";
import { WatchActions } from "#components/rotations/standing-in/watch-actions";
import { now } from "#lib/clock";
import { sharedZoneOf } from "#lib/rotations/drawing/home-zone";
import { timelineOf } from "#lib/rotations/drawing/timeline";
import { listPagedServices } from "#lib/rotations/escalation/paged-queries";
import { findWatchNow } from "#lib/rotations/now-queries";
import { findRoster, listOverrides } from "#lib/rotations/roster-queries";
import { findRotationLife } from "#lib/rotations/standing-in/rotation-life-queries";
import { loadRotation, rotationMetadata } from "./load-rotation";

type Props = PageProps<"/rotations/[rotation]">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params);

export default async function RotationPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { from, done }] = await Promise.all([loadRotation(params), searchParams]);
  const [at, { timeZone }] = [now(), viewer];
  const timeline = timelineOf(from, timeZone, at);
  const [watch, roster, overrides, services, life] = await Promise.all([
    findWatchNow(viewer, rotation, at),
    findRoster(viewer, rotation.id, timeline.span),
    listOverrides(viewer, rotation.id, { from: at, to: at.add({ hours: 24 * 400 }) }),
    listPagedServices(viewer, rotation.id),
    findRotationLife(viewer, rotation, done, at),
  ]);
  const seen = { rotation, timeZone, now: at.toString() };
  const reader = { ...seen, life, address: viewer.email };

  return (
    <>
      <RotationHeader rotation={rotation} timeZone={timeZone} />
      <LifeNews {...reader} />
      <OnWatchNow
        {...seen}
        watch={watch}
        actions={<WatchActions {...reader} seat={watch.seat} overrides={overrides} />}
      />
      <LifeWaiting {...reader} />
      <RosterTimeline {...seen} timeline={timeline} roster={roster} />
      <PageColumns
        aside={
          <>
            <RotationFacts rotation={rotation} />
            <LifeRooms rotation={rotation} />
          </>
        }
      >
        <LifeAhead {...reader} />
        <ComingOverrides
          overrides={overrides}
          timeZone={timeZone}
          homeZone={sharedZoneOf(rotation)}
          controls={(override) => <EndOverride {...reader} override={override} />}
        />
        <LayerList {...seen} />
        <PagedServices rotation={rotation} services={services} />
      </PageColumns>
    </>
  );
}
