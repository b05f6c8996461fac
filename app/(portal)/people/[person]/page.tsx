import { PersonHeader } from "#components/people/person-header";
import { PersonOverview } from "#components/people/person-overview";
import { now } from "#lib/clock";
import { listReach } from "#lib/notifications/reach-queries";
import { listWatchesOf } from "#lib/rotations/own-watch-queries";
import { loadPerson, personMetadata } from "./load-person";

type Props = PageProps<"/people/[person]">;

export const generateMetadata = ({ params }: Props) => personMetadata(params);

export default async function PersonPage({ params }: Props) {
  const { viewer, person, hasRecord } = await loadPerson(params);
  const [at, { timeZone }] = [now(), viewer];
  const [watches, reach] = await Promise.all([listWatchesOf(viewer, person.id, at), listReach(viewer, [person.id])]);

  return (
    <>
      <PersonHeader person={person} hasRecord={hasRecord} timeZone={timeZone} now={at.toString()} />
      <PersonOverview person={person} watches={watches} reach={reach.get(person.id)} timeZone={timeZone} />
    </>
  );
}
