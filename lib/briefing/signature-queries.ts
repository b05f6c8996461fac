import "server-only";
import type { AlertView } from "#lib/alerts/views";
import type { Viewer } from "#lib/auth/policy";
import { alertText } from "#lib/briefing/alert-text";
import type { LooksLike } from "#lib/briefing/views";
import { markedLines } from "#lib/signatures/marking";
import { matchSignatures } from "#lib/signatures/match-queries";

const [most, mostLines] = [3, 2];

/** The signatures that the words and labels of an alert match, best first, at most three. */
export async function listLooksLike(
  viewer: Viewer,
  alert: Pick<AlertView, "summary" | "rule" | "details" | "labels">,
): Promise<LooksLike[]> {
  const text = alertText(alert);
  const matches = await matchSignatures(viewer, text, { labels: alert.labels, limit: most });
  return matches.map(({ id, slug, service, meaning, cause, confirm, firstStep, runbook, why, ranges }) => {
    const lines = markedLines(text, ranges, mostLines);
    return {
      id,
      slug,
      service,
      meaning,
      cause,
      confirm,
      firstStep,
      why,
      lines,
      runbook: runbook?.isRetired ? null : runbook,
    };
  });
}
