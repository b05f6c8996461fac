import { MarkButtons, type MarkedRunbook } from "#components/briefing/mark-buttons";
import { instantText } from "#components/ui/instant-text";
import type { MarkView } from "#lib/documents/marks/marks-of-steps";
import type { Step } from "#lib/documents/outline";

type StepMarksProps = {
  step: Step;
  /** The latest first. */
  marks: readonly MarkView[];
  runbook: MarkedRunbook;
  canMark: boolean;
  timeZone: string;
};

const words = { worked: "worked", failed: "failed", "out-of-date": "out of date" } as const;
const tones = { worked: "night-ok", failed: "night-bad", "out-of-date": "night-warn" } as const;

/** What came of a step when it was last used, and three buttons for whoever uses it now. */
export function StepMarks({ step, marks, runbook, canMark, timeZone }: StepMarksProps) {
  const [last] = marks;
  const name = step.text.length > 60 ? `${step.text.slice(0, 59)}…` : step.text;
  return (
    <>
      {last && (
        <p className={`night-faint ${tones[last.verdict]}`}>
          {words[last.verdict]} {instantText(last.at, timeZone, "day")}, {last.person.name}
          {last.word && `: “${last.word}”`}
          {last.isEarlierWording && " (about an earlier wording)"}
        </p>
      )}
      {canMark && <MarkButtons runbook={runbook} anchor={step.anchor} name={name} />}
    </>
  );
}
