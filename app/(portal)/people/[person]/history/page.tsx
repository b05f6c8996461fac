import { EventHistory } from "#components/history/event-history";
import { PersonHeader } from "#components/people/person-header";
import { personAddress } from "#components/people/person-link";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { listEventsFrom } from "#lib/event-queries";
import { loadPerson, personMetadata } from "../load-person";

type Props = PageProps<"/people/[person]/history">;

export const generateMetadata = ({ params }: Props) => personMetadata(params, "History");

export default async function PersonHistoryPage({ params, searchParams }: Props) {
  const [{ viewer, person, hasRecord }, { cursor }] = await Promise.all([loadPerson(params, "/history"), searchParams]);
  const { part, isLater } = await listEventsFrom(viewer, person.id, cursor);
  const here = personAddress(person.address);
  const path = personAddress(person.address, "/history");

  return (
    <>
      <PersonHeader
        person={person}
        hasRecord={hasRecord}
        room="history"
        timeZone={viewer.timeZone}
        now={now().toString()}
      />
      <Section title="What happened">
        <EventHistory events={part} isLater={isLater} timeZone={viewer.timeZone} here={here} path={path} />
      </Section>
    </>
  );
}
