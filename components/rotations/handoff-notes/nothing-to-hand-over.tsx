import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import type { Ref } from "#lib/rotations/views";

/** Where somebody who hands over nothing came to leave a note. */
export function NothingToHandOver({ rotation }: { rotation: Ref }) {
  return (
    <EmptyState
      title="You hand nothing over here at the moment"
      action={<ButtonLink href={`/rotations/${rotation.slug}`}>See who is on watch</ButtonLink>}
    >
      A note is left by whoever is on watch, for the person who comes next, and up to a week after.
    </EmptyState>
  );
}
