import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { RuleItem } from "#lib/alerts/rules/queries";
import { documentUrl, newRunbookUrl } from "#lib/documents/addresses";

/** Alert rules with the way to the runbook of each. */
export function RuleTable({ rules }: { rules: readonly RuleItem[] }) {
  return (
    <Table
      caption="Alert rules by name"
      columns={[{ label: "Alert rule", className: "w-1/2" }, { label: "Service" }, { label: "Runbook" }]}
    >
      {rules.map((rule) => (
        <Row key={rule.id}>
          <Cell>
            <code className="wrap-anywhere">{rule.name}</code>
            <CellNote>{[rule.severities.join(", "), rule.summary].filter(Boolean).join(" · ")}</CellNote>
          </Cell>
          <Cell label="Service">
            {rule.service ? <Link href={`/services/${rule.service.slug}`}>{rule.service.name}</Link> : "not said"}
          </Cell>
          <Cell label="Runbook">
            <Way rule={rule} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Way({ rule: { name, service, runbook, runbookUrl, canWrite } }: { rule: RuleItem }) {
  if (runbook) return <Link href={documentUrl({ ...runbook, kind: "runbook" })}>{runbook.title}</Link>;
  return (
    <>
      {runbookUrl ? (
        <Link href={runbookUrl} rel="noreferrer">
          outside<span className="sr-only">: the runbook for {name}</span>
        </Link>
      ) : (
        <Status tone="bad">none</Status>
      )}
      {canWrite && service && (
        <>
          {" · "}
          <Link href={newRunbookUrl(service.slug, name)}>
            Write it<span className="sr-only">: a runbook for {name}</span>
          </Link>
        </>
      )}
    </>
  );
}
