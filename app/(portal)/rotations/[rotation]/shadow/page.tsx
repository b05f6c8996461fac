import { ShadowForm } from "#components/rotations/first-watch/shadow-form";
import { ShadowList } from "#components/rotations/first-watch/shadow-list";
import { NotYours } from "#components/rotations/standing-in/not-yours";
import { ShiftChoice } from "#components/rotations/standing-in/shift-choice";
import { TaskHeader } from "#components/rotations/task-header";
import { Section } from "#components/ui/section";
import { now } from "#lib/clock";
import { chosenSpan, findComingRoster, listCrew, listShadows } from "#lib/rotations/standing-in/life-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/shadow">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Shadow");

export default async function ShadowPage({ params, searchParams }: Props) {
  const [{ viewer, rotation }, { shift }] = await Promise.all([loadRotation(params, "/shadow"), searchParams]);
  const [at, { timeZone, email: address }] = [now(), viewer];
  const [roster, shadows, people] = await Promise.all([
    findComingRoster(viewer, rotation.id, at),
    listShadows(viewer, rotation, at),
    listCrew(viewer, rotation.team.id),
  ]);
  const shifts = roster.shifts.filter(({ person }) => person.address !== address);
  const span = chosenSpan(shifts, shift, roster.from);

  return (
    <>
      <TaskHeader
        rotation={rotation}
        title="Shadow a watch"
        lede="Whoever shadows stands beside the person on watch and is told what they are told. It never counts as cover."
      />
      <div className="max-w-[34rem]">
        <Section title="Who shadows">
          <ShadowList rotation={rotation} shadows={shadows} timeZone={timeZone} />
        </Section>
      </div>
      {rotation.retiredAt ? (
        <NotYours rotation={rotation} who="a watch that is stood can be shadowed" />
      ) : (
        <>
          <ShiftChoice
            legend="Beside whom"
            shifts={shifts}
            chosen={span.to}
            hrefOf={({ to }) => `?${new URLSearchParams({ shift: to })}`}
            isPersonShown
            timeZone={timeZone}
            now={roster.from}
          />
          <ShadowForm rotation={rotation} span={span} people={people} address={address} timeZone={timeZone} />
        </>
      )}
    </>
  );
}
