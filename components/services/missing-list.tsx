import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { missingOf } from "#lib/services/missing";
import type { ServiceView } from "#lib/services/queries";

/** What is missing of a service, each with why it matters and, for whoever may, what mends it. */
export function MissingList({ service }: { service: ServiceView }) {
  const missing = service.retiredAt ? [] : missingOf(service);
  if (missing.length === 0) return null;
  const { canEdit, canTransfer } = service.permissions;
  const may = (room: string) => room.startsWith("/teams/") || (room === "/transfer" ? canTransfer : canEdit);
  return (
    <Section title="What is missing" note={String(missing.length)}>
      <Table caption={`What is missing of ${service.name}`}>
        {missing.map(({ what, why, mend, room }) => (
          <Row key={what}>
            <Cell>
              <b>{what}</b>
              <CellNote>{why}</CellNote>
            </Cell>
            <Cell align="right" className="whitespace-nowrap text-small">
              {may(room) && (
                <Link href={room.startsWith("/teams/") ? room : `/services/${service.slug}${room}`}>{mend}</Link>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
