import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { Cell, Row, Table } from "#components/ui/table";
import type { ServiceView } from "#lib/services/queries";

/** Alert rules of a service that no runbook answers: whoever they wake stands there alone. */
export function Unanswered({ service, names }: { service: ServiceView; names: readonly string[] }) {
  if (names.length === 0 || service.retiredAt) return null;
  return (
    <Section title="Alert rules without a runbook" note={names.length}>
      <Table caption="Alert rules without a runbook">
        {names.map((name) => (
          <Row key={name}>
            <Cell>
              <code className="wrap-anywhere">{name}</code>
            </Cell>
            <Cell align="right" className="whitespace-nowrap text-small">
              {service.permissions.canEdit ? (
                <Link href={`/services/${service.slug}/runbooks/new?${new URLSearchParams({ alert: name })}`}>
                  Write it<span className="sr-only">: a runbook for {name}</span>
                </Link>
              ) : (
                <Status tone="bad">nothing written</Status>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
