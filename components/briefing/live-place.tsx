import type { Callee, Followed } from "#components/briefing/live-follow";

type LivePlaceProps = Followed & {
  /** Null where nobody stands the ops watch, or nobody is needed. */
  callee: Callee | null;
};

/** Where the script of the page says what the reader has to know. Empty while all is well, and without a script. */
export function LivePlace(facts: LivePlaceProps) {
  return <div role="status" id="live" data-facts={JSON.stringify(facts)} />;
}
