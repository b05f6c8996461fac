import { DoubtList } from "#components/documents/freshness/doubt-list";
import { FreshnessLine } from "#components/documents/freshness/freshness-line";
import { freshnessTones } from "#components/documents/freshness/freshness-status";
import { ReviewButton } from "#components/documents/freshness/review-button";
import { classNames } from "#components/ui/class-name";
import type { Freshness } from "#lib/documents/freshness";
import type { DocumentView } from "#lib/documents/views";

type DocumentFreshnessProps = {
  document: Pick<DocumentView, "kind" | "slug" | "service" | "revision" | "permissions" | "retiredAt" | "outline">;
  freshness: Freshness;
  timeZone: string;
  /** Whether this installation looks at outside links at all. */
  areLinksChecked: boolean;
};

/** What a reader has to know before relying on a document: how far it can be trusted, why not, and what mends that. */
export function DocumentFreshness({ document, freshness, timeZone, areLinksChecked }: DocumentFreshnessProps) {
  const { kind, permissions, outline } = document;
  const isInDoubt = freshnessTones[freshness.state] === "warn";
  return (
    <section
      aria-label="How far it can be trusted"
      className={classNames(
        "mb-8 grid gap-3 border-l-3 py-0.5 pl-4",
        isInDoubt ? "border-l-warn" : "border-l-line-strong",
      )}
    >
      <FreshnessLine freshness={freshness} kind={kind} timeZone={timeZone} />
      <DoubtList doubts={freshness.doubts} document={document} canEdit={permissions.canEdit} timeZone={timeZone} />
      {permissions.canReview && !document.retiredAt && <ReviewButton document={document} state={freshness.state} />}
      {!areLinksChecked && outline.links.length > 0 && (
        <p className="text-ink-faint text-small">
          Its links are not looked at: this installation asks nothing outside.
        </p>
      )}
    </section>
  );
}
