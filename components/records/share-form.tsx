import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Section } from "#components/ui/section";
import { suggestPeopleAction } from "#lib/people/actions";
import { shareRecordAction } from "#lib/records/actions";

/** Lets one more person read the record. The key makes a fresh field once somebody was added. */
export function ShareForm({ made }: { made: number }) {
  return (
    <Section title="Share it with somebody">
      <Form action={shareRecordAction} className="border-t pt-4">
        <Field
          label="Person"
          name="reader"
          isRequired
          hint="They read all of it, your own words included, until you withdraw that. They are told."
        >
          <Combobox key={made} suggest={suggestPeopleAction} />
        </Field>
        <FormActions>
          <Button type="submit" variant="primary">
            Share
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
