"use client";

import { useState } from "react";
import { SignatureFields } from "#components/signatures/signature-fields";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Textarea } from "#components/ui/textarea";
import { signatureUrl } from "#lib/documents/addresses";
import { editSignatureAction } from "#lib/signatures/actions";
import type { SignatureView } from "#lib/signatures/views";

/** Changes what is said of an error, with a place to try the pattern on one. */
export function EditSignature({ signature }: { signature: SignatureView }) {
  const [sample, setSample] = useState("");
  return (
    <div className="grid gap-6">
      <Field label="Try it on an error" name="sample" isOptional className="max-w-[52rem]!" hint="It is not kept.">
        <Textarea
          rows={3}
          spellCheck={false}
          className="max-h-80 font-mono text-small"
          value={sample}
          onChange={({ target }) => setSample(target.value)}
        />
      </Field>
      <Form action={editSignatureAction}>
        <input type="hidden" name="service" value={signature.service.slug} />
        <input type="hidden" name="signature" value={signature.slug} />
        <SignatureFields service={signature.service.slug} said={signature} sample={sample} />
        <FormActions>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <ButtonLink href={signatureUrl(signature)} variant="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}
