import { ErrorState } from "#components/layout/error-state";
import { ButtonLink } from "#components/ui/button-link";

export default function TeamNotFound() {
  return (
    <ErrorState
      title="There is no such team here"
      actions={
        <>
          <ButtonLink href="/teams">All teams</ButtonLink>
          <ButtonLink href="/teams?retired=true" variant="quiet">
            Retired teams
          </ButtonLink>
        </>
      }
    >
      The address may be mistyped. A team that was renamed is still found under its old address.
    </ErrorState>
  );
}
