import { EventHistory } from "#components/history/event-history";
import { RotationHeader } from "#components/rotations/rotation-header";
import { Section } from "#components/ui/section";
import { listEventsFrom } from "#lib/event-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/history">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "History");

export default async function RotationHistoryPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { cursor }] = await Promise.all([loadRotation(params, "/history"), searchParams]);
  const { part, isLater } = await listEventsFrom(viewer, rotation.id, cursor);
  const { timeZone } = viewer;
  const here = `/rotations/${rotation.slug}`;

  return (
    <>
      <RotationHeader rotation={rotation} timeZone={timeZone} />
      <Section title="What happened">
        <EventHistory events={part} isLater={isLater} timeZone={timeZone} here={here} path={`${here}/history`} />
      </Section>
    </>
  );
}
