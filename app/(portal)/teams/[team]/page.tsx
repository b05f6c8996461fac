import { AsOf } from "#components/teams/as-of";
import { TeamHeader } from "#components/teams/team-header";
import { TeamOverview } from "#components/teams/team-overview";
import { now } from "#lib/clock";
import { listEvents } from "#lib/event-queries";
import { endOfPastDay } from "#lib/teams/past-day";
import { findTeamAt } from "#lib/teams/queries";
import { loadTeam, teamMetadata } from "./load-team";

type Props = PageProps<"/teams/[team]">;

export const generateMetadata = ({ params }: Props) => teamMetadata(params);

export default async function TeamPage({ params, searchParams }: Props) {
  const [{ viewer, team }, { at: asked }] = await Promise.all([loadTeam(params), searchParams]);
  const { timeZone } = viewer;
  const day = endOfPastDay(asked?.toString(), timeZone, now());
  const [then, events] = await Promise.all([
    day && findTeamAt(viewer, team.id, day),
    day ? undefined : listEvents(viewer, team.id, { limit: 5 }),
  ]);

  return (
    <>
      <TeamHeader team={team} timeZone={timeZone} />
      {then && <AsOf team={team} day={String(asked)} then={then} timeZone={timeZone} />}
      {events && <TeamOverview team={team} events={events} timeZone={timeZone} now={now().toString()} />}
    </>
  );
}
