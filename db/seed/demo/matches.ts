import { alerts, signatureMatches, signatures } from "#db/schema";
import type { Alert } from "#db/seed/alerts";
import type { Draft } from "#db/seed/draft";
import type { Signature } from "#db/seed/signatures";

/** Which signatures were right about alerts of the past: those that somebody had written by the time they were over. */
export function draftMatches(draft: Draft): void {
  const known = draft.all(signatures);
  for (const alert of draft.all(alerts)) {
    const { resolvedAt, deliveryPagedAt, isDrill } = alert;
    if (!resolvedAt || !deliveryPagedAt || isDrill) continue;
    const right = known.filter(
      (one) => Temporal.Instant.compare(one.createdAt, resolvedAt) < 0 && explains(one, alert),
    );
    for (const { id } of right)
      draft.add(signatureMatches, { alertId: alert.id, signatureId: id, at: resolvedAt.add({ minutes: 1 }) });
  }
}

/** As far as the texts of the demo need it: each phrase stands in the error, whatever its stars stand for. */
function explains(signature: Pick<Signature, "pattern" | "labels">, { labels }: Pick<Alert, "labels">): boolean {
  const phrases = signature.pattern.split("\n").map((phrase) => phrase.split("*").map(RegExp.escape).join(".*"));
  const error = labels.error ?? "";
  return (
    phrases.every((phrase) => new RegExp(phrase, "i").test(error)) &&
    Object.entries(signature.labels).every(([name, value]) => labels[name] === value)
  );
}
