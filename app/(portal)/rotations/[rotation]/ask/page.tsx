import { PersonLinks } from "#components/rotations/person-links";
import { AskForm } from "#components/rotations/standing-in/ask-form";
import { NotYours } from "#components/rotations/standing-in/not-yours";
import { NothingToCover } from "#components/rotations/standing-in/nothing-to-cover";
import { ShiftChoice } from "#components/rotations/standing-in/shift-choice";
import { StandInList } from "#components/rotations/standing-in/stand-in-list";
import { TaskHeader } from "#components/rotations/task-header";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { findAsking } from "#lib/rotations/standing-in/life-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/ask">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Ask for cover");

export default async function AskForCoverPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, chosen] = await Promise.all([loadRotation(params, "/ask"), searchParams]);
  const { timeZone, email: address } = viewer;
  const { person, people, shifts, span, standIns, from } = await findAsking(viewer, rotation, chosen, now());
  const isOther = person !== null && person.address !== address;
  const words = (values: Record<string, string>) =>
    `?${new URLSearchParams(isOther ? { person: person.address, ...values } : values)}`;

  return (
    <>
      <TaskHeader
        rotation={rotation}
        title={isOther ? `Ask for cover for ${person.name}` : "Ask for cover"}
        lede={`The team sees it at once. ${isOther ? `${person.name} stays` : "You stay"} on watch until somebody claims it.`}
      />
      {people.length > 1 && (
        <PersonLinks
          label="For"
          people={people}
          chosen={person?.address ?? null}
          address={address}
          hrefOf={(one) => `?${new URLSearchParams({ person: one.address })}`}
        />
      )}
      {rotation.retiredAt ? (
        <NotYours rotation={rotation} who="people on watch ask for cover" />
      ) : span ? (
        <>
          <ShiftChoice
            legend={isOther ? `${person.name}’s coming shifts` : "Your coming shifts"}
            shifts={shifts}
            chosen={span.to}
            hrefOf={({ to }) => words({ shift: to })}
            timeZone={timeZone}
            now={from}
          />
          <AskForm rotation={rotation} span={span} person={isOther ? person : null} timeZone={timeZone} />
          {standIns.length > 0 && (
            <Section title="Who could stand in" className="mt-8 max-w-[34rem]">
              <StandInList standIns={standIns} timeZone={timeZone} address={address} />
            </Section>
          )}
        </>
      ) : (
        <NothingToCover rotation={rotation} person={isOther ? person : null} />
      )}
    </>
  );
}
