import { ErrorState } from "#components/layout/error-state";
import { ButtonLink } from "#components/ui/button-link";

export default function PersonNotFound() {
  return (
    <ErrorState
      title="There is no such person here"
      actions={
        <>
          <ButtonLink href="/people">Everybody</ButtonLink>
          <ButtonLink href="/people?status=deactivated" variant="quiet">
            Deactivated people
          </ButtonLink>
        </>
      }
    >
      The address may be mistyped. Whoever has a new e-mail address is still found under the old one.
    </ErrorState>
  );
}
