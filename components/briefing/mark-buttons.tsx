import { HiddenFields } from "#components/briefing/hidden-fields";
import { OneDocumentFields } from "#components/documents/one-document";
import type { Sender } from "#lib/briefing/sender";

const verdicts = { worked: "Worked", failed: "Failed", "out-of-date": "Out of date" } as const;

/** What all steps of one runbook have in common. */
export type MarkedRunbook = {
  slug: string;
  service: { slug: string };
  revision: number;
  /** Null before there is an alert. */
  alertId: string | null;
  sender: Sender;
};

type MarkButtonsProps = {
  runbook: MarkedRunbook;
  anchor: string;
  /** The words of the step, as long as they are to be read out. */
  name: string;
};

/** What came of a step, by one tap: a plain form. */
export function MarkButtons({ runbook, anchor, name }: MarkButtonsProps) {
  const { slug, service, revision, alertId, sender } = runbook;
  return (
    <form method="post" action="/marks" className="night-marks" data-tap="queued" data-says="Your mark">
      <OneDocumentFields document={{ kind: "runbook", slug, service }} />
      <input type="hidden" name="revision" value={revision} />
      {alertId && <input type="hidden" name="alert" value={alertId} />}
      <HiddenFields {...sender} anchor={anchor} />
      {Object.entries(verdicts).map(([verdict, label]) => (
        <button key={verdict} type="submit" name="verdict" value={verdict}>
          {label}
          <span className="sr-only">: {name}</span>
        </button>
      ))}
    </form>
  );
}
