import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Section } from "#components/ui/section";
import { Textarea } from "#components/ui/textarea";
import { learnFromDrillAction } from "#lib/alerts/drills/actions";
import type { DrillView } from "#lib/alerts/drills/views";

/** What a drill showed, and a form to write it down. */
export function Learnt({ drill: { id, learnt, state }, canLearn }: { drill: DrillView; canLearn: boolean }) {
  if (state !== "under-way" && state !== "over") return null;
  return (
    <Section title="What it showed" id="learnt">
      {learnt ? (
        <p className="wrap-anywhere max-w-[44rem] whitespace-pre-wrap">{learnt}</p>
      ) : (
        <p className="text-ink-soft">Nobody has written it down yet.</p>
      )}
      {canLearn && (
        <details className="mt-3" open={state === "over" && learnt === null} data-screen-only="">
          <summary className="inline-block cursor-pointer rounded-small py-1 font-semibold text-accent touch:py-3">
            {learnt ? "Change it" : "Write it down"}
          </summary>
          <Form action={learnFromDrillAction} className="mt-3">
            <input type="hidden" name="drill" value={id} />
            <input type="hidden" name="seen" value={learnt ?? ""} />
            <Field
              label="What it showed"
              name="learnt"
              hint="What the briefing lacked, which step did not hold, who could not be reached, and what is mended by now."
            >
              <Textarea rows={5} maxLength={10_000} defaultValue={learnt ?? ""} />
            </Field>
            <Button type="submit" variant="primary" className="justify-self-start">
              Keep it
            </Button>
          </Form>
        </details>
      )}
    </Section>
  );
}
