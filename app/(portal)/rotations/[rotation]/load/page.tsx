import { EmptyState } from "#components/layout/empty-state";
import { LoadTable } from "#components/rotations/load/load-table";
import { LoadWindowForm } from "#components/rotations/load/load-window-form";
import { RotationHeader } from "#components/rotations/rotation-header";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { dayAt } from "#lib/rotations/drawing/days";
import { findLoad } from "#lib/rotations/load/load-queries";
import { loadWindow } from "#lib/rotations/load/load-window";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/load">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Load");

export default async function RotationLoadPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, asked] = await Promise.all([loadRotation(params, "/load"), searchParams]);
  const [at, { timeZone }] = [now(), viewer];
  const window = loadWindow(asked, timeZone, at);
  const loads = await findLoad(viewer, rotation, window.span);
  const here = `/rotations/${rotation.slug}/load`;

  return (
    <>
      <RotationHeader rotation={rotation} timeZone={timeZone} />
      {loads ? (
        <>
          <LoadWindowForm here={here} window={window} today={`${dayAt(at, timeZone)}`} />
          <Section title="Who carried what">
            <LoadTable caption={`What everybody carried of ${rotation.name}`} loads={loads} />
            <p className="mt-2 max-w-[44rem] text-ink-faint text-small">
              By name, for planning. Nights are from 22:00 to 06:00, days and holidays those of where each person is.
              What was handed over and taken counts as often as somebody stood in.
            </p>
          </Section>
        </>
      ) : (
        <EmptyState title="This is for the team">
          What each person carried is shown to the members of {rotation.team.name} and to whoever manages them.
        </EmptyState>
      )}
    </>
  );
}
