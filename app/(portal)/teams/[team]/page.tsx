import { TeamDocuments } from "#components/documents/team-documents";
import { TeamRecords } from "#components/records/team-records";
import { AsOf } from "#components/teams/as-of";
import { TeamHeader } from "#components/teams/team-header";
import { TeamOverview } from "#components/teams/team-overview";
import { TeamRotations } from "#components/teams/team-rotations";
import { now } from "#lib/clock";
import { findTeamDocuments } from "#lib/documents/team-documents-queries";
import { listEvents } from "#lib/event-queries";
import { listManaged } from "#lib/records/team-queries";
import { dayAt, spanOfDays } from "#lib/rotations/drawing/days";
import { listTeamRosters } from "#lib/rotations/team-roster-queries";
import { endOfPastDay } from "#lib/teams/past-day";
import { findTeamAt } from "#lib/teams/queries";
import { loadTeam, teamMetadata } from "./load-team";

type Props = PageProps<"/teams/[team]">;

export const generateMetadata = ({ params }: Props) => teamMetadata(params);

/** How many days of the watches are in sight, today among them. */
const days = 7;

export default async function TeamPage({ params, searchParams }: Props) {
  const [{ viewer, team }, { at: asked }] = await Promise.all([loadTeam(params), searchParams]);
  const [at, { timeZone }] = [now(), viewer];
  const today = dayAt(at, timeZone);
  const day = endOfPastDay(asked?.toString(), timeZone, at);
  const [then, events, rosters, documents, managed] = await Promise.all([
    day && findTeamAt(viewer, team.id, day),
    day ? undefined : listEvents(viewer, team.id, { limit: 5 }),
    day ? [] : listTeamRosters(viewer, [team.id], spanOfDays(today, days, timeZone)),
    day ? undefined : findTeamDocuments(viewer, team.id, at),
    day ? [] : listManaged(viewer, team.id),
  ]);

  return (
    <>
      <TeamHeader team={team} timeZone={timeZone} />
      {then && <AsOf team={team} day={String(asked)} then={then} timeZone={timeZone} />}
      {events && (
        <TeamOverview
          {...{ team, events, timeZone }}
          now={at.toString()}
          documents={documents && <TeamDocuments team={team} found={documents} timeZone={timeZone} />}
          records={<TeamRecords people={managed} timeZone={timeZone} now={at.toString()} />}
          rotations={<TeamRotations {...{ team, rosters, days, timeZone }} day={`${today}`} now={at.toString()} />}
        />
      )}
    </>
  );
}
