import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import type { PersonView, Ref } from "#lib/rotations/views";

/** Where somebody asks for cover, and stands no watch that could be covered. */
export function NothingToCover({ rotation, person }: { rotation: Ref; person: PersonView | null }) {
  return (
    <EmptyState
      title={`${person ? `${person.name} stands` : "You stand"} no watch here in the coming eight weeks`}
      action={<ButtonLink href={`/rotations/${rotation.slug}`}>See who does</ButtonLink>}
    >
      So there is nothing to cover.
    </EmptyState>
  );
}
