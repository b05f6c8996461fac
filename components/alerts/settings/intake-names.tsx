"use client";

import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import { removeIntakeNameAction, setIntakeNameAction } from "#lib/alerts/intake/actions";
import { suggestServicesAction } from "#lib/services/actions";

const columns = [{ label: "Senders say" }, { label: "It is" }, { label: "Forget", isHidden: true }] as const;

type IntakeNamesProps = {
  names: readonly { name: string; service: string }[];
  /** What senders said of open alerts whose service nobody knows. */
  unknown: readonly string[];
};

/** What senders call services where that is not their address. */
export function IntakeNames({ names, unknown }: IntakeNamesProps) {
  return (
    <Section title="Names that senders use" id="names" note={names.length > 0 && names.length}>
      <p className="mb-3 max-w-[44rem] text-ink-soft">
        An alert of a service that nobody knows is never dropped: it is shown as{" "}
        <Link href="/alerts?unrouted=true">unrouted</Link> and pages the fallback ops team. Say here what such a name
        stands for, and the next ones find their people.
      </p>
      {names.length > 0 && (
        <Table caption="Names that senders use" columns={columns}>
          {names.map(({ name, service }) => (
            <Row key={name}>
              <Cell>
                <code className="wrap-anywhere">{name}</code>
              </Cell>
              <Cell label="It is">
                <Link href={`/services/${service}`}>{service}</Link>
              </Cell>
              <Cell align="right">
                <ConfirmForm
                  action={removeIntakeNameAction}
                  label="Forget"
                  confirmLabel="Forget it"
                  title={`Forget “${name}”?`}
                  size="small"
                >
                  <input type="hidden" name="name" value={name} />
                  Alerts that come under this name from now on are unrouted.
                </ConfirmForm>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <Form action={setIntakeNameAction} className="mt-5">
        <Field
          label="Senders say"
          name="name"
          hint={unknown.length > 0 && `Unknown so far, of open alerts: ${unknown.join(", ")}`}
          isRequired
        >
          <Input maxLength={200} autoComplete="off" defaultValue={unknown[0] ?? ""} />
        </Field>
        <Field label="It is" name="service" hint="A service by its name, or by its address." isRequired>
          <Combobox suggest={suggestServicesAction} />
        </Field>
        <Button type="submit" variant="primary" className="justify-self-start">
          Remember it
        </Button>
      </Form>
    </Section>
  );
}
