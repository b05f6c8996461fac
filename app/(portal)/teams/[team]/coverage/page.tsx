import { CoverageDownloads } from "#components/coverage/coverage-downloads";
import { CoverageOverview } from "#components/coverage/coverage-overview";
import { MeasureButton } from "#components/coverage/measure-button";
import { NoServices } from "#components/coverage/no-services";
import { TeamHeader } from "#components/teams/team-header";
import { Link } from "#components/ui/link";
import { can } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { findCoverageOverview } from "#lib/coverage/overview-queries";
import { loadTeamHead, teamMetadata } from "../load-team";

type Props = PageProps<"/teams/[team]/coverage">;

export const generateMetadata = ({ params }: Props) => teamMetadata(params, "Coverage");

export default async function TeamCoveragePage({ params, searchParams }: Props) {
  const [{ viewer, team }, values] = await Promise.all([loadTeamHead(params, "/coverage"), searchParams]);
  const overview = await findCoverageOverview(viewer, team.id, values, now());
  const { matrix, day } = overview;
  const canMeasure = !day.shown && matrix.heads.total > 0 && can(viewer, "coverage:measure", { teamIds: [team.id] });

  return (
    <>
      <TeamHeader team={team} timeZone={viewer.timeZone} />
      <div className="mb-4 flex flex-wrap items-center gap-2" data-screen-only="">
        {canMeasure && <MeasureButton team={team.slug} />}
        <CoverageDownloads filter={matrix.filter} team={team.slug} at={day.closedAt} />
        <Link href={`/coverage/noise?team=${team.slug}`} className="ml-2 py-2">
          Noise and time to engage
        </Link>
      </div>
      <CoverageOverview
        {...{ overview }}
        action={`/teams/${team.slug}/coverage`}
        of={team.beneath.length > 0 ? `${team.name} and the teams beneath it` : team.name}
        timeZone={viewer.timeZone}
        isTeamShown={team.beneath.length > 0}
        empty={<NoServices team={team} isPast={day.shown !== undefined} />}
      />
    </>
  );
}
