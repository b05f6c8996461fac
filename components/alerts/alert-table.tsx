import { AlertState } from "#components/alerts/alert-state";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { AlertItem } from "#lib/alerts/views";

type AlertTableProps = {
  caption: string;
  alerts: readonly AlertItem[];
  timeZone: string;
  /** ISO 8601. */
  now: string;
  /** Of several services: each line says of which. */
  isServiceShown?: boolean;
};

/** Alerts, each with what it is, since when, and where it stands. */
export function AlertTable({ caption, alerts, timeZone, now, isServiceShown = false }: AlertTableProps) {
  return (
    <Table caption={caption} columns={[{ label: "Alert" }, { label: "Since" }, { label: "State", align: "right" }]}>
      {alerts.map((alert) => (
        <Row key={alert.id}>
          <Cell>
            <Link href={`/alerts/${alert.id}`} className="font-semibold">
              {alert.summary}
            </Link>
            <CellNote>{factsOf(alert, isServiceShown)}</CellNote>
          </Cell>
          <Cell label="since" className="whitespace-nowrap sm:pl-4">
            <Instant at={alert.openedAt} timeZone={timeZone} style="moment" className="text-small" />
          </Cell>
          <Cell align="right" className="sm:max-w-56 sm:pl-4">
            <AlertState alert={alert} timeZone={timeZone} now={now} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function factsOf(alert: AlertItem, isServiceShown: boolean): string {
  const { service, serviceSaid, severity, rule, occurrences, joined, isDrill, customerImpact } = alert;
  const place = service?.name ?? `unrouted${serviceSaid ? `: “${serviceSaid}”` : ""}`;
  return [
    isDrill && "drill",
    (isServiceShown || !service) && place,
    severity,
    rule,
    occurrences > 1 && `began ${occurrences} times`,
    joined > 0 && `stands for ${joined} more`,
    customerImpact,
  ]
    .filter(Boolean)
    .join(" · ");
}
