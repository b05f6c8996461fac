import { AuthorName } from "#components/documents/author-name";
import { Comparison } from "#components/documents/comparison";
import { SuggestionDecision } from "#components/documents/suggestion-decision";
import { Outcome } from "#components/documents/waiting-suggestions";
import { WithdrawSuggestion } from "#components/documents/withdraw-suggestion";
import { Instant } from "#components/ui/instant";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { mergeTexts } from "#lib/documents/merge";
import type { SuggestionView } from "#lib/documents/suggestions/suggestion-queries";
import type { DocumentView } from "#lib/documents/views";

type SuggestionReviewProps = { document: DocumentView; suggestion: SuggestionView; timeZone: string };

/** A suggested edit: whose it is, what it would change of the present text, and what became of it or the answer to give. */
export function SuggestionReview({ document, suggestion, timeZone }: SuggestionReviewProps) {
  const { permissions, verdict, author, at, summary } = suggestion;
  return (
    <>
      <p className="mb-4">
        <AuthorName author={author} /> suggests this <Instant at={at} timeZone={timeZone} style="day" />
        {summary ? <>: “{summary}”</> : "."} <Outcome suggestion={suggestion} timeZone={timeZone} />
      </p>
      {verdict && <Answer suggestion={suggestion} />}
      <WhatItChanges document={document} suggestion={suggestion} />
      {permissions.canDecide && (
        <Section title="Your answer">
          <div className="border-t pt-4">
            <SuggestionDecision suggestion={suggestion.id} author={author.name} />
          </div>
        </Section>
      )}
      {permissions.canWithdraw && <WithdrawSuggestion suggestion={suggestion.id} />}
    </>
  );
}

function Answer({ suggestion: { verdict, decidedBy, answer } }: { suggestion: SuggestionView }) {
  if (verdict === "withdrawn") return null;
  return (
    <Notice
      tone={verdict === "accepted" ? "ok" : "warn"}
      title={verdict === "accepted" ? "Taken. Thank you." : "Declined."}
      className="mb-6"
    >
      {answer && <>“{answer}” </>}
      {decidedBy && (
        <span className="text-ink-soft">
          <AuthorName author={decidedBy} />
        </span>
      )}
    </Notice>
  );
}

function WhatItChanges({ document, suggestion }: Omit<SuggestionReviewProps, "timeZone">) {
  const { alertNames } = document;
  const words = { title: suggestion.title, body: suggestion.body, alertNames };
  const base = { ...suggestion.base, alertNames };
  const isStale = suggestion.verdict === null && suggestion.baseRevision !== document.revision;
  const merged = isStale && mergeTexts(base.body, words.body, document.body);
  if (merged && merged.conflicts.length === 0) {
    const title = words.title === base.title ? document.title : words.title;
    return (
      <Section title="What it would change of the present text" note={`revision ${document.revision}`}>
        <Comparison
          before={document}
          after={{ title, body: merged.text, alertNames }}
          beforeName="the present text"
          afterName="with the suggestion"
        />
      </Section>
    );
  }
  return (
    <Section title="What it changes" note={`of revision ${suggestion.baseRevision}`}>
      {merged && (
        <Notice tone="warn" className="mb-3" title="The text has changed in the same place since.">
          Taking it asks you what stays: both texts will be in front of you.
        </Notice>
      )}
      <Comparison
        before={base}
        after={words}
        beforeName={`revision ${suggestion.baseRevision}`}
        afterName="the suggestion"
      />
    </Section>
  );
}
