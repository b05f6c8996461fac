import { MarkLine } from "#components/documents/freshness/mark-line";
import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { buttonStyle } from "#components/ui/button-style";
import { controlStyle, lineStyle } from "#components/ui/control-style";
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
  const lines = marks.map((mark) => (
    <MarkLine key={mark.id} {...{ mark, back, timeZone }} kind={document.kind} anchor={step.anchor} />
  ));
  return (
    <div className="not-prose mt-1.5 mb-3 grid gap-1" data-screen-only={marks.length === 0 || undefined}>
      {lines.length > 0 && (
        <ul aria-label={`What came of the step “${short(step.text)}”`} className="m-0! list-none! p-0!">
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
      {isMarkable && <MarkForm step={step} document={document} back={back} isNight={isNight} />}
    </div>
  );
}

const verdicts = {
  runbook: [
    { value: "worked", label: "Worked" },
    { value: "failed", label: "Failed" },
    { value: "out-of-date", label: "Out of date" },
  ],
  note: [
    { value: "worked", label: "Holds" },
    { value: "out-of-date", label: "No longer holds" },
  ],
} as const;

/** A plain form: it works without JavaScript and across a deploy, and sent twice it marks once. */
function MarkForm({ step, document, back, isNight }: Pick<StepMarksProps, "step" | "document" | "back" | "isNight">) {
  return (
    <form method="post" action="/marks" data-screen-only="" className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <OneDocumentFields document={document} />
      <input type="hidden" name="revision" value={document.revision} />
      <input type="hidden" name="anchor" value={step.anchor} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
      {verdicts[document.kind].map(({ value, label }) => (
        <button
          key={value}
          type="submit"
          name="verdict"
          value={value}
          className={
            isNight
              ? buttonStyle("plain", "night", "grow")
              : buttonStyle("plain", "small", "font-normal! text-ink-soft!")
          }
        >
          {label}
          <span className="sr-only">: {short(step.text)}</span>
        </button>
      ))}
      <details className="open:basis-full">
        <summary className="w-fit cursor-pointer px-1.5 text-ink-soft text-small touch:py-3">Add a word</summary>
        <label className="grid max-w-[34rem] gap-1 pt-1 text-small">
          <span className="text-ink-faint">It goes with the button that you press.</span>
          <input name="word" maxLength={300} autoComplete="off" className={`${controlStyle} ${lineStyle}`} />
        </label>
      </details>
    </form>
  );
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
