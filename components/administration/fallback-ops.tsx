import { TeamField } from "#components/services/team-field";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Section } from "#components/ui/section";
import { chooseFallbackOpsAction } from "#lib/administration/actions";

type FallbackOpsProps = { team: { slug: string; name: string } | null };

/** Who stands behind the services that name no ops team. */
export function FallbackOps({ team }: FallbackOpsProps) {
  return (
    <Section title="Behind everything">
      <Form action={chooseFallbackOpsAction}>
        <TeamField
          label="Fallback ops team"
          name="team"
          team={team}
          hint="Its default rotation stands behind every service that has no ops team of its own."
        />
        <FormActions>
          <Button type="submit">Save</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
