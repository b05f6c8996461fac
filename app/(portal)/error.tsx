"use client";

import { ErrorState } from "#components/layout/error-state";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";

export default function PortalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      reference={error.digest}
      actions={
        <>
          <Button onClick={reset}>Try again</Button>
          <ButtonLink href="/" variant="quiet">
            Go home
          </ButtonLink>
        </>
      }
    >
      Something broke on the server, and nothing you typed has been saved by it. Trying again often helps; if it does
      not, tell an administrator the reference below.
    </ErrorState>
  );
}
