import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "#components/ui/button";
import { buttonStyle } from "#components/ui/button-style";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Form, type FormAction } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { Section } from "#components/ui/section";
import { Textarea } from "#components/ui/textarea";
import {
  editCriterionAction,
  restoreCriterionAction,
  retireCriterionAction,
  writeCriterionAction,
} from "#lib/records/criteria/actions";

/** Writes down an expectation; the levels that are there are offered. */
export function WriteCriterion({ levels }: { levels: readonly string[] }) {
  return (
    <Section title="Expect something" id="write">
      <Form action={writeCriterionAction}>
        <Field label="Level" name="level" hint="As your organisation calls it, such as Senior." isRequired>
          <Input maxLength={100} autoComplete="off" list="levels" />
        </Field>
        <datalist id="levels">
          {levels.map((level) => (
            <option key={level} value={level} />
          ))}
        </datalist>
        <Field
          label="What is expected"
          name="text"
          hint="One expectation, that somebody can speak to with what they did."
          isRequired
        >
          <Textarea rows={3} maxLength={4000} />
        </Field>
        <Button type="submit" variant="primary" className="justify-self-start">
          Write it down
        </Button>
      </Form>
    </Section>
  );
}

type EditCriterionProps = { criterion: string; level: string; text: string };

export function EditCriterion({ criterion, level, text }: EditCriterionProps) {
  return (
    <details className="col-span-full">
      <summary className={buttonStyle("quiet", "small", "-ml-2.5")}>
        <span>
          Change it<span className="sr-only"> “{short(text)}”</span>
        </span>
      </summary>
      <Form action={editCriterionAction} className="pt-3 pb-2">
        <input type="hidden" name="criterion" value={criterion} />
        <Field label="Level" name="level" isRequired>
          <Input maxLength={100} autoComplete="off" list="levels" defaultValue={level} />
        </Field>
        <Field label="What is expected" name="text" isRequired>
          <Textarea rows={3} maxLength={4000} defaultValue={text} />
        </Field>
        <Button type="submit" variant="primary" className="justify-self-start">
          Save
        </Button>
      </Form>
    </details>
  );
}

type MoveButtonsProps = {
  action: FormAction;
  field: "criterion" | "level";
  value: string;
  /** What moves, for whoever does not see where the buttons stand. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
};

/** Puts something before or behind its neighbour. */
export function MoveButtons({ action, field, value, name, isFirst, isLast }: MoveButtonsProps) {
  if (isFirst && isLast) return null;
  return (
    <Form action={action} className="gap-0!">
      <input type="hidden" name={field} value={value} />
      <span className="flex">
        <Button
          type="submit"
          name="direction"
          value="up"
          size="small"
          variant="quiet"
          disabled={isFirst}
          aria-label={`Move up: ${short(name)}`}
        >
          <ArrowUp aria-hidden="true" />
        </Button>
        <Button
          type="submit"
          name="direction"
          value="down"
          size="small"
          variant="quiet"
          disabled={isLast}
          aria-label={`Move down: ${short(name)}`}
        >
          <ArrowDown aria-hidden="true" />
        </Button>
      </span>
    </Form>
  );
}

export function RetireCriterion({ criterion, text }: { criterion: string; text: string }) {
  return (
    <ConfirmForm
      action={retireCriterionAction}
      label={
        <span>
          Retire<span className="sr-only"> “{short(text)}”</span>
        </span>
      }
      confirmLabel="Retire it"
      title="Expect this no more?"
      size="small"
      variant="quiet"
    >
      <input type="hidden" name="criterion" value={criterion} />“{short(text)}” Lines of records that speak to it stay
      linked, and say that it is expected no more.
    </ConfirmForm>
  );
}

export function RestoreCriterion({ criterion, text }: { criterion: string; text: string }) {
  return (
    <Form action={restoreCriterionAction} className="gap-0!">
      <input type="hidden" name="criterion" value={criterion} />
      <Button type="submit" size="small">
        <span>
          Bring back<span className="sr-only"> “{short(text)}”</span>
        </span>
      </Button>
    </Form>
  );
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);
