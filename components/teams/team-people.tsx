import { PersonLink } from "#components/people/person-link";
import { instantText, zoneText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { TeamView } from "#lib/teams/queries";

type TeamPeopleProps = { team: TeamView; now: string };

const inSight = 12;

/** Who is in the team, leads first, with the time where they are. */
export function TeamPeople({ team, now }: TeamPeopleProps) {
  const active = team.members.filter(({ isActive }) => isActive);
  if (active.length === 0) return null;
  const address = `/teams/${team.slug}/members`;
  return (
    <Section title="People" note={String(active.length)} action={<Link href={address}>All members</Link>}>
      <ul className="rows border-b">
        {active.slice(0, inSight).map((member) => (
          <li key={member.address} className="flex items-baseline justify-between gap-3 py-1.75">
            <span className="min-w-0">
              <PersonLink person={member} className="text-ink!" />
              {member.role === "lead" && <span className="ml-1.5 text-ink-faint text-small">lead</span>}
            </span>
            {member.timeZone && (
              <span className="shrink-0 text-ink-faint text-small tabular-nums">
                {instantText(now, member.timeZone, "time")} {zoneText(member.timeZone)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {active.length > inSight && <p className="pt-2 text-ink-faint text-small">and {active.length - inSight} more</p>}
    </Section>
  );
}
