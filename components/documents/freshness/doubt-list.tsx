import { DoubtRow } from "#components/documents/freshness/doubt-row";
import type { DocumentPlace } from "#components/documents/one-document";
import { Instant } from "#components/ui/instant";
import { documentUrl } from "#lib/documents/addresses";
import type { Doubt } from "#lib/documents/freshness";
import { describeDoubt, mendingOf } from "#lib/documents/freshness-words";

type DoubtListProps = { doubts: readonly Doubt[]; document: DocumentPlace; canEdit: boolean; timeZone: string };

/**
 * Each reason why a document may no longer hold: since when, what mends it, and where that is done. The gravest is in
 * sight, the others behind a word: whoever was woken came for the text.
 */
export function DoubtList({ doubts, document, canEdit, timeZone }: DoubtListProps) {
  if (doubts.length === 0) return null;
  const [first, ...rest] = doubts;
  const line = (doubt: Doubt) => <DoubtLine key={keyOf(doubt)} {...{ doubt, document, canEdit, timeZone }} />;
  return (
    <div className="border-b">
      <ul aria-label="Why it may no longer hold">{first && line(first)}</ul>
      {rest.length > 0 && (
        <details className="border-t">
          <summary className="w-fit rounded-small py-1.5 text-accent text-small hover:underline touch:py-2.5">
            {rest.length === 1 ? "One more reason" : `${rest.length} more reasons`}
          </summary>
          <ul aria-label="More reasons">{rest.map(line)}</ul>
        </details>
      )}
    </div>
  );
}

function DoubtLine({ doubt, document, canEdit, timeZone }: Omit<DoubtListProps, "doubts"> & { doubt: Doubt }) {
  const since = <Instant at={doubt.at} timeZone={timeZone} style="day" className={sinceStyle} />;
  const mending = mendingOf(doubt, document.kind);
  return <DoubtRow what={describeDoubt(doubt)} {...{ since, mending }} {...placeOf(doubt, document, canEdit)} />;
}

const sinceStyle = "whitespace-nowrap text-ink-faint text-small";

function placeOf(doubt: Doubt, document: DocumentPlace, canEdit: boolean): { label: string; href: string } {
  const address = documentUrl(document);
  switch (doubt.because) {
    case "step-failed":
    case "step-out-of-date":
      return { label: "To the step", href: documentUrl(document, doubt.anchor) };
    case "service-changed":
    case "dependency-added":
    case "assumption-changed":
      return canEdit
        ? { label: "Edit it", href: `${address}/edit` }
        : { label: "What changed", href: `/services/${document.service.slug}/history` };
    case "author-left":
      return { label: "Who knows the service", href: `/services/${document.service.slug}/experts` };
    case "link-dead":
      return canEdit ? { label: "Correct it", href: `${address}/edit` } : { label: "Try it", href: doubt.url };
  }
}

const keyOf = (doubt: Doubt) => `${doubt.because} ${doubt.at} ${describeDoubt(doubt)}`;
