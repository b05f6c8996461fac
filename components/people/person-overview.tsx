import { AsideFirst } from "#components/layout/aside-first";
import { Administration } from "#components/people/administration";
import { PersonFacts } from "#components/people/person-facts";
import { PersonServices } from "#components/people/person-services";
import { PersonTeams } from "#components/people/person-teams";
import type { PersonView } from "#lib/people/queries";

/** A person today. On a phone how to reach them comes first; on a desk that stands at the right. */
export function PersonOverview({ person, timeZone }: { person: PersonView; timeZone: string }) {
  return (
    <AsideFirst label="Reach them" aside={<PersonFacts person={person} />}>
      <PersonTeams person={person} timeZone={timeZone} />
      <PersonServices person={person} />
      <Administration person={person} />
    </AsideFirst>
  );
}
