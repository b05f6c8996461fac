import { Instant } from "#components/ui/instant";
import { Status, type Tone } from "#components/ui/status";
import type { Freshness, FreshnessState } from "#lib/documents/freshness";
import { describeDoubt } from "#lib/documents/freshness-words";

/** The colours of the states; the word says it all without them. */
export const freshnessTones: Record<FreshnessState, Tone> = {
  proven: "ok",
  reviewed: "ok",
  doubtful: "warn",
  overdue: "warn",
  unreviewed: "soft",
};

/** How far a document can be trusted, in the few words that a list has room for: which, since when, or why not. */
export function FreshnessStatus({ freshness, timeZone }: { freshness: Freshness; timeZone: string }) {
  const { state, doubts } = freshness;
  const [doubt] = doubts;
  const since = { proven: freshness.provenAt, reviewed: freshness.reviewedAt, overdue: freshness.reviewDueAt };
  const at = state === "doubtful" || state === "unreviewed" ? null : since[state];
  return (
    <Status tone={freshnessTones[state]} className="wrap-anywhere">
      {state}
      {state === "overdue" && " since"}
      {at && (
        <>
          {" "}
          <Instant at={at} timeZone={timeZone} style="day" className="whitespace-nowrap" />
        </>
      )}
      {state === "doubtful" && doubt && `: ${describeDoubt(doubt)}`}
      {state === "doubtful" && doubts.length > 1 && `, and ${doubts.length - 1} more`}
    </Status>
  );
}
