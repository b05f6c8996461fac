import { RosterStrip } from "#components/rotations/roster/roster-strip";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { TeamRoster } from "#lib/rotations/team-roster-queries";

type TeamWatchesProps = {
  rosters: readonly TeamRoster[];
  /** The first day of the strip, a date such as `2026-11-22`, and how many it shows. */
  day: string;
  days: number;
  timeZone: string;
  now: string;
};

/** Who stands the watches of the reader's teams over the next days. Nothing where they have none. */
export function TeamWatches({ rosters, day, days, timeZone, now }: TeamWatchesProps) {
  if (rosters.length === 0) return null;
  return (
    <Section title="Watches of your teams" action={<Link href="/rotations?mine=true">In the list</Link>}>
      <RosterStrip
        rows={rosters.map(({ rotation, homeZone, roster }) => ({
          key: rotation.slug,
          label: (
            <Link href={`/rotations/${rotation.slug}`} className="line-clamp-1 text-ink-soft!" title={rotation.name}>
              {rotation.name}
            </Link>
          ),
          name: rotation.name,
          roster,
          day,
          homeZone,
        }))}
        days={days}
        timeZone={timeZone}
        now={now}
        label="Watches of your teams"
      />
    </Section>
  );
}
