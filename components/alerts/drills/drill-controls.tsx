import { AnswerDrill } from "#components/alerts/drills/answer-drill";
import { ButtonLink } from "#components/ui/button-link";
import { ConfirmForm } from "#components/ui/confirm-form";
import { callOffDrillAction, endDrillAction, raiseDrillAction } from "#lib/alerts/drills/actions";
import type { DrillPermissions, DrillView } from "#lib/alerts/drills/views";

type DrillControlsProps = { drill: DrillView; permissions: DrillPermissions };

/** What the reader can do with a drill now: answer, raise, call off, end. */
export function DrillControls({ drill, permissions }: DrillControlsProps) {
  const { id, service, alert, state } = drill;
  const { canRaise, canCallOff, canEnd, ownAnswer } = permissions;
  const agreed = drill.people.filter(({ answer }) => answer === "agreed").map(({ name }) => name);
  if (!canRaise && !canCallOff && !canEnd && ownAnswer === undefined && state !== "under-way") return null;
  return (
    <div className="mb-8 flex flex-wrap items-start gap-2" data-screen-only="">
      {ownAnswer !== undefined && <AnswerDrill drill={id} answer={ownAnswer} name={service.name} />}
      {state === "under-way" && alert && (
        <ButtonLink href={`/alerts/${alert.id}`} variant="primary">
          Open its alert
        </ButtonLink>
      )}
      {canRaise && agreed.length > 0 && (
        <ConfirmForm
          action={raiseDrillAction}
          label="Raise it now"
          confirmLabel="Raise it"
          title={`Raise the drill of ${service.name} now?`}
          variant="plain"
        >
          <input type="hidden" name="drill" value={id} />
          {new Intl.ListFormat("en").format(agreed)} {agreed.length === 1 ? "is" : "are"} paged at once, as in earnest,
          and told that it is a drill. Nobody else is.
        </ConfirmForm>
      )}
      {canEnd && (
        <ConfirmForm
          action={endDrillAction}
          label="End it"
          confirmLabel="End it"
          title="End this drill?"
          variant="plain"
        >
          <input type="hidden" name="drill" value={id} />
          Nobody is paged for it any more, and what was measured stays.
        </ConfirmForm>
      )}
      {canRaise && agreed.length === 0 && (
        <p className="w-full text-ink-soft">It can be raised as soon as one of them has agreed.</p>
      )}
      {canCallOff && (
        <ConfirmForm
          action={callOffDrillAction}
          label="Call it off"
          confirmLabel="Call it off"
          title="Call this drill off?"
        >
          <input type="hidden" name="drill" value={id} />
          Those who agreed are told.
        </ConfirmForm>
      )}
    </div>
  );
}
