import { DocumentDone } from "#components/documents/document-done";
import { DocumentHeader } from "#components/documents/document-header";
import { DocumentFreshness } from "#components/documents/freshness/document-freshness";
import { StepMarks } from "#components/documents/freshness/step-marks";
import { LeadingSignatures } from "#components/documents/leading-signatures";
import { DocumentBody } from "#components/documents/markdown/document-body";
import { TableOfContents } from "#components/documents/markdown/table-of-contents";
import { QuickWays } from "#components/documents/quick-ways";
import { DisagreementHint, Disagreements, Surroundings } from "#components/documents/surroundings";
import { OwnSuggestions, WaitingSuggestions } from "#components/documents/waiting-suggestions";
import { WrittenBy } from "#components/documents/written-by";
import { Section } from "#components/ui/section";
import { documentUrl } from "#lib/documents/addresses";
import type { Reading } from "#lib/documents/reading-queries";
import type { DocumentView } from "#lib/documents/views";

type DocumentReadingProps = {
  document: DocumentView;
  reading: Reading;
  /** The word in the address for what was just done. */
  done: string | string[] | undefined;
  /** Whose saves a save that was just made was joined with. */
  mergedWith?: readonly string[];
  timeZone: string;
};

/**
 * A document to be read. On a phone the way to the first step comes right under the title; on a desk the contents stay in
 * sight beside the words.
 */
export function DocumentReading({ document, reading, done, mergedWith, timeZone }: DocumentReadingProps) {
  const { rendered, freshness, marks, signatures, suggestions, surroundings, areLinksChecked } = reading;
  const { title, service, permissions } = document;
  const back = documentUrl(document);
  const isMarkable = !document.retiredAt && !service.isRetired;
  return (
    <>
      <DocumentHeader document={document} timeZone={timeZone} />
      <DocumentDone document={document} done={done} mergedWith={mergedWith} />
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <QuickWays outline={rendered.outline} title={title} />
          <DocumentFreshness {...{ document, freshness, timeZone, areLinksChecked }} />
          {permissions.canEdit && <WaitingSuggestions suggestions={suggestions} timeZone={timeZone} />}
          {surroundings && <DisagreementHint surroundings={surroundings} />}
          <article aria-label={title} className="mb-8 max-w-[46rem]">
            <DocumentBody
              rendered={rendered}
              title={title}
              afterStep={(step) => (
                <StepMarks {...{ step, document, back, timeZone, isMarkable }} marks={marks.get(step.anchor) ?? []} />
              )}
            />
          </article>
          {surroundings && <Surroundings document={document} surroundings={surroundings} />}
        </div>
        <aside aria-label="About this document" className="min-w-0">
          <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
            <div className="hidden lg:block print:hidden">
              <Section title="On this page">
                <TableOfContents outline={rendered.outline} title={title} />
              </Section>
            </div>
            {surroundings && <Disagreements document={document} surroundings={surroundings} />}
            <LeadingSignatures service={service} signatures={signatures} />
            {!permissions.canEdit && <OwnSuggestions suggestions={suggestions} timeZone={timeZone} />}
            <WrittenBy document={document} timeZone={timeZone} />
          </div>
        </aside>
      </div>
    </>
  );
}
