import { Link } from "#components/ui/link";
import { describeTeamGap } from "#lib/teams/gaps";
import type { TeamItem } from "#lib/teams/list-queries";

const and = new Intl.ListFormat("en");

/** Teams, one below the other: what each is, who leads it, what it owns and lacks. */
export function TeamList({ teams }: { teams: readonly TeamItem[] }) {
  return (
    <ul className="rows border-b">
      {teams.map((team) => (
        <li key={team.slug} className="grid gap-x-5 gap-y-0.5 py-2.25 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <div className="min-w-0">
            <Link href={`/teams/${team.slug}`} className="font-semibold text-ink">
              {team.name}
            </Link>
            {team.kind === "ops" && <span className="ml-1.5 text-ink-faint text-small">ops</span>}
            {team.description && <p className="truncate text-ink-soft">{team.description}</p>}
            {team.gaps.length > 0 && (
              <p className="text-ink-faint text-small">
                {team.gaps.map((gap) => describeTeamGap(gap).label).join(" · ")}
              </p>
            )}
          </div>
          <div className="text-small max-sm:flex max-sm:flex-wrap max-sm:gap-x-2">
            {team.leads.length > 0 && <p className="truncate text-ink-soft">led by {leadsOf(team)}</p>}
            <p className="text-ink-faint">
              {counted(team.peopleCount, "person", "people")} · {counted(team.serviceCount, "service", "services")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function leadsOf({ leads }: TeamItem): string {
  return leads.length > 2 ? `${leads[0]} and ${leads.length - 1} more` : and.format(leads);
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
