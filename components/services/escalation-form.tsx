"use client";

import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Fieldset } from "#components/ui/fieldset";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import {
  clearEscalationAction,
  setEscalationAction,
  suggestRotationsAction,
} from "#lib/rotations/escalation/escalation-actions";
import type { EscalationView } from "#lib/rotations/escalation/escalation-queries";
import type { Ref } from "#lib/rotations/views";

type EscalationFormProps = { service: { slug: string; name: string }; path: EscalationView };

/** Names the rotations of a path and the minutes of its safety net. */
export function EscalationForm({ service, path }: EscalationFormProps) {
  return (
    <>
      {/* Once a path is saved its form begins anew, with what was saved. */}
      <Form key={JSON.stringify(path)} action={setEscalationAction} permalink={`/services/${service.slug}/escalation`}>
        <input type="hidden" name="service" value={service.slug} />
        <RotationField
          label="Delivery"
          name="delivery"
          rotation={path.delivery}
          hint="Paged first, at once."
          isRequired
        />
        <RotationField
          label="Backup"
          name="backup"
          rotation={path.backup}
          hint="Paged when nobody of the delivery rotation answers. Left empty, there is none."
        />
        <RotationField
          label="Ops"
          name="ops"
          rotation={path.isOwn && path.isOpsInherited ? null : path.ops}
          hint="Left empty, it is the rotation of the service’s ops team, else the one of the installation."
        />
        <Fieldset
          legend="The safety net"
          hint="For a page that nobody answered, counted from the first page. Ops can be paged at any time, whatever stands here."
        >
          <div className="grid gap-5 sm:grid-cols-3">
            <Minutes label="Backup after" name="backupAfterMinutes" value={path.backupAfterMinutes} />
            <Minutes label="Ops after" name="opsAfterMinutes" value={path.opsAfterMinutes} />
            <Minutes label="Leads after" name="leadAfterMinutes" value={path.leadAfterMinutes} />
          </div>
        </Fieldset>
        <FormActions>
          <Button type="submit" variant="primary">
            Save path
          </Button>
        </FormActions>
      </Form>
      {path.isOwn && (
        <div className="mt-8 grid max-w-[34rem] justify-items-start gap-3 border-t pt-4">
          <p className="text-ink-soft">Without a path of its own a service is paged through its teams’ rotations.</p>
          <ConfirmForm
            action={clearEscalationAction}
            label="Leave it to its teams"
            confirmLabel="Leave it to its teams"
            title={`Take the path off ${service.name}?`}
            variant="plain"
          >
            <input type="hidden" name="service" value={service.slug} />
            From now on its teams’ own rotations are paged, and nobody as backup.
          </ConfirmForm>
        </div>
      )}
    </>
  );
}

type RotationFieldProps = { label: string; name: string; rotation: Ref | null; hint: string; isRequired?: boolean };

function RotationField({ label, name, rotation, hint, isRequired }: RotationFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} isRequired={isRequired} isOptional={!isRequired}>
      <Combobox
        suggest={suggestRotationsAction}
        defaultOption={rotation ? { value: rotation.slug, label: rotation.name } : undefined}
      />
    </Field>
  );
}

function Minutes({ label, name, value }: { label: string; name: string; value: number }) {
  return (
    <Field label={label} name={name} hint="minutes">
      <Input type="number" inputMode="numeric" min={1} max={1440} required defaultValue={value} />
    </Field>
  );
}
