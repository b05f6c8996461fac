import { Button } from "#components/ui/button";
import { signInByLinkAction } from "#lib/auth/actions";

type LinkConfirmationProps = { callbackUrl: string; email: string; token: string };

/** One more click between the letter and the session: programs that scan mail follow links, but press no buttons. */
export function LinkConfirmation({ callbackUrl, email, token }: LinkConfirmationProps) {
  return (
    <form action={signInByLinkAction}>
      <p className="mb-5">
        You are about to sign in as <b>{email}</b> in this browser.
      </p>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant="primary">
        Sign in
      </Button>
    </form>
  );
}
