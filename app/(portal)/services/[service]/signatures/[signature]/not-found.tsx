import { ErrorState } from "#components/layout/error-state";
import { ButtonLink } from "#components/ui/button-link";

export default function SignatureNotFound() {
  return (
    <ErrorState
      title="There is no such signature here"
      actions={<ButtonLink href="/search/paste">Paste the error</ButtonLink>}
    >
      <p>The address may be mistyped. The error itself leads to every signature that it matches.</p>
    </ErrorState>
  );
}
