import { EventHistory } from "#components/history/event-history";
import { AsideFirst } from "#components/layout/aside-first";
import { AsOfForm } from "#components/teams/as-of";
import { TeamHeader } from "#components/teams/team-header";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { listEventsFrom } from "#lib/event-queries";
import { yesterdayIn } from "#lib/teams/past-day";
import { loadTeamHead, teamMetadata } from "../load-team";

type Props = PageProps<"/teams/[team]/history">;

export const generateMetadata = ({ params }: Props) => teamMetadata(params, "History");

export default async function TeamHistoryPage({ params, searchParams }: Props) {
  const [{ viewer, team }, { cursor }] = await Promise.all([loadTeamHead(params, "/history"), searchParams]);
  const { part, isLater } = await listEventsFrom(viewer, team.id, cursor);
  const { timeZone } = viewer;
  const here = `/teams/${team.slug}`;

  return (
    <>
      <TeamHeader team={team} timeZone={timeZone} />
      <AsideFirst label="On a past day" aside={<AsOfForm team={team} latest={yesterdayIn(timeZone, now())} />}>
        <Section title="What happened">
          <EventHistory events={part} isLater={isLater} timeZone={timeZone} here={here} path={`${here}/history`} />
        </Section>
      </AsideFirst>
    </>
  );
}
