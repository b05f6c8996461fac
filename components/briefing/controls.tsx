import { Clock, type Reading } from "#components/briefing/clock";
import { HiddenFields } from "#components/briefing/hidden-fields";
import type { AlertView } from "#lib/alerts/views";
import type { Sender } from "#lib/briefing/sender";
import type { BriefedSeat, BriefedTeam } from "#lib/briefing/views";

type ControlsProps = Reading & {
  alert: AlertView;
  ops: BriefedSeat | undefined;
  /** Who is called while nobody stands an ops watch. */
  behindOps: BriefedTeam | null;
  /** Whether the reader has the alert. */
  isHolder: boolean;
  sender: Sender;
};

/** Acknowledge and page ops: plain forms, one tap each, in sight on every screen. */
export function Controls({ alert, ops, behindOps, isHolder, sender, ...reading }: ControlsProps) {
  const { id, status, holder, handedTo, permissions } = alert;
  const { canAcknowledge, canPageOps } = permissions;
  if (status === "resolved" || !(canAcknowledge || canPageOps)) return null;
  return (
    <>
      <div id="acts" className="night-acts" data-live="">
        {canAcknowledge &&
          (isHolder ? (
            <a href="#resolve" className="night-button">
              It is over
            </a>
          ) : (
            <form method="post" action={`/alerts/${id}/acknowledge`} data-tap="queued" data-says="Acknowledging">
              <HiddenFields {...sender} />
              <button id="acknowledge" type="submit" className="night-button" data-first="">
                {acknowledgeWords(alert)}
              </button>
            </form>
          ))}
        {canPageOps && (
          <form id="page-ops" method="post" action={`/alerts/${id}/page-ops`} data-tap="now">
            <HiddenFields {...sender} />
            <button id="page-ops-now" type="submit" className="night-button" data-first={isHolder ? "" : undefined}>
              {alert.opsPagedAt ? "Page ops again" : "Page ops now"}
            </button>
          </form>
        )}
      </div>
      <div id="acts-said" data-live="" className="night-small">
        {holder && (
          <p>
            {isHolder ? "You have it" : `${holder.name} has it`}
            {alert.acknowledgedAt && (
              <>
                {" "}
                since <Clock at={alert.acknowledgedAt} {...reading} />
              </>
            )}
            {handedTo && `, and handed it to ${handedTo.name}, who has not answered yet`}.
          </p>
        )}
        {canPageOps && (
          <>
            <p>
              {alert.isDrill ? (
                "This is a drill: it rings those of ops who agreed to it, and wakes nobody else."
              ) : (
                <>
                  <OpsWords ops={ops} behindOps={behindOps} /> No timer: the call goes out at once.
                </>
              )}
            </p>
            <details className="night-more">
              <summary>Say what you suspect</summary>
              <label className="night-form">
                One line. It goes to ops with the button “Page ops”.
                <input name="suspicion" form="page-ops" maxLength={300} autoComplete="off" />
              </label>
            </details>
          </>
        )}
      </div>
    </>
  );
}

function acknowledgeWords({ status, permissions }: AlertView): string {
  if (permissions.joinsByAcknowledging) return "I am here";
  return status === "acknowledged" ? "Take it over" : "Acknowledge";
}

function OpsWords({ ops, behindOps }: Pick<ControlsProps, "ops" | "behindOps">) {
  if (ops?.person) return <>Ops on watch is {ops.person.name}.</>;
  if (behindOps) return <>Nobody stands the ops watch: the leads and members of {behindOps.name} are called.</>;
  return <span className="night-bad">No ops team is known here: whoever leads the service’s teams is called.</span>;
}
