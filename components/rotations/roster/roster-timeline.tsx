import { RosterStrip } from "#components/rotations/roster/roster-strip";
import { WeekLinks } from "#components/rotations/roster/week-links";
import { When } from "#components/rotations/when";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { homeZoneOf, sharedZoneOf, zonesOf } from "#lib/rotations/drawing/home-zone";
import { type Timeline, timelineName, weekName } from "#lib/rotations/drawing/timeline";
import type { RosterView, RotationView } from "#lib/rotations/views";

type RosterTimelineProps = {
  rotation: RotationView;
  timeline: Timeline;
  roster: RosterView;
  /** The reader's IANA zone. */
  timeZone: string;
  /** ISO 8601. */
  now: string;
};

/** Eight weeks of a rotation, one below the other, with the ways to those before and after. */
export function RosterTimeline({ rotation, timeline, roster, timeZone, now }: RosterTimelineProps) {
  const address = `/rotations/${rotation.slug}`;
  const homeZone = homeZoneOf(rotation);
  return (
    <Section title={timelineName(timeline)} action={<WeekLinks here={address} timeline={timeline} />}>
      <Gaps roster={roster} timeZone={timeZone} homeZone={sharedZoneOf(rotation)} now={now} />
      <RosterStrip
        rows={timeline.weeks.map((monday) => ({
          key: monday,
          label: weekName(monday),
          name: `Week of ${weekName(monday)}`,
          roster,
          day: monday,
          homeZone,
        }))}
        days={7}
        timeZone={timeZone}
        now={now}
        label={`Roster of ${rotation.name}`}
        tableHref={`${address}/table?from=${timeline.weeks[0]}`}
        zones={zonesOf(roster, homeZone)}
      />
    </Section>
  );
}

type GapsProps = { roster: RosterView; timeZone: string; homeZone: string | undefined; now: string };

/** The time ahead in which nobody stands watch, before anything else. */
function Gaps({ roster, timeZone, homeZone, now }: GapsProps) {
  const [first, ...others] = roster.gaps.filter(({ to }) => Date.parse(to) > Date.parse(now));
  if (!first) return null;
  const isNow = Date.parse(first.from) <= Date.parse(now);
  const isOpen = first.to === roster.to;
  return (
    <Notice tone="bad" title={isNow ? "Nobody is on watch" : "Nobody will be on watch"} className="mb-3">
      {!isNow && (
        <>
          from <When at={first.from} timeZone={timeZone} homeZone={homeZone} />{" "}
        </>
      )}
      {isOpen ? (
        "on, as far as this shows"
      ) : (
        <>
          until <When at={first.to} timeZone={timeZone} homeZone={homeZone} />
        </>
      )}
      {first.deactivated && `: it would be ${first.deactivated.name}, who is deactivated`}
      {others.length > 0 && `, and ${others.length === 1 ? "once" : `${others.length} times`} more in these weeks`}.
    </Notice>
  );
}
