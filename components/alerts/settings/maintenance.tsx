import { SpanFields } from "#components/rotations/standing-in/span-fields";
import { Button } from "#components/ui/button";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { endMaintenanceAction, planMaintenanceAction } from "#lib/alerts/maintenance/actions";
import type { MaintenanceView } from "#lib/alerts/maintenance/queries";

type MaintenanceProps = {
  service: string;
  windows: readonly MaintenanceView[];
  canPlan: boolean;
  /** What the form begins with; ISO texts. */
  span: { from: string; to: string };
  timeZone: string;
  now: string;
};

/** When nobody is paged for a service by itself, and a form to plan that. */
export function Maintenance({ service, windows, canPlan, span, timeZone, now }: MaintenanceProps) {
  return (
    <Section title="Maintenance" id="maintenance" note={windows.length > 0 && windows.length}>
      <p className="mb-3 max-w-[44rem] text-ink-soft">
        Nobody is paged by itself meanwhile. Alerts are kept and shown, and judged again when it ends; “page ops now”
        works as ever.
      </p>
      {windows.length > 0 ? (
        <ul className="rows mb-5 border-b">
          {windows.map((window) => (
            <li key={window.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
              <Window window={window} timeZone={timeZone} now={now} />
              {canPlan && <EndWindow service={service} window={window} isUnderWay={window.from <= now} />}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-5 border-y py-4 text-ink-soft">None is planned.</p>
      )}
      {canPlan && (
        <details>
          <summary className="cursor-pointer font-semibold text-accent">Plan maintenance</summary>
          <Form action={planMaintenanceAction} className="mt-4">
            <input type="hidden" name="service" value={service} />
            <SpanFields {...span} timeZone={timeZone} />
            <Field label="What is done" name="why" isOptional>
              <Input maxLength={500} autoComplete="off" />
            </Field>
            <Button type="submit" variant="primary" className="justify-self-start">
              Plan it
            </Button>
          </Form>
        </details>
      )}
    </Section>
  );
}

function Window({ window, timeZone, now }: { window: MaintenanceView; timeZone: string; now: string }) {
  return (
    <span>
      {window.from <= now && <b>Now, since </b>}
      <Instant at={window.from} timeZone={timeZone} /> until <Instant at={window.to} timeZone={timeZone} />
      <span className="block text-ink-faint text-small">
        {[window.why, window.createdBy && `planned by ${window.createdBy}`].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
}

type EndWindowProps = { service: string; window: MaintenanceView; isUnderWay: boolean };

function EndWindow({ service, window, isUnderWay }: EndWindowProps) {
  const verb = isUnderWay ? "End it now" : "Take it back";
  return (
    <ConfirmForm
      action={endMaintenanceAction}
      label={verb}
      confirmLabel={verb}
      title={isUnderWay ? "End this maintenance?" : "Take this maintenance back?"}
      size="small"
    >
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="maintenance" value={window.id} />
      {isUnderWay
        ? "What it held is judged again at once: it may page somebody in this minute."
        : "Alerts of that time page again as they always do."}
    </ConfirmForm>
  );
}
