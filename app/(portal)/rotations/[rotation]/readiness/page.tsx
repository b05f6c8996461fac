import { CrewReadiness } from "#components/rotations/first-watch/crew-readiness";
import { ReadinessList } from "#components/rotations/first-watch/readiness-list";
import { TaskHeader } from "#components/rotations/task-header";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { listReadiness } from "#lib/rotations/first-watch/readiness-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/readiness">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Readiness");

export default async function ReadinessPage({ params }: Props) {
  const { viewer, rotation } = await loadRotation(params, "/readiness");
  const crew = await listReadiness(viewer, rotation, now());
  const own = crew.find(({ person }) => person.address === viewer.email);

  return (
    <>
      <TaskHeader
        rotation={rotation}
        title="Before a first watch"
        lede="Four things that everybody makes sure of before they stand this watch alone. It is a list to help, not a test."
      />
      {own && (
        <Section title="Yours">
          <ReadinessList rotation={rotation} readiness={own} timeZone={viewer.timeZone} />
        </Section>
      )}
      <CrewReadiness crew={crew} timeZone={viewer.timeZone} />
    </>
  );
}
