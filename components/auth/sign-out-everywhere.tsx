import { ConfirmForm } from "#components/ui/confirm-form";
import { signOutEverywhereAction } from "#lib/auth/actions";

/** Ends every session of the viewer, this one included. */
export function SignOutEverywhere() {
  return (
    <>
      <p className="mb-3 max-w-[36rem] text-ink-soft">
        A session lasts as long as it is used at least every 30 days. A device that you no longer have? End the sessions
        on all of them.
      </p>
      <ConfirmForm
        action={signOutEverywhereAction}
        label="Sign out everywhere"
        confirmLabel="Sign out everywhere"
        title="Sign out on every device?"
      >
        Every browser in which you are signed in, this one too, asks you to sign in again. Your API tokens stay good.
      </ConfirmForm>
    </>
  );
}
