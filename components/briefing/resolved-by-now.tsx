import type { Reading } from "#components/briefing/clock";
import { Clock } from "#components/briefing/clock";
import type { AlertView } from "#lib/alerts/views";

/** What the link of a message leads to once the alert is over: that it is, and no more. */
export function ResolvedByNow({ alert, ...reading }: Reading & { alert: AlertView }) {
  const { id, summary, resolvedAt, resolvedBy } = alert;
  const callbackUrl = `/alerts/${id}`;
  return (
    <>
      <h1>{summary}</h1>
      <p className="night-notice">
        <b className="night-ok">Resolved</b>
        {resolvedAt && (
          <>
            {" "}
            <Clock at={resolvedAt} {...reading} />
          </>
        )}{" "}
        {resolvedBy ? `by ${resolvedBy.name}` : "by its sender"}. Nothing is left to do here.
      </p>
      <p>
        <a className="night-button" href={`/sign-in?${new URLSearchParams({ callbackUrl })}`}>
          Sign in to read what happened
        </a>
      </p>
    </>
  );
}
