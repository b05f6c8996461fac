import "server-only";
import { inTransaction } from "#db/client";
import { recordEntries } from "#lib/alerts/entries";
import type { MarkAlertStepInput } from "#lib/alerts/inputs";
import { lockAlert } from "#lib/alerts/locks";
import { authorOf, showSign } from "#lib/alerts/take-hold";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { documentUrl } from "#lib/documents/addresses";
import { markStepIn } from "#lib/documents/marks/mark-commands";

const longest = 160;

/**
 * Notes what came of a step of a runbook, and tells it on the timeline of the alert for which it was taken, if one is
 * named. The same idempotency key again changes nothing. Returns the id of the mark.
 * Throws NotFound, Forbidden, Conflict, Invalid.
 */
export function markAlertStep(
  viewer: Viewer,
  { alert: id, ...input }: MarkAlertStepInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const alert = id === undefined ? undefined : await lockAlert(tx, id);
    const { mark, document, isNew } = await markStepIn(tx, viewer, input, at);
    if (!alert || !isNew) return mark.id;
    await showSign(tx, viewer, alert, at);
    const step = mark.step.length > longest ? `${mark.step.slice(0, longest - 1).toWellFormed()}…` : mark.step;
    const { verdict, word, anchor } = mark;
    const line = { kind: "step-marked" as const, verdict, step, path: documentUrl(document, anchor), word };
    await recordEntries(tx, at, [{ alertId: alert.id, by: authorOf(viewer), ...line }]);
    return mark.id;
  });
}
