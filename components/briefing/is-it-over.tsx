import { HiddenFields } from "#components/briefing/hidden-fields";
import { Part } from "#components/briefing/part";
import type { AlertView } from "#lib/alerts/views";
import type { Sender } from "#lib/briefing/sender";

/** Ends the alert, and asks in two lines for what the next one who is woken will want to know. */
export function IsItOver({ alert, sender }: { alert: AlertView; sender: Sender }) {
  if (!alert.permissions.canResolve || sender.linkKey !== null) return null;
  return (
    <Part id="resolve" title="Is it over?">
      <form method="post" action={`/alerts/${alert.id}/resolve`} className="night-form">
        <HiddenFields {...sender} />
        <label>
          What was it? The next one who is woken reads this.
          <input name="cause" maxLength={2000} autoComplete="off" />
        </label>
        <label>
          What worked?
          <input name="remedy" maxLength={2000} autoComplete="off" />
        </label>
        <button type="submit" className="night-button">
          It is over
        </button>
      </form>
    </Part>
  );
}
