import { HiddenFields } from "#components/briefing/hidden-fields";
import { OneDocumentFields } from "#components/documents/one-document";
import { instantText } from "#components/ui/instant-text";
import type { Sender } from "#lib/briefing/sender";
import type { BriefedRunbook, BriefedService } from "#lib/briefing/views";
import type { MarkView } from "#lib/documents/marks/marks-of-steps";
import type { Step } from "#lib/documents/outline";

type StepMarksProps = {
  step: Step;
  /** The latest first. */
  marks: readonly MarkView[];
  runbook: BriefedRunbook;
  service: BriefedService;
  alertId: string | null;
  canMark: boolean;
  sender: Sender;
  timeZone: string;
};

const verdicts = { worked: "Worked", failed: "Failed", "out-of-date": "Out of date" } as const;
const tones = { worked: "night-ok", failed: "night-bad", "out-of-date": "night-warn" } as const;

/** What came of a step when it was last used, and three buttons for whoever uses it now. */
export function StepMarks({ step, marks, runbook, service, alertId, canMark, sender, timeZone }: StepMarksProps) {
  const [last] = marks;
  const name = step.text.length > 60 ? `${step.text.slice(0, 59)}…` : step.text;
  return (
    <>
      {last && (
        <p className={`night-faint ${tones[last.verdict]}`}>
          {verdicts[last.verdict].toLowerCase()} {instantText(last.at, timeZone, "day")}, {last.person.name}
          {last.word && `: “${last.word}”`}
          {last.isEarlierWording && " (about an earlier wording)"}
        </p>
      )}
      {canMark && (
        <form method="post" action="/marks" className="night-marks" data-tap="queued" data-says="Your mark">
          <OneDocumentFields document={{ kind: "runbook", slug: runbook.slug, service }} />
          <input type="hidden" name="revision" value={runbook.revision} />
          {alertId && <input type="hidden" name="alert" value={alertId} />}
          <HiddenFields {...sender} anchor={step.anchor} />
          {Object.entries(verdicts).map(([verdict, label]) => (
            <button key={verdict} type="submit" name="verdict" value={verdict}>
              {label}
              <span className="sr-only">: {name}</span>
            </button>
          ))}
        </form>
      )}
    </>
  );
}
