import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { TeamHead } from "#lib/teams/queries";

/** The teams beneath this one. */
export function Beneath({ team }: { team: TeamHead }) {
  if (team.beneath.length === 0) return null;
  return (
    <Section title="Teams beneath" note={String(team.beneath.length)}>
      <ul className="rows border-b">
        {team.beneath.map(({ slug, name, kind, peopleCount }) => (
          <li key={slug} className="flex items-baseline justify-between gap-3 py-1.75">
            <Link href={`/teams/${slug}`} className="text-ink!">
              {name}
            </Link>
            <span className="shrink-0 text-ink-faint text-small">
              {kind} · {peopleCount === 1 ? "1 person" : `${peopleCount} people`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
