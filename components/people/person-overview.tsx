import { Administration } from "#components/people/administration";
import { PersonFacts } from "#components/people/person-facts";
import { PersonServices } from "#components/people/person-services";
import { PersonTeams } from "#components/people/person-teams";
import type { PersonView } from "#lib/people/queries";

/** A person today. On a phone how to reach them comes first; on a desk that stands at the right. */
export function PersonOverview({ person, timeZone }: { person: PersonView; timeZone: string }) {
  return (
    <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <aside aria-label="Reach them" className="min-w-0 lg:order-last">
        <PersonFacts person={person} />
      </aside>
      <div className="min-w-0">
        <PersonTeams person={person} timeZone={timeZone} />
        <PersonServices person={person} />
        <Administration person={person} />
      </div>
    </div>
  );
}
