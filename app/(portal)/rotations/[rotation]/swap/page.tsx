import { spanText } from "#components/rotations/span-text";
import { NotYours } from "#components/rotations/standing-in/not-yours";
import { NothingToSwap } from "#components/rotations/standing-in/nothing-to-swap";
import { SwapForm } from "#components/rotations/standing-in/swap-form";
import { TaskHeader } from "#components/rotations/task-header";
import { now } from "#lib/clock";
import { findComingRoster } from "#lib/rotations/standing-in/life-queries";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/swap">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Swap");

export default async function SwapPage({ params }: Props) {
  const { viewer, rotation } = await loadRotation(params, "/swap");
  const { canTake, canHandOver } = rotation.permissions;
  const roster = await findComingRoster(viewer, rotation.id, now());
  const options = roster.shifts.map(({ from, to, person }) => ({
    value: `${from}/${to}`,
    when: spanText(from, to, viewer.timeZone),
    who: person.name,
    address: person.address,
    isOwn: person.address === viewer.email,
  }));
  const first = options.find(({ isOwn }) => isOwn) ?? (canHandOver ? options[0] : undefined);
  const others = options.filter(({ address }) => address !== first?.address);
  // Nobody means the shift that is being stood when they think of swapping.
  const second = others.find(({ value }) => !value.startsWith(`${roster.from}/`)) ?? others[0];

  return (
    <>
      <TaskHeader
        rotation={rotation}
        title="Swap two shifts"
        lede="Each of the two stands what the other one held. Both can undo it, for both, until one of them has begun."
      />
      {rotation.retiredAt || !(canTake || canHandOver) ? (
        <NotYours rotation={rotation} who="members of the team swap its shifts" />
      ) : first && second ? (
        <SwapForm
          rotation={rotation}
          options={options}
          isForAnybody={canHandOver}
          first={first.value}
          second={second.value}
        />
      ) : (
        <NothingToSwap rotation={rotation} isAlone={first !== undefined} />
      )}
    </>
  );
}
