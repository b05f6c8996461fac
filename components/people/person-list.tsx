import { personAddress } from "#components/people/person-link";
import { instantText, zoneText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import type { PersonItem } from "#lib/people/list-queries";

const mostManaged = 3;

/** People, one below the other: who they are, their teams, and what time it is where they are. */
export function PersonList({ people, now }: { people: readonly PersonItem[]; now: string }) {
  return (
    <ul className="rows border-b">
      {people.map((person) => (
        <li key={person.address} className="grid gap-x-5 gap-y-0.5 py-2.25 sm:grid-cols-[minmax(0,1fr)_14rem_7.5rem]">
          <div className="min-w-0">
            <Link href={personAddress(person.address)} className="font-semibold text-ink">
              {person.name}
            </Link>
            {!person.isActive && <span className="ml-1.5 text-ink-faint text-small">deactivated</span>}
            {person.isAdministrator && <span className="ml-1.5 text-ink-faint text-small">administrator</span>}
            {person.title && <p className="truncate text-ink-soft text-small">{person.title}</p>}
          </div>
          <div className="min-w-0 text-small">
            {person.teams.length + person.manages.length === 0 && <span className="text-ink-faint">no team</span>}
            {person.teams.map(({ slug, name, role }) => (
              <TeamLine key={slug} slug={slug} name={name} as={role === "lead" ? "lead" : undefined} />
            ))}
            {person.manages.slice(0, mostManaged).map(({ slug, name }) => (
              <TeamLine key={slug} slug={slug} name={name} as="manager" />
            ))}
            {person.manages.length > mostManaged && (
              <span className="text-ink-faint">and {person.manages.length - mostManaged} more</span>
            )}
          </div>
          <p className="text-ink-faint text-small tabular-nums sm:text-right">
            {person.timeZone && `${instantText(now, person.timeZone, "time")} ${zoneText(person.timeZone)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function TeamLine({ slug, name, as }: { slug: string; name: string; as: "lead" | "manager" | undefined }) {
  return (
    <span className="block truncate">
      <Link href={`/teams/${slug}`} className="text-ink-soft!">
        {name}
      </Link>
      {as && <span className="text-ink-faint"> {as}</span>}
    </span>
  );
}
