import { PageColumns } from "#components/layout/page-columns";
import { ComingOverrides } from "#components/rotations/coming-overrides";
import { EndOverride } from "#components/rotations/end-override";
import { LayerList } from "#components/rotations/layer-list";
import { OnWatchNow } from "#components/rotations/on-watch-now";
import { PagedServices } from "#components/rotations/paged-services";
import { RosterTimeline } from "#components/rotations/roster-timeline";
import { RotationFacts } from "#components/rotations/rotation-facts";
import { RotationHeader } from "#components/rotations/rotation-header";
import { LifeAhead, LifeNews, LifeRooms, LifeWaiting } from "#components/rotations/rotation-life";
import { WatchActions } from "#components/rotations/watch-actions";
import { now } from "#lib/clock";
import { sharedZoneOf } from "#lib/rotations/home-zone";
import { findWatchNow } from "#lib/rotations/now-queries";
import { listPagedServices } from "#lib/rotations/paged-queries";
import { findRoster, listOverrides } from "#lib/rotations/roster-queries";
import { findRotationLife } from "#lib/rotations/rotation-life-queries";
import { timelineOf } from "#lib/rotations/timeline";
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
