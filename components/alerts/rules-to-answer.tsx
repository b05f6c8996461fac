import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { RuleToAnswer } from "#lib/alerts/noise-queries";
import { stateImpactAction } from "#lib/alerts/rules/rule-actions";

type RulesToAnswerProps = {
  rules: readonly RuleToAnswer[];
  timeZone: string;
  /** Of several services: each line says of which. */
  isServiceShown?: boolean;
};

/** Rules of which nobody has said what customers see: until then they wake nobody. Nothing when all are answered. */
export function RulesToAnswer({ rules, timeZone, isServiceShown = false }: RulesToAnswerProps) {
  if (rules.length === 0) return null;
  return (
    <Section title="What do customers see?" note={rules.length}>
      <p className="mb-3 max-w-[44rem] text-ink-soft">
        Nobody has said it of these alert rules. Once a rule was asked, it waits for working hours until somebody
        answers.
      </p>
      <ul className="rows border-b">
        {rules.map((rule) => (
          <li key={rule.id} className="py-3">
            <Rule rule={rule} timeZone={timeZone} isServiceShown={isServiceShown} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Rule({ rule, timeZone, isServiceShown }: { rule: RuleToAnswer; timeZone: string; isServiceShown: boolean }) {
  const { name, service, summary, askedAt, count, canAnswer } = rule;
  return (
    <>
      <p>
        <code className="wrap-anywhere font-semibold">{name}</code>
        {isServiceShown && (
          <>
            {" of "}
            <Link href={`/services/${service.slug}/alerts`}>{service.name}</Link>
          </>
        )}
        <span className="block text-ink-faint text-small">
          {summary && `${summary} · `}
          {count === 0 ? "silent for 30 days" : `fired ${count === 1 ? "once" : `${count} times`} in 30 days`}
          {askedAt && (
            <>
              {" · asked "}
              <Instant at={askedAt} timeZone={timeZone} style="day" />
            </>
          )}
        </span>
      </p>
      {canAnswer && (
        <Form action={stateImpactAction} className="mt-2 flex! flex-wrap items-end gap-2!">
          <input type="hidden" name="service" value={service.slug} />
          <input type="hidden" name="name" value={name} />
          <Field label={`What customers see while ${name} fires`} name="customerImpact" className="min-w-64 flex-1">
            <Input maxLength={500} autoComplete="off" />
          </Field>
          <Button type="submit" name="answer" value="seen">
            They see this
          </Button>
          <Button type="submit" name="answer" value="nothing" variant="quiet">
            They see nothing of it
          </Button>
        </Form>
      )}
    </>
  );
}
