import { Button } from "#components/ui/button";
import { signOutAction } from "#lib/auth/actions";

/** Ends this session. */
export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <Button type="submit" variant="quiet" size="small" className="w-full justify-start px-1.5 font-normal">
        Sign out
      </Button>
    </form>
  );
}
