import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Fieldset } from "#components/ui/fieldset";
import { Form } from "#components/ui/form";
import { Section } from "#components/ui/section";
import { Textarea } from "#components/ui/textarea";
import { planDrillAction } from "#lib/alerts/drills/actions";
import type { Askable } from "#lib/alerts/drills/ask-queries";

type PlanDrillProps = { service: string; askable: readonly Askable[] };

/** Plans a drill: what is played, and whom to ask. */
export function PlanDrill({ service, askable }: PlanDrillProps) {
  return (
    <Section title="Plan a drill" id="plan">
      <Form action={planDrillAction}>
        <input type="hidden" name="service" value={service} />
        <Field
          label="What is played"
          name="scenario"
          hint="The first line is what the page says. Then what to pretend, and where to stop: a drill changes nothing in production."
          isRequired
        >
          <Textarea rows={4} maxLength={2000} />
        </Field>
        <Fieldset
          legend="Whom to ask"
          hint="Each of them is told, and decides. Only those who agree are paged, whatever happens in the drill."
        >
          <PeopleToAsk askable={askable} />
        </Fieldset>
        <Button type="submit" variant="primary" className="justify-self-start">
          Ask them
        </Button>
      </Form>
    </Section>
  );
}

function PeopleToAsk({ askable }: Pick<PlanDrillProps, "askable">) {
  if (askable.length === 0) return <p className="text-ink-soft">Nobody active is in its teams.</p>;
  return (
    <div className="grid gap-1.5">
      {askable.map(({ address, name, watch, team }) => (
        <Checkbox
          key={address}
          name="people[]"
          value={address}
          label={name}
          hint={[watch, team].filter(Boolean).join(" · ")}
          defaultChecked={watch !== null}
        />
      ))}
    </div>
  );
}
