import { PersonHeader } from "#components/people/person-header";
import { PersonOverview } from "#components/people/person-overview";
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
      <PersonOverview person={person} timeZone={timeZone} />
    </>
  );
}
