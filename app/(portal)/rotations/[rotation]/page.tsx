import { PageColumns } from "#components/layout/page-columns";
import { ComingOverrides } from "#components/rotations/coming-overrides";
import { LayerList } from "#components/rotations/layer-list";
import { OnWatchNow } from "#components/rotations/on-watch-now";
import { PagedServices } from "#components/rotations/paged-services";
import { RosterTimeline } from "#components/rotations/roster-timeline";
import { RotationFacts } from "#components/rotations/rotation-facts";
import { RotationHeader } from "#components/rotations/rotation-header";
import { now } from "#lib/clock";
import { sharedZoneOf } from "#lib/rotations/home-zone";
import { findWatchNow } from "#lib/rotations/now-queries";
import { listPagedServices } from "#lib/rotations/paged-queries";
import { findRoster, listOverrides } from "#lib/rotations/roster-queries";
import { timelineOf } from "#lib/rotations/timeline";
import { loadRotation, rotationMetadata } from "./load-rotation";

type Props = PageProps<"/rotations/[rotation]">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params);

export default async function RotationPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { from }] = await Promise.all([loadRotation(params), searchParams]);
  const [at, { timeZone }] = [now(), viewer];
  const timeline = timelineOf(from, timeZone, at);
  const [watch, roster, overrides, services] = await Promise.all([
    findWatchNow(viewer, rotation, at),
    findRoster(viewer, rotation.id, timeline.span),
    listOverrides(viewer, rotation.id, { from: at, to: at.add({ hours: 24 * 400 }) }),
    listPagedServices(viewer, rotation.id),
  ]);
  const seen = { rotation, timeZone, now: at.toString() };

  return (
    <>
      <RotationHeader rotation={rotation} timeZone={timeZone} />
      <OnWatchNow {...seen} watch={watch} />
      <RosterTimeline {...seen} timeline={timeline} roster={roster} />
      <PageColumns aside={<RotationFacts rotation={rotation} />}>
        <ComingOverrides overrides={overrides} timeZone={timeZone} homeZone={sharedZoneOf(rotation)} />
        <LayerList {...seen} />
        <PagedServices rotation={rotation} services={services} />
      </PageColumns>
    </>
  );
}
