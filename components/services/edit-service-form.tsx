"use client";

import { FactFields } from "#components/services/fact-fields";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { editServiceAction } from "#lib/services/actions";
import type { ServiceView } from "#lib/services/queries";

type EditServiceFormProps = {
  service: Pick<
    ServiceView,
    "slug" | "description" | "type" | "tier" | "lifecycle" | "customerFacing" | "repository" | "links"
  >;
};

/** Changes what is said of a service. */
export function EditServiceForm({ service }: EditServiceFormProps) {
  return (
    <Form action={editServiceAction}>
      <input type="hidden" name="service" value={service.slug} />
      <FactFields facts={service} />
      <FormActions>
        <Button type="submit" variant="primary">
          Save
        </Button>
        <ButtonLink href={`/services/${service.slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
