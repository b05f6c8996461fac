import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import type { Ref } from "#lib/rotations/views";

/** Where two shifts were to be swapped and there are none. `isAlone`: nobody else stands a watch here. */
export function NothingToSwap({ rotation, isAlone }: { rotation: Ref; isAlone: boolean }) {
  return (
    <EmptyState
      title={
        isAlone
          ? "Nobody else stands a watch here in the coming eight weeks"
          : "You stand no watch here in the coming eight weeks"
      }
      action={<ButtonLink href={`/rotations/${rotation.slug}`}>See who does</ButtonLink>}
    >
      So there is nothing to swap.
    </EmptyState>
  );
}
