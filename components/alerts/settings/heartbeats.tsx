import { Button } from "#components/ui/button";
import { CodeBlock } from "#components/ui/code-block";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { Select } from "#components/ui/select";
import { Status } from "#components/ui/status";
import { addHeartbeatAction, retireHeartbeatAction } from "#lib/alerts/heartbeats/actions";
import type { HeartbeatView } from "#lib/alerts/heartbeats/queries";
import { secondsText } from "#lib/alerts/heartbeats/seconds-text";

type HeartbeatsProps = {
  service: string;
  heartbeats: readonly HeartbeatView[];
  canEdit: boolean;
  /** The address of this server. */
  origin: string;
  timeZone: string;
  now: string;
};

/** What shows that it is alive; when it stays away, an alert is raised by itself. */
export function Heartbeats({ service, heartbeats, canEdit, origin, timeZone, now }: HeartbeatsProps) {
  return (
    <Section title="Heartbeats" id="heartbeats" note={heartbeats.length > 0 && heartbeats.length}>
      <p className="mb-3 max-w-[44rem] text-ink-soft">
        For what fails in silence: a nightly job, a queue, an exporter. It calls us now and then; when it stays away,
        that is an alert.
      </p>
      {heartbeats.length > 0 ? (
        <ul className="rows mb-5 border-b">
          {heartbeats.map((heartbeat) => (
            <li key={heartbeat.slug} className="grid gap-2 py-3">
              <div className="flex flex-wrap items-start justify-between gap-3">
                <Beat heartbeat={heartbeat} timeZone={timeZone} now={now} />
                {canEdit && <Retire service={service} heartbeat={heartbeat} />}
              </div>
              {heartbeat.state === "waiting" && (
                <CodeBlock
                  code={`curl -X POST -H "Authorization: Bearer $TOKEN" ${origin}/api/v1/services/${service}/heartbeats/${heartbeat.slug}/beat`}
                />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-5 border-y py-4 text-ink-soft">Nothing sends a sign of life.</p>
      )}
      {canEdit && <AddHeartbeat service={service} />}
    </Section>
  );
}

function Beat({ heartbeat, timeZone, now }: { heartbeat: HeartbeatView; timeZone: string; now: string }) {
  const { name, state, everySeconds, graceSeconds, lastBeatAt, customerImpact } = heartbeat;
  return (
    <span>
      <b>{name}</b> {state === "silent" && <Status tone="bad">silent</Status>}
      {state === "waiting" && <Status>waits for its first beat</Status>}
      {state === "beating" && <Status tone="ok">beats</Status>}
      <span className="block text-ink-faint text-small">
        every {secondsText(everySeconds)}, silent after another {secondsText(graceSeconds)}
        {lastBeatAt && (
          <>
            {" · last beat "}
            <Instant at={lastBeatAt} timeZone={timeZone} style="relative" now={now} />
          </>
        )}
        {customerImpact && ` · customers see: ${customerImpact}`}
      </span>
    </span>
  );
}

function Retire({ service, heartbeat }: { service: string; heartbeat: HeartbeatView }) {
  return (
    <ConfirmForm
      action={retireHeartbeatAction}
      label="Retire"
      confirmLabel="Retire it"
      title={`Retire “${heartbeat.name}”?`}
      size="small"
    >
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="heartbeat" value={heartbeat.slug} />
      Nobody listens for it any more, and an alert that it raised is over.
    </ConfirmForm>
  );
}

function AddHeartbeat({ service }: { service: string }) {
  return (
    <details>
      <summary className="cursor-pointer font-semibold text-accent">Add a heartbeat</summary>
      <Form action={addHeartbeatAction} className="mt-4">
        <input type="hidden" name="service" value={service} />
        <Field label="What beats" name="name" hint="Such as “Nightly export”. Its address is made of it." isRequired>
          <Input maxLength={120} autoComplete="off" />
        </Field>
        <div className="grid max-w-[34rem] gap-x-4 gap-y-5 sm:grid-cols-3">
          <Field label="It beats every" name="every" isRequired>
            <Input type="number" min={1} max={1000} defaultValue="5" inputMode="numeric" />
          </Field>
          <Field label="Counted in" name="unit">
            <Select defaultValue="minutes">
              <option value="minutes">minutes</option>
              <option value="hours">hours</option>
              <option value="days">days</option>
            </Select>
          </Field>
          <Field label="Patience, in minutes" name="graceMinutes" isRequired>
            <Input type="number" min={1} max={1000} defaultValue="2" inputMode="numeric" />
          </Field>
        </div>
        <Field
          label="What customers see when it is silent"
          name="customerImpact"
          hint="Left empty, its first silence pages once and asks; after that it waits for working hours."
          isOptional
        >
          <Input maxLength={500} autoComplete="off" />
        </Field>
        <Button type="submit" variant="primary" className="justify-self-start">
          Add it
        </Button>
      </Form>
    </details>
  );
}
