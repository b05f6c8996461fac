import { freshnessTones } from "#components/documents/freshness/freshness-status";
import { Instant } from "#components/ui/instant";
import { Status } from "#components/ui/status";
import type { Freshness } from "#lib/documents/freshness";
import { describeState, mendingOfState } from "#lib/documents/freshness-words";
import type { DocumentKind } from "#lib/documents/views";

type FreshnessLineProps = { freshness: Freshness; kind: DocumentKind; timeZone: string };

/** How far the document can be trusted: the state in one word, what that means, its dates, and what mends it. */
export function FreshnessLine({ freshness, kind, timeZone }: FreshnessLineProps) {
  const { state, reviewedAt, reviewDueAt, provenAt } = freshness;
  const day = (at: string) => <Instant at={at} timeZone={timeZone} style="day" className="whitespace-nowrap" />;
  const mending = mendingOfState(state, kind);
  return (
    <div>
      <p className="text-large">
        <Status tone={freshnessTones[state]} className="font-semibold text-large! first-letter:uppercase">
          <span className="inline-block first-letter:uppercase">{state}</span>
        </Status>
        {state === "proven" && provenAt && <> {day(provenAt)}</>}
        {state === "reviewed" && reviewedAt && <> {day(reviewedAt)}</>}
        {state === "overdue" && reviewDueAt && <> since {day(reviewDueAt)}</>}
      </p>
      <p className="text-ink-soft">
        {describeState(state, kind)}
        {mending && ` ${mending}`}
      </p>
      <p className="text-ink-faint text-small">
        {reviewedAt ? <>Last confirmed {day(reviewedAt)}</> : "Never confirmed"}
        {reviewDueAt && state !== "overdue" && (
          <>
            {reviewedAt ? ", holds until " : ", due "}
            {day(reviewDueAt)}
          </>
        )}
        {provenAt && state !== "proven" && <>. A step last worked {day(provenAt)}</>}.
      </p>
    </div>
  );
}
