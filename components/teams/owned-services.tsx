import { EmptyState } from "#components/layout/empty-state";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { describeGap, type GapKind } from "#lib/services/gaps";
import type { OwnedService, TeamView } from "#lib/teams/queries";

/** What a team owns: what it delivers, and what it is the ops team of. */
export function OwnedServices({ team }: { team: TeamView }) {
  const of = (role: OwnedService["role"]) => team.services.filter((service) => service.role === role);
  const [delivery, ops] = [of("delivery"), of("ops")];
  if (delivery.length + ops.length === 0) {
    return (
      <Section title="Owns">
        <EmptyState title="It owns no service">
          A service comes to a team on its own page: create one, or give one to {team.name} there.{" "}
          <Link href="/services?owned=false">Services that nobody owns</Link>
        </EmptyState>
      </Section>
    );
  }
  return (
    <>
      {delivery.length > 0 && (
        <Section
          title="Delivers"
          note={String(team.deliveryCount)}
          action={<Link href={`/services?team=${team.slug}`}>In the catalog</Link>}
        >
          <ServiceTable caption={`Services that ${team.name} delivers`} services={delivery} />
          <More shown={delivery.length} count={team.deliveryCount} />
        </Section>
      )}
      {ops.length > 0 && (
        <Section title="Ops team of" note={String(team.opsCount)}>
          <ServiceTable caption={`Services that ${team.name} is the ops team of`} services={ops} />
          <More shown={ops.length} count={team.opsCount} />
        </Section>
      )}
    </>
  );
}

type ServiceTableProps = { caption: string; services: readonly (OwnedService & { team?: { name: string } })[] };

/** Services one below the other, the most important first, with what is missing of each. */
export function ServiceTable({ caption, services }: ServiceTableProps) {
  return (
    <Table caption={caption}>
      {services.map(({ slug, name, role, tier, lifecycle, gaps, team }) => (
        <Row key={`${slug} ${role}`}>
          <Cell>
            <Link href={`/services/${slug}`} className="font-semibold text-ink">
              {name}
            </Link>
            {team && <CellNote isInline>{role === "ops" ? `${team.name}, ops` : team.name}</CellNote>}
          </Cell>
          <Cell className="text-ink-faint text-small sm:w-40">
            {tier ? `tier ${tier}` : "no tier"} · {lifecycle}
          </Cell>
          <Cell align="right" className="sm:w-56">
            <Missing gaps={gaps} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Missing({ gaps }: { gaps: readonly GapKind[] }) {
  const others = gaps.filter((gap) => gap !== "tier");
  const [first, ...more] = others;
  if (!first) return null;
  const isGrave = others.includes("delivery-team");
  return (
    <Status tone={isGrave ? "bad" : "soft"}>
      {describeGap(isGrave ? "delivery-team" : first).label}
      {more.length > 0 && `, ${more.length} more`}
    </Status>
  );
}

function More({ shown, count }: { shown: number; count: number }) {
  return count > shown ? <p className="border-t pt-2 text-ink-faint text-small">and {count - shown} more</p> : null;
}
