import { PageColumns } from "#components/layout/page-columns";
import { Administration } from "#components/people/administration";
import { PersonFacts } from "#components/people/person-facts";
import { PersonHeader } from "#components/people/person-header";
import { PersonServices } from "#components/people/person-services";
import { PersonTeams } from "#components/people/person-teams";
import { now } from "#lib/clock";
import { loadPerson, personMetadata } from "./load-person";

type Props = PageProps<"/people/[person]">;

export const generateMetadata = ({ params }: Props) => personMetadata(params);

export default async function PersonPage({ params }: Props) {
  const { viewer, person } = await loadPerson(params);
  const { timeZone } = viewer;

  return (
    <>
      <PersonHeader person={person} timeZone={timeZone} now={now().toString()} />
      <PageColumns aside={<PersonFacts person={person} />}>
        <PersonTeams person={person} timeZone={timeZone} />
        <PersonServices person={person} />
        <Administration person={person} />
      </PageColumns>
    </>
  );
}
