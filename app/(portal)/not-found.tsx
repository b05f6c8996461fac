"use client";

import { ErrorState } from "#components/layout/error-state";
import { ButtonLink } from "#components/ui/button-link";

export default function PortalNotFound() {
  return (
    <ErrorState
      title="There is no such page here"
      actions={
        <>
          <ButtonLink href="/services">Search the catalog</ButtonLink>
          <ButtonLink href="/" variant="quiet">
            Go home
          </ButtonLink>
        </>
      }
    >
      The address may be mistyped, or what was here is gone. Things that were renamed are still found under their old
      address.
    </ErrorState>
  );
}
