import { ErrorState } from "#components/layout/error-state";
import { ButtonLink } from "#components/ui/button-link";

export default function RotationNotFound() {
  return (
    <ErrorState
      title="There is no such rotation here"
      actions={
        <>
          <ButtonLink href="/rotations">All rotations</ButtonLink>
          <ButtonLink href="/rotations?retired=true" variant="quiet">
            Retired rotations
          </ButtonLink>
        </>
      }
    >
      The address may be mistyped. A rotation that was renamed is still found under its old address.
    </ErrorState>
  );
}
