import { Clock, type Reading } from "#components/briefing/clock";
import { HiddenFields } from "#components/briefing/hidden-fields";
import { CodedWords } from "#components/signatures/plain-words";
import { lastedWords } from "#lib/alerts/lasted-words";
import type { AlertView } from "#lib/alerts/views";
import type { Sender } from "#lib/briefing/sender";

/** An alert that is over: since when, who said so, what it was and what worked. */
export function Outcome({ alert, sender, ...reading }: Reading & { alert: AlertView; sender: Sender }) {
  const { id, startsAt, resolvedAt, resolvedBy, cause, remedy, permissions } = alert;
  if (!resolvedAt) return null;
  return (
    <section id="outcome" aria-label="Outcome" data-live="">
      <p className="night-notice">
        <b className="night-ok">Resolved</b> <Clock at={resolvedAt} {...reading} />{" "}
        {resolvedBy ? `by ${resolvedBy.name}` : "by its sender"}, after {lastedWords(startsAt, resolvedAt)}.
      </p>
      <dl className="night-rows">
        <div>
          <dt className="night-faint">What it was</dt>
          <dd>
            <Said text={cause} />
          </dd>
        </div>
        <div>
          <dt className="night-faint">What worked</dt>
          <dd>
            <Said text={remedy} />
          </dd>
        </div>
      </dl>
      {sender.linkKey === null && (
        <p>
          <a className="night-tap" href={`/alerts/${id}/account`}>
            Account of this outage, to be printed
          </a>
        </p>
      )}
      {permissions.canReopen && sender.linkKey === null && (
        <details className="night-more">
          <summary>It is not over</summary>
          <form method="post" action={`/alerts/${id}/reopen`} className="night-form">
            <HiddenFields {...sender} />
            <label>
              What you see
              <input name="word" maxLength={300} autoComplete="off" />
            </label>
            <button type="submit" className="night-button">
              Open it again
            </button>
          </form>
        </details>
      )}
    </section>
  );
}

function Said({ text }: { text: string | null }) {
  return text === null ? <span className="night-small">Nobody has written it down.</span> : <CodedWords text={text} />;
}
