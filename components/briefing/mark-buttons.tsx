"use client";

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
  idempotencyKey: string;
};

/**
 * What came of a step, by one tap. A plain form; made in the browser too, so that a page of many steps need not carry it
 * twice for each of them.
 */
export function MarkButtons({ runbook, anchor, name, idempotencyKey }: MarkButtonsProps) {
  const { slug, service, revision, alertId, sender } = runbook;
  return (
    <form method="post" action="/marks" className="night-marks" data-tap="queued" data-says="Your mark">
      <OneDocumentFields document={{ kind: "runbook", slug, service }} />
      <input type="hidden" name="revision" value={revision} />
      {alertId && <input type="hidden" name="alert" value={alertId} />}
      <input type="hidden" name="back" value={sender.back} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {sender.linkKey && <input type="hidden" name="key" value={sender.linkKey} />}
      <input type="hidden" name="anchor" value={anchor} />
      {Object.entries(verdicts).map(([verdict, label]) => (
        <button key={verdict} type="submit" name="verdict" value={verdict}>
          {label}
          <span className="sr-only">: {name}</span>
        </button>
      ))}
    </form>
  );
}
