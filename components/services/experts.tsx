import { EmptyState } from "#components/layout/empty-state";
import { ExpertForm } from "#components/services/expert-form";
import { PersonLink } from "#components/services/owned-by";
import { WithdrawExpert } from "#components/services/withdraw-expert";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { ServiceView } from "#lib/services/queries";

type ExpertsProps = { service: ServiceView; reader: { email: string | null; name: string; timeZone: string } };

/** Who knows a service, and of what; with the form that names somebody. */
export function Experts({ service, reader }: ExpertsProps) {
  const { slug, name, experts, permissions } = service;
  const isExpert = experts.some(({ address }) => address === reader.email);
  const self = reader.email && !isExpert ? { value: reader.email, label: reader.name } : undefined;
  return (
    <>
      <Section title="Experts" note={experts.length > 0 ? String(experts.length) : undefined}>
        {experts.length === 0 ? (
          <EmptyState title="Nobody is named yet">What is known of {name} is in nobody's name.</EmptyState>
        ) : (
          <Table caption={`Experts of ${name}`}>
            {experts.map((expert) => (
              <Row key={expert.address}>
                <Cell>
                  <PersonLink person={expert} />
                  {expert.note && <CellNote>{expert.note}</CellNote>}
                </Cell>
                <Cell className="text-ink-faint text-small">
                  declared <Instant at={expert.declaredAt} timeZone={reader.timeZone} style="day" />
                  {!expert.isActive && (
                    <Status tone="bad" className="ml-2">
                      no longer here
                    </Status>
                  )}
                </Cell>
                <Cell align="right">
                  {(permissions.canEdit || expert.address === reader.email) && (
                    <WithdrawExpert slug={slug} person={expert} />
                  )}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </Section>
      {permissions.canEdit && (
        <Section title="Name an expert">
          <div className="border-t pt-4">
            <ExpertForm key={experts.length} slug={slug} self={self} />
          </div>
        </Section>
      )}
    </>
  );
}
