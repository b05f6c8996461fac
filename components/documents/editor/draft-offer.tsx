"use client";

import { lazy, Suspense, useState } from "react";
import { browserTime } from "#components/documents/editor/draft-store";
import type { OfferedDraft } from "#components/documents/editor/use-drafts";
import { Button } from "#components/ui/button";
import { instantText } from "#components/ui/instant-text";
import { Notice } from "#components/ui/notice";
import type { DraftFields } from "#lib/documents/editor/drafts";

const DraftDifference = lazy(async () => ({
  default: (await import("#components/documents/editor/draft-difference")).DraftDifference,
}));

type DraftOfferProps = {
  draft: OfferedDraft;
  /** The revision in the editor; null for a new document. */
  revision: number | null;
  timeZone: string;
  present: () => DraftFields;
  onRestore: () => void;
  onDiscard: () => void;
};

/** Says that this browser keeps something that was never saved, and lets its author decide. */
export function DraftOffer({ draft, revision, timeZone, present, onRestore, onDiscard }: DraftOfferProps) {
  const [compared, setCompared] = useState<DraftFields>();
  const at = instantText(draft.at, timeZone, isToday(draft.at, timeZone) ? "time" : "moment");
  const isOlder = draft.baseRevision !== null && revision !== null && draft.baseRevision < revision;
  return (
    <section aria-label="Unsaved draft" className="mb-5 grid gap-3">
      <Notice
        tone="warn"
        title={
          draft.isElsewhere
            ? `Another tab has a newer draft of this, from ${at}.`
            : `You have an unsaved draft from ${at}.`
        }
        action={
          <div className="flex flex-wrap gap-2 py-1">
            <Button size="small" onClick={onRestore}>
              {draft.isElsewhere ? "Take it over" : "Restore"}
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-expanded={compared !== undefined}
              onClick={() => setCompared(compared ? undefined : present())}
            >
              Look at the difference
            </Button>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              Discard
            </Button>
          </div>
        }
      >
        {isOlder && "Somebody saved since: when you save it, both are put together."}
      </Notice>
      {compared && (
        <Suspense fallback={<p className="text-ink-faint">Comparing…</p>}>
          <DraftDifference before={compared} after={draft.fields} />
        </Suspense>
      )}
    </section>
  );
}

const isToday = (at: string, timeZone: string) =>
  instantText(at, timeZone, "day") === instantText(browserTime(), timeZone, "day");
