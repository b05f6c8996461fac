import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { MyTeam } from "#lib/home/queries";

/** The teams that the reader belongs to or manages. */
export function MyTeams({ teams, timeZone }: { teams: MyTeam[]; timeZone: string }) {
  if (teams.length === 0) return null;
  return (
    <Section title={teams.length === 1 ? "Your team" : "Your teams"}>
      <ul className="border-b">
        {teams.map((team) => (
          <li key={team.slug} className="border-t py-2">
            <Link href={`/teams/${team.slug}`}>{team.name}</Link>
            <span className="block text-ink-faint text-small">
              {team.role === "manager" ? "you manage it" : team.role}
              {team.since && (
                <>
                  , since <Instant at={team.since} timeZone={timeZone} style="day" />
                </>
              )}
            </span>
            {(team.chat || team.manager) && (
              <span className="wrap-anywhere block text-ink-faint text-small">
                {[team.chat, team.role !== "manager" && team.manager && `manager ${team.manager}`]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
