import { EmptyState } from "#components/layout/empty-state";
import { RosterStrip } from "#components/rotations/roster/roster-strip";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { TeamRoster } from "#lib/rotations/team-roster-queries";
import type { TeamView } from "#lib/teams/queries";

type TeamRotationsProps = {
  team: TeamView;
  rosters: readonly TeamRoster[];
  /** The first day of the strip, a date such as `2026-11-22`, and how many it shows. */
  day: string;
  days: number;
  timeZone: string;
  /** ISO 8601. */
  now: string;
};

/** Who stands the watches of a team over the next days. */
export function TeamRotations({ team, rosters, day, days, timeZone, now }: TeamRotationsProps) {
  const create = team.permissions.canEdit && !team.retiredAt;
  if (rosters.length === 0) return <NoRotation team={team} canCreate={create} />;
  return (
    <Section
      title="Rotations"
      note={rosters.length}
      action={
        <>
          {create && <Link href={`/rotations/new?team=${team.slug}`}>New rotation</Link>}
          <Link href={`/rotations?team=${team.slug}`}>In the list</Link>
        </>
      }
    >
      <RosterStrip
        rows={rosters.map(({ rotation, homeZone, roster }) => ({
          key: rotation.slug,
          label: (
            <Link href={`/rotations/${rotation.slug}`} className="line-clamp-1 text-ink!" title={rotation.name}>
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
        label={`Watches of ${team.name}`}
      />
    </Section>
  );
}

/** A team that owns nothing and that the reader does not lead need not be told. */
function NoRotation({ team, canCreate }: { team: TeamView; canCreate: boolean }) {
  if (!canCreate && team.deliveryCount + team.opsCount === 0) return null;
  return (
    <Section title="Rotations">
      <EmptyState
        title="Nobody stands watch for this team"
        action={canCreate && <ButtonLink href={`/rotations/new?team=${team.slug}`}>New rotation</ButtonLink>}
      >
        {canCreate
          ? "Set up who takes turns and when the watch passes on; the team’s services are paged through it."
          : "Its leads set up who takes turns and when the watch passes on."}
      </EmptyState>
    </Section>
  );
}
