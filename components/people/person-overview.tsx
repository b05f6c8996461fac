import { AsideFirst } from "#components/layout/aside-first";
import { Administration } from "#components/people/administration";
import { PersonFacts } from "#components/people/person-facts";
import { PersonServices } from "#components/people/person-services";
import { PersonTeams } from "#components/people/person-teams";
import { PersonWatches } from "#components/people/person-watches";
import type { Reach } from "#lib/notifications/reach-queries";
import type { PersonView } from "#lib/people/queries";
import type { OwnWatches } from "#lib/rotations/own-watch-queries";

type PersonOverviewProps = { person: PersonView; watches: OwnWatches; reach: Reach | undefined; timeZone: string };

/** A person today. On a phone how to reach them comes first; on a desk that stands at the right. */
export function PersonOverview({ person, watches, reach, timeZone }: PersonOverviewProps) {
  return (
    <AsideFirst label="Reach them" aside={<PersonFacts person={person} reach={reach} timeZone={timeZone} />}>
      <PersonWatches person={person} watches={watches} timeZone={timeZone} />
      <PersonTeams person={person} timeZone={timeZone} />
      <PersonServices person={person} />
      <Administration person={person} />
    </AsideFirst>
  );
}
