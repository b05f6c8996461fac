"use client";

import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { restoreServiceAction, retireServiceAction } from "#lib/services/actions";

/** Takes a service out of the catalog, or brings it back. */
export function RetireForm({ slug, isRetired }: { slug: string; isRetired: boolean }) {
  return (
    <Form action={isRetired ? restoreServiceAction : retireServiceAction}>
      <input type="hidden" name="service" value={slug} />
      <FormActions>
        <Button type="submit" variant={isRetired ? "primary" : "danger"}>
          {isRetired ? "Bring it back" : "Retire it"}
        </Button>
        <ButtonLink href={`/services/${slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
