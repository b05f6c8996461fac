import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Cell, Row, Table } from "#components/ui/table";
import { documentUrl, newRunbookUrl } from "#lib/documents/addresses";
import type { DocumentRef } from "#lib/documents/queries";
import type { AskedService } from "#lib/documents/runbook-way-queries";

type RunbookChoiceProps = {
  alertName: string;
  runbooks: readonly DocumentRef[];
  service: AskedService | undefined;
  asked: string | undefined;
};

/** The runbooks that answer an alert, where its service does not say which is meant. */
export function RunbookChoice({ alertName, runbooks, service, asked }: RunbookChoiceProps) {
  return (
    <>
      {asked && (
        <Notice
          tone="warn"
          title={service ? `${service.name} has no runbook for this alert.` : `There is no service “${asked}”.`}
          className="mb-6"
        >
          These runbooks answer the same alert for other services.{" "}
          {service?.canWrite && <Link href={newRunbookUrl(service.slug, alertName)}>Write one for {service.name}</Link>}
        </Notice>
      )}
      <Table caption={`Runbooks for ${alertName}`} columns={[{ label: "Runbook" }, { label: "Service" }]}>
        {runbooks.map((runbook) => (
          <Row key={runbook.id}>
            <Cell>
              <Link href={documentUrl(runbook)}>{runbook.title}</Link>
            </Cell>
            <Cell label="Service">{runbook.service.name}</Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}
