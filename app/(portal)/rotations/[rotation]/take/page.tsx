import { NotYours } from "#components/rotations/standing-in/not-yours";
import { ShiftChoice } from "#components/rotations/standing-in/shift-choice";
import { TakeForm } from "#components/rotations/standing-in/take-form";
import { TaskHeader } from "#components/rotations/task-header";
import { now } from "#lib/clock";
import { chosenSpan, findComingRoster, listCrew } from "#lib/rotations/standing-in/life-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/take">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Take over");

export default async function TakeOverPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { shift }] = await Promise.all([loadRotation(params, "/take"), searchParams]);
  const { timeZone, email: address } = viewer;
  const { canTake, canHandOver } = rotation.permissions;
  const [roster, people] = await Promise.all([
    findComingRoster(viewer, rotation.id, now()),
    listCrew(viewer, rotation.team.id),
  ]);
  const shifts = canHandOver ? roster.shifts : roster.shifts.filter(({ person }) => person.address !== address);
  const span = chosenSpan(shifts, shift, roster.from);

  return (
    <>
      <TaskHeader
        rotation={rotation}
        title="Take over"
        lede="Whoever stands in has the watch for that time, on the roster, in the pager and in the calendar. You can give it back."
      />
      {rotation.retiredAt || !(canTake || canHandOver) ? (
        <NotYours rotation={rotation} who="members of the team take its watch over" />
      ) : (
        <>
          <ShiftChoice
            legend="A coming shift"
            shifts={shifts}
            chosen={span.to}
            hrefOf={({ to }) => `?${new URLSearchParams({ shift: to })}`}
            isPersonShown
            timeZone={timeZone}
            now={roster.from}
          />
          <TakeForm rotation={rotation} span={span} people={people} address={address} timeZone={timeZone} />
        </>
      )}
    </>
  );
}
