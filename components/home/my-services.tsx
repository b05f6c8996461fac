import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { Cell, Row, Table } from "#components/ui/table";
import type { MyService } from "#lib/home/queries";

type MyServicesProps = { services: MyService[]; total: number; hasTeam: boolean };

/** The services of the reader's teams, the most important first. */
export function MyServices({ services, total, hasTeam }: MyServicesProps) {
  if (!hasTeam) return null;
  const action = total > 0 && (
    <Link href="/services?mine=true">{total > services.length ? `All ${total}` : "In the catalog"}</Link>
  );
  return (
    <Section title="Your services" action={action}>
      {services.length === 0 ? (
        <EmptyState
          title="Your teams own no service yet"
          action={<ButtonLink href="/services/new">New service</ButtonLink>}
        >
          Create one, or adopt one that nobody owns: the catalog lists them under “no delivery team”.
        </EmptyState>
      ) : (
        <Table caption="Services of your teams">
          {services.map((service) => (
            <ServiceRow key={service.slug} service={service} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function ServiceRow({ service }: { service: MyService }) {
  const owner =
    service.role === "ops"
      ? `${service.team?.name ?? "nobody"} delivers it; yours is its ops team`
      : service.team?.name;
  return (
    <Row>
      <Cell>
        <Link href={`/services/${service.slug}`} className="font-semibold text-ink">
          {service.name}
        </Link>
        {service.description && <span className="line-clamp-1 text-ink-soft">{service.description}</span>}
      </Cell>
      <Cell align="right" className="whitespace-nowrap">
        <span className="block text-ink-soft text-small max-sm:inline">{owner}</span>
        <span className="text-ink-faint text-small sm:hidden"> · </span>
        <Status tone={service.tier === null ? "warn" : "soft"}>
          {service.tier === null ? "no tier" : `tier ${service.tier}`}
          {service.lifecycle === "production" ? "" : ` · ${service.lifecycle}`}
        </Status>
      </Cell>
    </Row>
  );
}
