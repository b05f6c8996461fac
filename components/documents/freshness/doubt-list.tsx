import type { DocumentPlace } from "#components/documents/one-document";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
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
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t py-2.5">
      <div className="wrap-anywhere min-w-0 max-w-[44rem]">
        <span className="inline-block font-semibold first-letter:uppercase">{describeDoubt(doubt)}</span>{" "}
        <Instant
          at={doubt.at}
          timeZone={timeZone}
          style="day"
          className="whitespace-nowrap text-ink-faint text-small"
        />
        <span className="block text-ink-soft text-small">{mendingOf(doubt, document.kind)}</span>
      </div>
      <Mending doubt={doubt} document={document} canEdit={canEdit} />
    </li>
  );
}

function Mending({ doubt, document, canEdit }: { doubt: Doubt; document: DocumentPlace; canEdit: boolean }) {
  const { label, href } = placeOf(doubt, document, canEdit);
  return (
    <Link href={href} className="shrink-0 text-small touch:py-2">
      {label}
      <span className="sr-only">: {describeDoubt(doubt)}</span>
    </Link>
  );
}

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
