import { Instant } from "#components/ui/instant";
import { Status } from "#components/ui/status";
import type { AlertItem } from "#lib/alerts/views";

type AlertStateProps = { alert: AlertItem; timeZone: string; now: string };

/** Where an alert stands, in the few words that a list has room for: who has it, or why nobody was asked. */
export function AlertState({ alert: { status, gate, holder, resolvedAt, leaderId }, timeZone, now }: AlertStateProps) {
  if (status === "resolved")
    return <Status>resolved {resolvedAt && <Instant at={resolvedAt} timeZone={timeZone} style="moment" />}</Status>;
  if (status === "acknowledged") return <Status tone="ok">{holder ? `${holder.name} has it` : "acknowledged"}</Status>;
  if (gate.decision === "hold")
    return (
      <Status tone="soft">
        held
        {gate.releasesAt && (
          <>
            {" until "}
            <Instant at={gate.releasesAt} timeZone={timeZone} style="moment" now={now} />
          </>
        )}
      </Status>
    );
  return <Status tone="bad">{leaderId ? "nobody has it yet, part of a storm" : "nobody has it yet"}</Status>;
}
