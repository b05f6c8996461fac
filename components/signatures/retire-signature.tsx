"use client";

import { Button } from "#components/ui/button";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Form } from "#components/ui/form";
import { restoreSignatureAction, retireSignatureAction } from "#lib/signatures/actions";

type RetireSignatureProps = { service: string; signature: string; isRetired: boolean };

/** Takes a signature out of use, or brings it back. */
export function RetireSignature({ service, signature, isRetired }: RetireSignatureProps) {
  const which = (
    <>
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="signature" value={signature} />
    </>
  );
  if (isRetired) {
    return (
      <Form action={restoreSignatureAction}>
        {which}
        <Button type="submit">Bring it back</Button>
      </Form>
    );
  }
  return (
    <ConfirmForm
      action={retireSignatureAction}
      variant="plain"
      label="Retire"
      confirmLabel="Retire it"
      title="Retire this signature?"
    >
      {which}
      It matches no error any more. Its history stays, and it can be brought back.
    </ConfirmForm>
  );
}
