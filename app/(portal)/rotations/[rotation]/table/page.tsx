import { RosterTable } from "#components/rotations/roster/roster-table";
import { WeekLinks } from "#components/rotations/roster/week-links";
import { ZoneNote } from "#components/rotations/roster/zone-note";
import { RotationHeader } from "#components/rotations/rotation-header";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { sharedZoneOf } from "#lib/rotations/drawing/home-zone";
import { timelineName, timelineOf } from "#lib/rotations/drawing/timeline";
import { findRoster } from "#lib/rotations/roster-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/table">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Table");

export default async function RotationTablePage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { from }] = await Promise.all([loadRotation(params, "/table"), searchParams]);
  const [at, { timeZone }] = [now(), viewer];
  const timeline = timelineOf(from, timeZone, at);
  const roster = await findRoster(viewer, rotation.id, timeline.span);
  const here = `/rotations/${rotation.slug}/table`;

  return (
    <>
      <RotationHeader rotation={rotation} timeZone={timeZone} />
      <Section title={timelineName(timeline)} action={<WeekLinks here={here} timeline={timeline} />}>
        <RosterTable
          caption={`Roster of ${rotation.name}, ${timelineName(timeline)}`}
          roster={roster}
          timeZone={timeZone}
          homeZone={sharedZoneOf(rotation)}
          now={at.toString()}
        />
        <ZoneNote timeZone={timeZone} homeZone={sharedZoneOf(rotation)} />
      </Section>
    </>
  );
}
