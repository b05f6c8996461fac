import { MarkForm } from "#components/documents/freshness/mark-form";
import { MarkLine } from "#components/documents/freshness/mark-line";
import type { DocumentPlace } from "#components/documents/one-document";
import type { MarkView } from "#lib/documents/marks/marks-of-steps";
import type { Step } from "#lib/documents/outline";

type StepMarksProps = {
  step: Step;
  /** The latest first. */
  marks: readonly MarkView[];
  document: DocumentPlace & { revision: number };
  /** The path of this page, to which the form leads back. */
  back: string;
  timeZone: string;
  /** At night the buttons are made for a thumb. */
  isNight?: boolean;
  /** A retired document is read only. */
  isMarkable?: boolean;
};

const inSight = 2;

/** What people found who used a step, with date and name, and the three buttons for whoever uses it now. */
export function StepMarks({ step, marks, document, back, timeZone, isNight, isMarkable = true }: StepMarksProps) {
  const { kind, slug, service, revision } = document;
  const name = step.text.length > 80 ? `${step.text.slice(0, 79)}…` : step.text;
  const lines = marks.map((mark) => (
    <MarkLine key={mark.id} {...{ mark, back, timeZone }} kind={kind} anchor={step.anchor} />
  ));
  return (
    <div className="not-prose mt-1.5 mb-3 grid gap-1" data-screen-only={marks.length === 0 || undefined}>
      {lines.length > 0 && (
        <ul aria-label={`What came of the step “${name}”`} className="m-0! list-none! p-0!">
          {lines.slice(0, inSight)}
        </ul>
      )}
      {lines.length > inSight && (
        <details>
          <summary className="w-fit cursor-pointer text-ink-soft text-small touch:py-2">
            {lines.length - inSight} earlier
          </summary>
          <ul className="m-0! list-none! p-0!">{lines.slice(inSight)}</ul>
        </details>
      )}
      {isMarkable && (
        <MarkForm
          anchor={step.anchor}
          name={name}
          document={{ kind, slug, service: { slug: service.slug }, revision }}
          idempotencyKey={crypto.randomUUID()}
          {...{ back, isNight }}
        />
      )}
    </div>
  );
}
