import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { levelWords } from "#lib/coverage/checks";
import type { Move } from "#lib/coverage/move-queries";

/** The least work that brings a service to its next level, with the page on which each piece is done. */
export function Moves({ moves, isTeamShown }: { moves: readonly Move[]; isTeamShown: boolean }) {
  if (moves.length === 0) return null;
  return (
    <Section title="What moves the level fastest">
      <ol className="rows border-b">
        {moves.map(({ service, tier, team, next, missing }) => (
          <li
            key={service.slug}
            className="grid gap-x-6 gap-y-0.5 py-2.25 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]"
          >
            <div className="min-w-0">
              <Link href={`/services/${service.slug}/coverage`} className="font-semibold text-ink">
                {service.name}
              </Link>
              <span className="block text-ink-faint text-small">
                {[tier && `tier ${tier}`, isTeamShown && team?.name].filter(Boolean).join(" · ")}
                {(tier || (isTeamShown && team)) && " · "}
                {missing.length === 1 ? "one check" : `${missing.length} checks`} to {levelWords[next].name}
              </span>
            </div>
            <ul className="min-w-0">
              {missing.slice(0, 3).map(({ check, asks, mend }) => (
                <li key={check} className="flex flex-wrap items-baseline gap-x-2">
                  <span className="text-ink-soft">{asks}</span>
                  <Link href={mend.path} className="touch:py-2">
                    {mend.label}
                  </Link>
                </li>
              ))}
              {missing.length > 3 && (
                <li className="text-ink-faint text-small">and {missing.length - 3} more on its page</li>
              )}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
